import { DoorClosed, DoorOpen, MapPinned, Monitor } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { StateChip } from '@/components/ui/state-chip';
import type { Localized } from '@/lib/core/localized';
import { DestinationTile } from './destination-tile';

/** The public screens: lobby display and door sign of each hall, and the customers' directory. */
export async function HallTiles({
  halls,
}: {
  halls: readonly { slug: string; names: Localized; open: boolean; waiting: number }[];
}) {
  const t = await getTranslations('doorway');
  const locale = await getLocale();
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {halls.map(({ slug, names, open, waiting }) => (
        <li key={slug}>
          <DestinationTile
            href={`/screens/${slug}/display`}
            icon={<Monitor aria-hidden="true" />}
            title={t('open.display')}
            hint={`${names[locale]} · ${t('waitingNow', { count: waiting })}`}
            state={
              <StateChip
                tone={open ? 'success' : 'neutral'}
                icon={open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
              >
                {open ? t('openNow') : t('closedNow')}
              </StateChip>
            }
          />
        </li>
      ))}
      {halls.map(({ slug, names }) => (
        <li key={`door ${slug}`}>
          <DestinationTile
            href={`/screens/${slug}/door`}
            icon={<DoorOpen aria-hidden="true" />}
            title={t('open.door')}
            hint={names[locale]}
          />
        </li>
      ))}
      <li>
        <DestinationTile
          href="/halls"
          icon={<MapPinned aria-hidden="true" />}
          title={t('open.halls')}
          hint={t('open.hallsHint')}
        />
      </li>
    </ul>
  );
}
