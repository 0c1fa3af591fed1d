'use client';

import { Printer, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { prints } from '@/lib/printing/printer';
import type { PrintingView } from '@/lib/printing/schema';

/**
 * Who stands at the desk without paper, and which printer is to blame: nothing while all slips come out. A slip that may
 * have come out is the guide's to decide: he can see it.
 */
export function SlipAlerts({
  view,
  timeZone,
  onPrint,
  onSettle,
}: {
  view: PrintingView;
  timeZone: string;
  onPrint: (ticket: { id: string; number: string }) => void;
  onSettle: (slip: PrintingView['slips'][number], hasSlip: boolean) => void;
}) {
  const t = useTranslations('printing');
  const locale = useLocale();
  return (
    <>
      {view.printers
        .filter(({ state }) => !prints(state) || state === 'paperLow')
        .map(({ id, name, state, stateSince }) => (
          <Banner
            key={id}
            tone={state === 'paperLow' ? 'warning' : 'danger'}
            icon={<Printer aria-hidden="true" />}
            className="py-1.5"
          >
            {t('printerSince', {
              name,
              state: t(`state.${state}`),
              time: formatHallTime(stateSince, locale, timeZone),
            })}
          </Banner>
        ))}
      {view.slips.length > 0 ? (
        <section
          aria-label={t('withoutPaper')}
          className="max-h-44 shrink-0 overflow-y-auto rounded-lg border border-danger bg-danger-soft text-danger-soft-foreground"
        >
          <ul className="divide-y divide-border">
            {view.slips.map((slip) => (
              <li key={slip.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
                <TriangleAlert aria-hidden="true" className="size-5" />
                <span className="font-bold text-2xl tabular-nums">{slip.number}</span>
                <span className="min-w-0 flex-1 font-medium">
                  {slip.state === 'uncertain' ? t('slip.uncertain') : t('slip.failed')}
                  {slip.problem ? ` · ${t(`problem.${slip.problem}`)}` : ''}
                </span>
                <Button
                  variant="primary"
                  aria-label={t('againOf', { number: slip.number })}
                  onClick={() => onPrint({ id: slip.ticketId ?? '', number: slip.number })}
                >
                  {t('again')}
                </Button>
                {slip.state === 'uncertain' ? (
                  <Button
                    variant="secondary"
                    aria-label={t('hasItOf', { number: slip.number })}
                    onClick={() => onSettle(slip, true)}
                  >
                    {t('hasIt')}
                  </Button>
                ) : null}
                <Button
                  variant="secondary"
                  aria-label={t('goesWithoutOf', { number: slip.number })}
                  onClick={() => onSettle(slip, false)}
                >
                  {t('goesWithout')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
