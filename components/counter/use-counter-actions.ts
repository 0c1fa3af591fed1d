'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiAnswer, type ApiProblem, callApi } from '@/components/live/call-api';
import type { CounterView } from '@/lib/counters/schema';
import type { CounterDeskView } from '@/lib/realtime/contract';
import type { TicketView } from '@/lib/tickets/schema';
import { withCounter, withTicket } from './counter-answer';
import type { Finish } from './finish-dialog';
import { type Undoable, undoSeconds } from './undoable';

/** What a clerk can do; also the names under which a button shows that it is on its way. */
export type Deed =
  | { kind: 'open'; serviceCodes?: string[] }
  | { kind: 'pause'; reason: string; plannedSeconds?: number }
  | { kind: 'close' }
  | { kind: 'callNext' }
  | { kind: 'release'; reason: string }
  | { kind: 'call'; ticketId: string; reason: string }
  | { kind: 'recall' | 'noShow' | 'resume' | 'undo'; ticketId: string }
  | { kind: 'start'; ticketId: string; greeted: boolean }
  | { kind: 'hold'; ticketId: string; reason: string; byHall: boolean }
  | { kind: 'transfer'; ticketId: string; serviceCode?: string; counterId?: string; keepPlace: boolean }
  | ({ kind: 'complete'; ticketId: string } & Finish)
  | { kind: 'addService'; visitId: string; serviceCode: string; customerClass?: string; needs: string[] };

export type Said = { text: 'nobody' } | { text: 'undone' | 'issued'; number: string; serviceCode: string };

/** What came of the last thing the clerk did, for one line on the screen. */
export type Outcome = { ok: true; said: Said | null } | { ok: false; problem: ApiProblem };

/** A second press within this time is a slip of the finger: the button already means something else. */
const slipMs = 300;

/** The event of the ticket that "undo" will name; none where nothing can be taken back. */
const undoEvent: Partial<Record<Deed['kind'], string>> = {
  callNext: 'call',
  call: 'call',
  recall: 'recall',
  start: 'start',
  noShow: 'noShow',
  resume: 'resume',
  hold: 'hold',
  transfer: 'transfer',
  complete: 'complete',
  addService: 'issue',
};

/**
 * The clerk's actions, one at a time; several given together run in order until one fails. The button is pending from the press on; the answer is on the screen
 * at once, laid over the view until the next push brings the server's own picture.
 *
 * @param version of the view: an answer is laid over this version only
 * @param serverOffsetMs server time minus device time
 */
export function useCounterActions({
  hall,
  view,
  version,
  serverOffsetMs,
}: {
  hall: string;
  view: CounterDeskView;
  version: number;
  serverOffsetMs: number;
}) {
  const [pending, setPending] = useState<Deed['kind'] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [remembered, setRemembered] = useState<readonly Undoable[]>([]);
  const [overlay, setOverlay] = useState<{ version: number; view: CounterDeskView } | null>(null);
  const busy = useRef(false);
  const shown = overlay?.version === version ? overlay.view : view;
  const latest = useRef({ shown, version });
  useEffect(() => {
    latest.current = { shown, version };
  });

  const act = useCallback(
    async (...deeds: Deed[]): Promise<boolean> => {
      if (busy.current) return false;
      busy.current = true;
      setOutcome(null);
      const pressed = performance.now();
      let { shown: before, version: asked } = latest.current;
      let done = true;
      for (const deed of deeds) {
        setPending(deed.kind);
        const answer = await send(hall, before.counter.id, deed);
        done = answer.ok;
        if (!answer.ok) {
          setOutcome(answer);
          break;
        }
        const { ticket, counter } = answer.value;
        // A push may have come while this was on its way; the answer is laid over the newest picture.
        if (latest.current.version > asked) ({ shown: before, version: asked } = latest.current);
        // A second service is another ticket of the visit: the customer at the counter stays.
        if (ticket && deed.kind !== 'addService') before = withTicket(before, ticket);
        if (counter) before = withCounter(before, counter);
        setOverlay({ version: asked, view: before });
        setOutcome({ ok: true, said: whatToSay(deed, ticket) });
        if (ticket) {
          const change = undoable(deed, ticket, Date.now() + serverOffsetMs);
          setRemembered((known) => {
            const others = known.filter(({ ticketId }) => ticketId !== ticket.id).slice(-9);
            return change ? [...others, change] : others;
          });
        }
      }
      const rest = slipMs - (performance.now() - pressed);
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      busy.current = false;
      setPending(null);
      return done;
    },
    [hall, serverOffsetMs],
  );

  const dismiss = useCallback(() => setOutcome(null), []);
  return { shown, pending, outcome, dismiss, remembered, act };
}

function undoable(deed: Deed, { id, number }: TicketView, serverNowMs: number): Undoable | null {
  const event = undoEvent[deed.kind];
  return event
    ? { ticketId: id, number, event, until: new Date(serverNowMs + undoSeconds * 1000).toISOString() }
    : null;
}

function whatToSay(deed: Deed, ticket: TicketView | null): Said | null {
  if (!ticket) return deed.kind === 'callNext' ? { text: 'nobody' } : null;
  const { number, serviceCode } = ticket;
  if (deed.kind === 'undo') return { text: 'undone', number, serviceCode };
  return deed.kind === 'addService' ? { text: 'issued', number, serviceCode } : null;
}

type Changed = { ticket: TicketView | null; counter: CounterView | null };

async function send(hall: string, counterId: string, deed: Deed): Promise<ApiAnswer<Changed>> {
  const counter = (verb: string, body?: object) => changed('counter', `/counters/${counterId}/${verb}`, body);
  const ticket = (verb: string, id: string, body?: object) => changed('ticket', `/tickets/${id}/${verb}`, body);
  switch (deed.kind) {
    case 'open':
      return counter('open', { serviceCodes: deed.serviceCodes });
    case 'pause':
      return counter('pause', { reason: deed.reason, plannedSeconds: deed.plannedSeconds });
    case 'release':
      return counter('release', { reason: deed.reason });
    case 'close':
      return counter('close');
    case 'callNext':
      return changed('ticket', `/counters/${counterId}/call-next`);
    case 'call':
      return changed('ticket', `/counters/${counterId}/call`, { ticketId: deed.ticketId, reason: deed.reason });
    case 'noShow':
      return ticket('no-show', deed.ticketId);
    case 'start':
      return ticket('start', deed.ticketId, { greeted: deed.greeted });
    case 'recall':
    case 'resume':
    case 'undo':
      return ticket(deed.kind, deed.ticketId);
    case 'hold':
      return ticket('hold', deed.ticketId, { reason: deed.reason, byHall: deed.byHall });
    case 'transfer':
      return ticket('transfer', deed.ticketId, {
        serviceCode: deed.serviceCode,
        counterId: deed.counterId,
        keepPlace: deed.keepPlace,
      });
    case 'complete': {
      const { kind: _kind, ticketId, ...finish } = deed;
      return ticket('complete', ticketId, finish);
    }
    case 'addService': {
      const { visitId, serviceCode, customerClass, needs } = deed;
      return changed('ticket', `/halls/${hall}/tickets`, { visitId, serviceCode, customerClass, needs });
    }
  }
}

async function changed(what: 'ticket' | 'counter', path: string, body?: object): Promise<ApiAnswer<Changed>> {
  const answer = await callApi<TicketView & CounterView>('POST', path, body);
  if (!answer.ok) return answer;
  const none: Changed = { ticket: null, counter: null };
  return {
    ok: true,
    value: what === 'ticket' ? { ...none, ticket: answer.value } : { ...none, counter: answer.value },
  };
}
