import { DoorClosed, DoorOpen } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { StateChip } from '@/components/ui/state-chip';
import type { HallView } from '@/lib/halls/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';

/** Open or closed, and until when. */
export async function OpenChip({
  hall: { open, nextChange, timeZone },
  now,
  size,
}: {
  hall: Pick<HallView, 'open' | 'nextChange' | 'timeZone'>;
  now: Date;
  size?: 'md' | 'lg';
}) {
  const t = await getTranslations('halls');
  const when = nextChange ? formatHallChange(nextChange.at, now, await getLocale(), timeZone) : null;
  return (
    <StateChip
      tone={open ? 'success' : 'neutral'}
      size={size}
      className="whitespace-normal"
      icon={open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
    >
      {when === null ? t(open ? 'open' : 'closed') : t(open ? 'openUntil' : 'opensAt', { when })}
    </StateChip>
  );
}
