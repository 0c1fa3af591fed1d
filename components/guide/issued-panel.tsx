'use client';

import { ArrowRight, Check, CirclePlus, MapPin, Printer, Timer, TriangleAlert, UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import { UndoButton } from '@/components/tickets/undo-button';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/switch';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';
import type { IssuedTicket } from './use-issue';

/**
 * The number, large enough to show across the desk, with what the customer wants to know: how many are ahead, how long,
 * where to wait. While the number is on its way everything else stands there already.
 */
export function IssuedPanel({
  view,
  ticket,
  row,
  serviceCode,
  me,
  autoPrint,
  nextRef,
  onAutoPrint,
  onPrint,
  onUndo,
  onSecond,
  onNext,
}: {
  view: QueueView;
  /** None while the number is on its way. */
  ticket: IssuedTicket | null;
  /** The same ticket as the queue has it now: knows whether it can be taken back. */
  row: QueueRow | undefined;
  serviceCode: string;
  me: string;
  autoPrint: boolean;
  nextRef: Ref<HTMLButtonElement>;
  onAutoPrint: (on: boolean) => void;
  onPrint: (ticket: IssuedTicket) => void;
  onUndo: (ticket: IssuedTicket) => void;
  onSecond: (ticket: IssuedTicket) => void;
  onNext: () => void;
}) {
  const t = useTranslations('guide');
  const menu = useTranslations('ticketMenu');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const service = view.services.find((s) => s.code === serviceCode);
  const zone = service?.zoneNames ? localName(service.zoneNames, locale) : null;
  return (
    <section
      aria-label={t('issued')}
      className="flex min-h-0 flex-1 flex-col rounded-xl border-2 border-primary bg-surface shadow-card"
    >
      <div className="flex min-h-0 flex-1 flex-col relative justify-between gap-3 overflow-y-auto px-5 py-3">
        <div role="status" aria-atomic="true" className="space-y-3">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="shrink-0">
              <p className="font-semibold text-muted-foreground">
                {service ? localName(service.names, locale) : serviceCode}
              </p>
              {ticket ? (
                <p className="animate-pop font-bold text-8xl text-primary tabular-nums leading-none">{ticket.number}</p>
              ) : (
                <p className="flex h-24 items-center gap-3 font-semibold text-3xl">
                  <Spinner />
                  {t('issuing')}
                </p>
              )}
            </div>
            <dl className="grid min-w-0 flex-1 basis-64 grid-cols-[auto_auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5">
              <Fact icon={<UsersRound aria-hidden="true" />} name={t('ahead')}>
                <AheadCount value={ticket?.peopleAhead ?? service?.waiting ?? null} />
              </Fact>
              <Fact icon={<Timer aria-hidden="true" />} name={t('estimate')}>
                {estimateText(ticket ? ticket.estimate : (service?.estimate ?? null))}
              </Fact>
            </dl>
          </div>
          {zone ? (
            <p className="flex items-center gap-2 font-bold text-3xl text-primary leading-tight">
              <MapPin aria-hidden="true" className="size-8 shrink-0" />
              <span>
                <span className="sr-only">{t('goTo')}: </span>
                {zone}
              </span>
            </p>
          ) : null}
          {row?.slip ? <SlipState slip={row.slip} /> : null}
          {ticket ? (
            <p className="font-semibold text-lg leading-snug">
              {zone ? t('farewell', { zone, number: ticket.number }) : t('farewellNoZone', { number: ticket.number })}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {ticket ? (
            <>
              <Button variant={autoPrint ? 'secondary' : 'primary'} size="lg" onClick={() => onPrint(ticket)}>
                <Printer aria-hidden="true" className="size-6" />
                {autoPrint ? menu('reprint') : menu('print')}
              </Button>
              <Button variant="secondary" size="lg" onClick={() => onSecond(ticket)}>
                <CirclePlus aria-hidden="true" className="size-6" />
                {menu('second')}
              </Button>
              {row ? <UndoButton row={row} me={me} size="lg" onClick={() => onUndo(ticket)} /> : null}
            </>
          ) : null}
          <Switch
            className="ms-auto"
            label={t('autoPrint')}
            checked={autoPrint}
            onChange={(event) => onAutoPrint(event.target.checked)}
          />
        </div>
      </div>
      <div className="border-border border-t p-2">
        <Button
          ref={nextRef}
          size="xl"
          block
          className="min-h-16!"
          variant={ticket ? 'soft' : 'secondary'}
          onClick={onNext}
        >
          {t('next')}
          <ArrowRight aria-hidden="true" className="size-7" />
        </Button>
      </div>
    </section>
  );
}

/** What the hall's printer did with the slip. */
function SlipState({ slip }: { slip: NonNullable<QueueRow['slip']> }) {
  const t = useTranslations('printing');
  const missing = slip === 'failed' || slip === 'uncertain';
  const Icon = missing ? TriangleAlert : slip === 'printed' ? Check : Printer;
  return (
    <p className={cn('flex items-center gap-2 font-semibold text-lg', missing ? 'text-danger' : 'text-success')}>
      <Icon aria-hidden="true" className="size-6 shrink-0" />
      {slip === 'failed' ? t('showNumber') : t(`slip.${slip}`)}
    </p>
  );
}

function AheadCount({ value }: { value: number | null }) {
  const common = useTranslations('common');
  return value === null ? '–' : common('people', { count: value });
}

function Fact({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center [&_svg]:size-6 [&_svg]:text-primary">
      {icon}
      <dt className="max-w-28 text-muted-foreground leading-tight">{name}</dt>
      <dd className="font-semibold text-xl tabular-nums leading-tight">{children}</dd>
    </div>
  );
}
