'use client';

import {
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Clock4,
  FileCheck2,
  FileX2,
  HeartHandshake,
  Languages,
  MessageSquareWarning,
  MonitorSpeaker,
  Phone,
  Route,
  StickyNote,
  Umbrella,
  UserRound,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { VisitComplaint } from '@/components/complaints/visit-complaint';
import { Badge } from '@/components/ui/badge';
import { StateChip } from '@/components/ui/state-chip';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView } from '@/lib/realtime/contract';
import type { VisitContext } from '@/lib/visit-context/schema';
import { HandlingClock } from './handling-clock';
import { runningSince } from './running-since';
import { ServicePrompts } from './service-prompts';

type Customer = NonNullable<CounterDeskView['ticket']>;
type Clock = { at: string; serverOffsetMs: number };

/** Who is at the counter, and what has happened to them so far. */
export function CustomerCard({
  view,
  ticket,
  context,
  greeting,
  suggestion,
  at,
  serverOffsetMs,
}: {
  view: CounterDeskView;
  ticket: Customer;
  /** What is known beyond the ticket; nothing until it is read. */
  context: VisitContext | undefined;
  /** Below the prompts, before the service starts. */
  greeting: ReactNode;
  /** Below the prompts, while it runs. */
  suggestion: ReactNode;
} & Clock) {
  const t = useTranslations('counter');
  const locale = useLocale();
  const service = view.services.find(({ code }) => code === ticket.serviceCode);
  const nameOf = (list: readonly { code: string; names: Record<string, string> }[], code: string) => {
    const found = list.find((entry) => entry.code === code);
    return found ? localName(found.names, locale) : code;
  };
  const called = ticket.status === 'called';
  const since = (called ? ticket.calledAt : ticket.startedAt) ?? at;
  const handlingSince = ticket.startedAt ? runningSince(ticket.startedAt, ticket.handlingSeconds ?? 0, at) : at;
  const marks = [...(ticket.customerClass ? [nameOf(view.classes, ticket.customerClass)] : [])];
  return (
    <section
      aria-label={ticket.number}
      className="flex flex-1 flex-col rounded-xl border border-border bg-surface shadow-card"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-border border-b px-5 py-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h2 className="font-bold text-7xl tabular-nums leading-none">{ticket.number}</h2>
            <div className="space-y-1">
              <StateChip
                tone={called ? 'primary' : 'success'}
                icon={called ? <MonitorSpeaker aria-hidden="true" /> : <UserRound aria-hidden="true" />}
              >
                {called ? t('customer.called') : t('customer.serving')}
              </StateChip>
              <p className="font-semibold text-xl leading-snug">
                {service ? localName(service.names, locale) : ticket.serviceCode}
              </p>
            </div>
          </div>
          <p className="mt-2 flex flex-wrap items-center gap-1.5">
            {marks.map((mark) => (
              <Badge key={mark} tone="primary">
                {mark}
              </Badge>
            ))}
            {ticket.needs.map((need) => (
              <Badge key={need} tone="primary">
                <HeartHandshake aria-hidden="true" className="size-4" />
                {nameOf(view.needs, need)}
              </Badge>
            ))}
            <VisitComplaint hall={view.hall.slug} visitId={ticket.visitId} />
            <Badge>{t(`channel.${ticket.channel}`)}</Badge>
            {context?.locale ? (
              <Badge tone="primary">
                <Languages aria-hidden="true" className="size-4" />
                {t(`customer.speaks.${context.locale}`)}
              </Badge>
            ) : null}
            {ticket.customer?.name ? <Badge>{ticket.customer.name}</Badge> : null}
            {ticket.customer?.phone ? (
              <Badge>
                <Phone aria-label={t('customer.phone')} className="size-3.5" />
                {ticket.customer.phone}
              </Badge>
            ) : null}
          </p>
        </div>
        {called ? (
          <CallState ticket={ticket} since={since} at={at} serverOffsetMs={serverOffsetMs} />
        ) : (
          <HandlingClock
            since={handlingSince}
            at={at}
            serverOffsetMs={serverOffsetMs}
            targetSeconds={ticket.handlingTargetSeconds}
          />
        )}
      </div>
      <div className="grid flex-1 content-start gap-x-6 gap-y-3 px-5 py-3 md:grid-cols-2">
        <div className="space-y-2">
          <ServicePrompts
            phase={called ? 'called' : 'serving'}
            since={called ? since : handlingSince}
            at={at}
            serverOffsetMs={serverOffsetMs}
            overLimit={ticket.waitSeconds >= ticket.limitSeconds}
            dueSeconds={called ? view.hall.noShowSeconds : ticket.handlingTargetSeconds}
            spoken={context?.locale && context.locale !== locale ? context.locale : null}
          />
          {called ? greeting : suggestion}
        </div>
        <dl className="space-y-3 text-lg">
          <Wait ticket={ticket} at={at} serverOffsetMs={serverOffsetMs} />
          <Care ticket={ticket} />
          <Papers ticket={ticket} />
          <Visit view={view} ticket={ticket} nameOf={nameOf} />
          {context ? <Noted context={context} /> : null}
        </dl>
      </div>
    </section>
  );
}

/** What colleagues noted in this visit, what was promised, and what the customer still has of the hall's. */
function Noted({ context }: { context: VisitContext }) {
  const t = useTranslations('counter.customer');
  const loan = useTranslations('loan');
  const complaint = useTranslations('complaintCode');
  const { notes, unaccepted, loans, complaints } = context;
  return (
    <>
      {complaints.length > 0 ? (
        <Fact icon={<MessageSquareWarning aria-hidden="true" />} term={t('complained')}>
          <ul>
            {complaints.map(({ id, category, state, words }) => (
              <li key={id} className="font-semibold">
                {complaint(`category.${category}`)} · {complaint(`state.${state}`)}
                <span className="block truncate font-normal text-muted-foreground text-sm">{words}</span>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {loans.length > 0 ? (
        <Fact icon={<Umbrella aria-hidden="true" />} term={t('lent')}>
          <span className="font-semibold">
            {loans.map(({ kind, number }) => loan(`item.${kind}`, { number })).join(' · ')}
          </span>
        </Fact>
      ) : null}
      {notes.length > 0 ? (
        <Fact icon={<StickyNote aria-hidden="true" />} term={t('noted')}>
          <ul>
            {notes.map((note) => (
              <li key={`${note.at} ${note.text}`}>
                {note.by ? t('noteBy', { note: note.text, name: note.by }) : note.text}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {unaccepted.length > 0 ? (
        <Fact icon={<CalendarClock aria-hidden="true" />} term={t('promisedAnswer')}>
          <ul>
            {unaccepted.map((entry) => (
              <li key={entry.id}>
                {entry.what} · {entry.promisedDay}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
    </>
  );
}

function CallState({ ticket, since, at, serverOffsetMs }: { ticket: Customer; since: string } & Clock) {
  const t = useTranslations('counter.customer');
  const seconds = useElapsedSeconds(since, at, serverOffsetMs);
  const { announced } = ticket;
  const spoken = announced?.spokenAt;
  return (
    <div className="space-y-1.5 text-end">
      <p className="font-semibold text-2xl tabular-nums leading-tight">
        {t('sinceCall', { time: formatDuration(seconds) })}
      </p>
      <p className="flex flex-wrap justify-end gap-1.5">
        <Badge>{t('calls', { count: ticket.callCount })}</Badge>
        <StateChip
          tone={spoken ? 'success' : 'neutral'}
          icon={spoken ? <CircleCheck aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
        >
          {spoken ? t('announced') : announced?.shownAt ? t('shown') : t('notAnnounced')}
        </StateChip>
      </p>
    </div>
  );
}

function Fact({ icon, term, children }: { icon: ReactNode; term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1.25rem_minmax(7rem,auto)_1fr] items-start gap-2 leading-snug [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:text-muted-foreground">
      {icon}
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Wait({ ticket, at, serverOffsetMs }: { ticket: Customer } & Clock) {
  const t = useTranslations('counter.customer');
  const estimateText = useEstimateText();
  const running = ticket.status === 'called';
  const start = useMemo(
    () => (ticket.waitingSince ? runningSince(ticket.waitingSince, ticket.waitSeconds, at) : at),
    [ticket.waitingSince, ticket.waitSeconds, at],
  );
  const ticking = useElapsedSeconds(start, at, serverOffsetMs);
  const waited = running ? ticking : ticket.waitSeconds;
  const over = waited >= ticket.limitSeconds;
  return (
    <Fact icon={<Clock4 aria-hidden="true" />} term={running ? t('waiting') : t('waited')}>
      <span className="font-semibold text-xl tabular-nums leading-tight">{formatDuration(waited)}</span>
      {over ? (
        <StateChip className="ms-2" size="sm" tone="danger" icon={<CircleAlert aria-hidden="true" />}>
          {t('over', { minutes: Math.round(ticket.limitSeconds / 60) })}
        </StateChip>
      ) : null}
      {ticket.promised ? (
        <span className="block text-muted-foreground text-sm">
          {t('promised')}: {estimateText(ticket.promised)}
        </span>
      ) : null}
    </Fact>
  );
}

/** Only where the wait crossed the limit: before that nobody is asked to come. */
function Care({ ticket }: { ticket: Customer }) {
  const t = useTranslations('counter');
  const did = useTranslations('care');
  if (ticket.limitsCrossed === 0 && ticket.careDone.length === 0) return null;
  return (
    <Fact icon={<HeartHandshake aria-hidden="true" />} term={t('customer.cared')}>
      {ticket.careDone.length === 0 ? (
        <span className="font-semibold">{t('customer.notCared')}</span>
      ) : (
        <ul>
          {ticket.careDone.map((visit) => {
            const action = visit.action ? did(`action.${visit.action}`) : t('customer.cared');
            return (
              <li key={visit.id}>
                {visit.owner?.name ? t('customer.caredBy', { action, name: visit.owner.name }) : action}
              </li>
            );
          })}
        </ul>
      )}
    </Fact>
  );
}

function Papers({ ticket }: { ticket: Customer }) {
  const t = useTranslations('counter.customer');
  const locale = useLocale();
  const complete = ticket.papers.every(({ ready }) => ready);
  return (
    <Fact icon={complete ? <FileCheck2 aria-hidden="true" /> : <FileX2 aria-hidden="true" />} term={t('papers')}>
      {ticket.papers.length === 0 ? (
        t('papersNone')
      ) : (
        <ul>
          {ticket.papers.map(({ code, names, form, ready }) => (
            <li key={code} className={ready ? '' : 'font-semibold'}>
              <span aria-hidden="true">{ready ? '✓ ' : '○ '}</span>
              {localName(names, locale)} · {t(ready ? (form ? 'filledIn' : 'ready') : form ? 'toFillIn' : 'missing')}
            </li>
          ))}
        </ul>
      )}
    </Fact>
  );
}

function Visit({
  view,
  ticket,
  nameOf,
}: {
  view: CounterDeskView;
  ticket: Customer;
  nameOf: (list: CounterDeskView['services'], code: string) => string;
}) {
  const t = useTranslations('counter.customer');
  const state = useTranslations('ticketState');
  const { earlierLegs, otherTickets } = ticket;
  return (
    <Fact icon={<Route aria-hidden="true" />} term={t('visit')}>
      {earlierLegs.length === 0 && otherTickets.length === 0 ? (
        t('firstLeg')
      ) : (
        <ul>
          {earlierLegs.map((leg) => {
            const service = nameOf(view.services, leg.serviceCode);
            const wait = formatDuration(leg.waitSeconds);
            return (
              <li key={leg.id}>
                {leg.handlingSeconds === null
                  ? t('legUnserved', { service, wait })
                  : t('leg', { service, wait, handling: formatDuration(leg.handlingSeconds) })}
              </li>
            );
          })}
          {otherTickets.map((other) => (
            <li key={other.id}>
              {t('other', {
                number: other.number,
                service: nameOf(view.services, other.serviceCode),
                state: state(other.status),
              })}
            </li>
          ))}
        </ul>
      )}
    </Fact>
  );
}
