'use client';

import { Check, UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { QueueView } from '@/lib/realtime/contract';

/** The services as big tiles: who waits, who serves, how long it takes. A tap chooses; the service's letter does too. */
export function ServiceTiles({
  services,
  chosen,
  issuing,
  onChoose,
}: {
  services: QueueView['services'];
  chosen: string | null;
  /** The service whose number is on its way: it counts on the tile already. */
  issuing: string | null;
  onChoose: (code: string) => void;
}) {
  const t = useTranslations('guide');
  const locale = useLocale();
  const estimateText = useEstimateText();
  return (
    <ul
      aria-label={t('services')}
      className="grid auto-rows-fr grid-cols-2 gap-2 sm:grid-cols-3 relative desk:max-h-[19.5rem] desk:overflow-y-auto"
    >
      {services.map((service) => {
        const pressed = service.code === chosen;
        const onItsWay = service.code === issuing;
        const waiting = service.waiting + (onItsWay ? 1 : 0);
        return (
          <li key={service.code} className="flex">
            <button
              type="button"
              aria-pressed={pressed}
              aria-keyshortcuts={service.letter}
              onClick={() => onChoose(service.code)}
              className={cn(
                'flex min-h-24 w-full select-none flex-col justify-between gap-1 rounded-xl border-2 px-3 py-1.5 text-start shadow-card transition-colors focus-visible:-outline-offset-2',
                pressed
                  ? 'border-primary bg-primary-soft text-primary-soft-foreground'
                  : 'border-border bg-surface hover:border-primary active:bg-primary-soft',
              )}
            >
              <span className="flex w-full items-start gap-2">
                <span
                  className={cn(
                    'grid size-8 shrink-0 place-items-center rounded-md font-bold text-lg leading-none',
                    pressed ? 'bg-primary text-primary-foreground' : 'bg-primary-soft text-primary-soft-foreground',
                  )}
                >
                  {pressed ? <Check aria-hidden="true" className="size-5" strokeWidth={3} /> : service.letter}
                </span>
                <span className="line-clamp-2 min-w-0 flex-1 pt-0.5 font-semibold text-lg leading-tight">
                  {localName(service.names, locale)}
                </span>
              </span>
              <span className="flex w-full items-end justify-between gap-2 tabular-nums">
                <span className="flex shrink-0 items-center gap-1.5 font-bold text-2xl leading-none">
                  {onItsWay ? <Spinner /> : <UsersRound aria-hidden="true" className="size-5" />}
                  <span aria-hidden="true">{waiting}</span>
                  <span className="sr-only">{t('waitingCount', { count: waiting })}</span>
                </span>
                <span className="min-w-0 text-end text-sm leading-tight">
                  {service.openCounters === 0 ? (
                    t('noCounter')
                  ) : (
                    <>
                      <span className="block font-semibold">{estimateText(service.estimate)}</span>
                      <span className="block">{t('counters', { count: service.openCounters })}</span>
                    </>
                  )}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
