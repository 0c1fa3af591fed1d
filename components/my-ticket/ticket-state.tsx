'use client';

import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { CustomerTicketView } from '@/lib/realtime/contract';

/** The number, and what it means now: how many are ahead and how long it takes, or where to go. */
export function TicketState({ ticket }: { ticket: CustomerTicketView }) {
  const t = useTranslations('myTicket');
  const locale = useLocale();
  const { status, counterNumber } = ticket;
  const called = status === 'called';
  return (
    <section
      className={cn(
        'rounded-xl border p-4 text-center',
        called ? 'border-primary bg-primary text-primary-foreground' : 'border-border bg-surface shadow-card',
      )}
    >
      <h1>
        <span className="block text-base">{t('yourNumber')}</span>
        <span
          className={cn('block font-bold font-digits leading-tight tabular-nums', called ? 'text-5xl' : 'text-7xl')}
        >
          {ticket.number}
        </span>
      </h1>
      <p className="font-medium text-lg">{localName(ticket.service.names, locale)}</p>
      {/* Read out when it changes: the call must reach those who do not look. */}
      <div role="status" aria-live={called ? 'assertive' : 'polite'} className="mt-2">
        {called ? (
          <>
            <p className="text-xl">{t('goTo')}</p>
            <p className="font-bold text-6xl leading-tight">{t('counter', { counter: counterNumber ?? 0 })}</p>
            {ticket.zoneNames ? (
              <p className="text-lg">{t('zone', { zone: localName(ticket.zoneNames, locale) })}</p>
            ) : null}
            {ticket.callCount > 1 ? (
              <p className="font-semibold text-lg">{t('calledAgain', { count: ticket.callCount })}</p>
            ) : null}
          </>
        ) : (
          <p className="text-lg leading-snug">
            {status === 'noShow' && ticket.booking
              ? t('lapsed')
              : t(`state.${status}`, { counter: counterNumber ?? 0 })}
          </p>
        )}
      </div>
      {status === 'waiting' || (status === 'booked' && ticket.booking?.mayCheckIn !== false) ? (
        <Place ticket={ticket} />
      ) : null}
    </section>
  );
}

function Place({ ticket: { status, peopleAhead, estimate } }: { ticket: CustomerTicketView }) {
  const t = useTranslations('myTicket');
  const people = useTranslations('common');
  const estimateText = useEstimateText();
  return (
    <>
      {status === 'booked' ? <p className="mt-4 text-muted-foreground">{t('onArrival')}</p> : null}
      <dl className={cn('grid grid-cols-2 gap-2', status === 'waiting' && 'mt-4')}>
        <Figure term={t('ahead')} value={people('people', { count: peopleAhead ?? 0 })} />
        <Figure term={t('estimate')} value={estimateText(estimate)} />
      </dl>
      {status === 'waiting' && peopleAhead === 0 ? <p className="mt-2 font-semibold">{t('nobodyAhead')}</p> : null}
    </>
  );
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <div className="rounded-lg bg-surface-sunken px-2 py-3">
      <dt className="text-sm">{term}</dt>
      <dd className="font-bold text-2xl tabular-nums leading-tight">{value}</dd>
    </div>
  );
}
