'use client';

import { BellPlus, BellRing, Check, Hourglass, MapPinCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useLiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { serviceDay } from '@/lib/halls/service-day';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { GivenRating } from '@/lib/ratings/rating';
import type { CustomerTicketView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { BookingPart } from './booking-part';
import { DeedForm } from './deed-form';
import { findPosition } from './find-position';
import { heardBefore, keepTicket } from './kept-ticket';
import { LeaveDialog } from './leave-dialog';
import { PhoneForm } from './phone-form';
import { RatingForm } from './rating-form';
import { TicketState } from './ticket-state';
import { type CallAlert, useCallAlert } from './use-call-alert';
import { useOfflinePage } from './use-offline-page';

/** How exactly the phone knows when it last heard of the ticket. */
const keepEveryMs = 5_000;

type Deed = 'check-in' | 'postpone' | 'cancel';

/** The customer's own ticket on his phone: where he stands, what he can do, and a loud moment when he is called. */
export function MyTicket({
  token,
  initial,
  rating,
  ratesAgain,
  notices,
  deed,
}: {
  token: string;
  initial: Snapshot<CustomerTicketView>;
  rating: GivenRating | null;
  /** He asked to change it. */
  ratesAgain: boolean;
  /** How the hall may tell him: the key of its push messages; whether it sends any to phones, and has his number. */
  notices: { pushKey: string; takesPhone: boolean; phoneLeft: boolean };
  /** Takes the forms of this page while no script does: without it, or before it has come. */
  deed: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('myTicket');
  const locale = useLocale();
  const problemText = useProblemText();
  const [before] = useState(() => heardBefore(token, initial));
  const live = useLiveView({ hall: initial.data.hall.slug, view: 'ticket', id: token, initial, before });
  const ticket = live.data ?? initial.data;
  const alert = useCallAlert(ticket, token, notices.pushKey);
  useOfflinePage();
  const [pending, setPending] = useState<Deed>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [moved, setMoved] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [scripted, setScripted] = useState(false);
  const { status } = ticket;
  const stays = status === 'booked' || status === 'waiting';
  const early = ticket.booking !== null && !ticket.booking.mayCheckIn;
  // Another day's number has no place in today's queue.
  const dayOf = (instant: string) => serviceDay(new Date(instant), ticket.hall.timeZone);
  const ofToday = ticket.booking !== null && dayOf(ticket.booking.at) === dayOf(live.at ?? initial.at);
  // A booked time that can no longer be changed is kept.
  const mayLeave = status !== 'booked' || ticket.booking === null || ticket.booking.mayChange;

  async function checkIn(more: { takeNow?: true } = {}) {
    setPending('check-in');
    const position = ticket.presenceAsked ? await findPosition() : null;
    await act('check-in', { ...more, ...(position ? { position } : {}) });
  }

  async function act(deed: Deed, body?: object) {
    setPending(deed);
    const answer = await callApi('POST', `/tickets/${token}/${deed}`, body);
    setPending(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok && deed === 'postpone') setMoved(true);
    if (answer.ok && deed === 'cancel') setLeaving(false);
  }

  // What the server rendered says how to go on without script, or while it has not come through a weak network.
  useEffect(() => setScripted(true), []);

  const { data, at, version, connection } = live;
  useEffect(() => {
    if (connection !== 'live' || !data || !at) return;
    const keep = () => keepTicket({ token, snapshot: { version, at, data }, heardAt: Date.now() });
    keep();
    const keeping = setInterval(keep, keepEveryMs);
    return () => clearInterval(keeping);
  }, [token, connection, data, at, version]);

  useEffect(() => {
    if (status === 'called')
      document.title = t('alert.called', { number: ticket.number, counter: ticket.counterNumber ?? 0 });
  }, [status, ticket.number, ticket.counterNumber, t]);

  return (
    <main className="space-y-4">
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      <TicketState ticket={ticket} />
      <p role="status" className="empty:hidden">
        {problem ? t('failed', { problem: problemText(problem) }) : moved && stays ? t('tenMoreDone') : null}
      </p>
      {ticket.booking && status === 'booked' ? (
        <BookingPart token={token} hall={ticket.hall} booking={ticket.booking} />
      ) : null}
      {status === 'booked' && !early ? (
        <DeedForm token={token} name="check-in" deed={deed} onDeed={() => checkIn()}>
          <Button type="submit" size="xl" block pending={pending === 'check-in'}>
            <MapPinCheck aria-hidden="true" />
            {t('imHere')}
          </Button>
        </DeedForm>
      ) : null}
      {status === 'booked' && early && ticket.hall.open && ofToday ? (
        <DeedForm token={token} name="take-now" deed={deed} onDeed={() => checkIn({ takeNow: true })}>
          <Button type="submit" variant="secondary" size="lg" block pending={pending === 'check-in'}>
            <MapPinCheck aria-hidden="true" className="size-5" />
            {t('takeNow')}
          </Button>
          <p className="mt-1 text-center text-muted-foreground text-sm">{t('takeNowHint')}</p>
        </DeedForm>
      ) : null}
      {ticket.presenceAsked ? <p className="text-center text-muted-foreground text-sm">{t('presence')}</p> : null}
      {stays ? (
        <>
          <div className="noscript:hidden">
            <AlertSwitch {...alert} />
          </div>
          {notices.takesPhone ? <PhoneForm token={token} left={notices.phoneLeft} deed={deed} /> : null}
        </>
      ) : null}
      {stays && ticket.mayPostpone ? (
        <DeedForm token={token} name="postpone" deed={deed} onDeed={() => act('postpone')}>
          <Button type="submit" variant="secondary" size="lg" block pending={pending === 'postpone'}>
            <Hourglass aria-hidden="true" className="size-5" />
            {t('tenMore')}
          </Button>
          <p className="mt-1 text-center text-muted-foreground text-sm">{t('tenMoreHint')}</p>
        </DeedForm>
      ) : null}
      {ticket.papers.length > 0 && (stays || status === 'called' || status === 'held') ? (
        <Card title={t('papers')}>
          <ul className="space-y-1">
            {ticket.papers.map(({ code, names, form, ready }) => (
              <li key={code} className="flex items-baseline gap-2">
                {ready ? (
                  <Check aria-hidden="true" className="size-4 shrink-0 translate-y-0.5 text-primary" />
                ) : (
                  <span aria-hidden="true" className="size-4 shrink-0 text-center">
                    •
                  </span>
                )}
                {ready
                  ? t('paperReady', { paper: localName(names, locale) })
                  : form
                    ? t('formToFillIn', { form: localName(names, locale) })
                    : localName(names, locale)}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {status === 'completed' ? <RatingForm token={token} initial={rating} again={ratesAgain} deed={deed} /> : null}
      {status === 'cancelled' ? (
        <p className="text-center">
          <a
            href={`/halls/${ticket.hall.slug}#join`}
            className="inline-flex min-h-touch items-center font-semibold text-primary underline"
          >
            {t('newNumber')}
          </a>
        </p>
      ) : null}
      {(stays && mayLeave) || status === 'held' ? (
        <form
          action={`/t/${token}`}
          onSubmit={(event) => {
            event.preventDefault();
            setLeaving(true);
          }}
        >
          <input type="hidden" name="leave" value="ask" />
          <Button type="submit" variant="ghost" block>
            {t('leave')}
          </Button>
        </form>
      ) : null}
      <LeaveDialog
        open={leaving}
        number={ticket.number}
        pending={pending === 'cancel'}
        onClose={() => setLeaving(false)}
        onLeave={(reason) => act('cancel', { reason })}
      />
      <p className="text-center text-muted-foreground text-sm">
        {scripted ? null : (
          <span className="block">
            {t('noScript')}{' '}
            <a href={`/t/${token}`} className="inline-flex min-h-8 items-center font-semibold text-primary underline">
              {t('refresh')}
            </a>
          </span>
        )}
        {t('updated', { time: formatHallTime(live.at ?? initial.at, locale, ticket.hall.timeZone) })}
      </p>
    </main>
  );
}

function AlertSwitch({ on, pushed, said, turnOn }: CallAlert) {
  const t = useTranslations('myTicket.alert');
  return on ? (
    <p role="status" className="flex min-h-14 flex-wrap items-center justify-center gap-2 text-center">
      <BellRing aria-hidden="true" className="size-5 text-primary" />
      <span className="font-semibold">{t('active')}</span>
      <span className="text-muted-foreground text-sm">{t(pushed ? 'pushed' : 'hint')}</span>
      {said ? <span className="w-full font-semibold text-lg">{said}</span> : null}
    </p>
  ) : (
    <Button variant="soft" size="lg" block onClick={turnOn}>
      <BellPlus aria-hidden="true" className="size-5" />
      {t('on')}
    </Button>
  );
}
