'use client';

import { CalendarClock, Coffee, Hand, type LucideIcon, MessageCircle, Newspaper, ScanLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { CARE_ACTIONS, type CareAction } from '@/lib/care/care-visit';

const icons: Record<CareAction, LucideIcon> = {
  greeted: Hand,
  explained: MessageCircle,
  tea: Coffee,
  newspaper: Newspaper,
  diverted: ScanLine,
  cameBackLater: CalendarClock,
};

/** What was done for a waiting customer: one tap records it and finishes the care visit. */
export function CareActionButtons({
  number,
  large = false,
  onGive,
}: {
  number: string;
  /** For a phone in one hand. */
  large?: boolean;
  onGive: (action: CareAction) => void;
}) {
  const t = useTranslations('care');
  return (
    <fieldset className="grid grid-cols-3 gap-1.5">
      <legend className="sr-only">{t('whatWasDone', { number })}</legend>
      {CARE_ACTIONS.map((action) => {
        const Icon = icons[action];
        return (
          <button
            key={action}
            type="button"
            onClick={() => onGive(action)}
            className={cn(
              'flex min-w-0 flex-col items-center justify-center gap-0.5 rounded-lg border border-border-strong bg-surface px-1 text-center font-medium leading-tight hover:bg-surface-sunken [&_svg]:shrink-0',
              large ? 'min-h-16 py-1.5 text-base [&_svg]:size-6' : 'min-h-14 py-1 text-sm [&_svg]:size-5',
            )}
          >
            <Icon aria-hidden="true" />
            <span className="max-w-full hyphens-auto break-words">{t(`action.${action}`)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
