import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import { nextLimitAt } from './clocks';
import { arrivalPlace, POSTPONE_SECONDS, unusedPostponement } from './held-place';
import { queueTime } from './queue-order';
import type { Ticket, TicketFields, TicketStatus } from './ticket';

/** What can happen to a ticket after it was issued. */
export type TicketEvent =
  /** `place`: of a booking, found by its rules. */
  | { type: 'checkIn'; place?: Date }
  | { type: 'call'; counterId: string; by: string }
  | { type: 'recall' }
  | { type: 'start' }
  | { type: 'hold'; reason: string; byHall: boolean }
  | { type: 'resume' }
  | { type: 'transfer'; serviceId: string; targetCounterId: string | null; keepPlace: boolean }
  | { type: 'complete'; outcome: string; notes: string | null }
  | { type: 'noShow' }
  | { type: 'cancel'; reason: string }
  | { type: 'postpone' }
  | { type: 'closeByRule' }
  | { type: 'crossLimit' };

export type TicketEventType = TicketEvent['type'];

/**
 * The complete transition table: for each state and event the state that follows, or null where the state does not
 * allow it. `return` stands for the state a held ticket came from (serving stays serving, anything else waits again).
 */
export const TRANSITIONS: Record<TicketStatus, Record<TicketEventType, TicketStatus | 'return' | null>> = {
  booked: {
    checkIn: 'waiting',
    call: null,
    recall: null,
    start: null,
    hold: null,
    resume: null,
    transfer: null,
    complete: null,
    noShow: 'noShow',
    cancel: 'cancelled',
    postpone: 'booked',
    closeByRule: 'noShow',
    crossLimit: null,
  },
  waiting: {
    checkIn: null,
    call: 'called',
    recall: null,
    start: null,
    hold: 'held',
    resume: null,
    transfer: 'waiting',
    complete: null,
    noShow: null,
    cancel: 'cancelled',
    postpone: 'waiting',
    closeByRule: 'cancelled',
    crossLimit: 'waiting',
  },
  called: {
    checkIn: null,
    call: null,
    recall: 'called',
    start: 'serving',
    hold: 'held',
    resume: null,
    transfer: 'waiting',
    complete: null,
    noShow: 'noShow',
    cancel: 'cancelled',
    postpone: null,
    closeByRule: 'noShow',
    crossLimit: 'called',
  },
  serving: {
    checkIn: null,
    call: null,
    recall: null,
    start: null,
    hold: 'held',
    resume: null,
    transfer: 'waiting',
    complete: 'completed',
    noShow: null,
    cancel: 'cancelled',
    postpone: null,
    closeByRule: 'completed',
    crossLimit: null,
  },
  held: {
    checkIn: null,
    call: null,
    recall: null,
    start: null,
    hold: null,
    resume: 'return',
    transfer: 'waiting',
    complete: null,
    noShow: 'noShow',
    cancel: 'cancelled',
    postpone: null,
    closeByRule: 'cancelled',
    crossLimit: 'held',
  },
  completed: {
    checkIn: null,
    call: null,
    recall: null,
    start: null,
    hold: null,
    resume: null,
    transfer: null,
    complete: null,
    noShow: null,
    cancel: null,
    postpone: null,
    closeByRule: null,
    crossLimit: null,
  },
  noShow: {
    checkIn: null,
    call: null,
    recall: null,
    start: null,
    hold: null,
    resume: 'waiting',
    transfer: null,
    complete: null,
    noShow: null,
    cancel: 'cancelled',
    postpone: null,
    closeByRule: null,
    crossLimit: null,
  },
  cancelled: {
    checkIn: null,
    call: null,
    recall: null,
    start: null,
    hold: null,
    resume: null,
    transfer: null,
    complete: null,
    noShow: null,
    cancel: null,
    postpone: null,
    closeByRule: null,
    crossLimit: null,
  },
};

/** The wait limit of the service the ticket waits for after the event, in seconds. */
export interface TransitionRules {
  limitSeconds: number;
}

/**
 * The ticket after the event, or `wrong-state` with the current state. Pure: saves nothing, knows no clock.
 * A leg's wait runs from arrival or transfer to the start; see clocks.ts.
 */
export function transition(ticket: Ticket, event: TicketEvent, now: Date, rules: TransitionRules): Result<Ticket> {
  const target = TRANSITIONS[ticket.status][event.type];
  if (target === null)
    return fail('wrong-state', {
      currentState: ticket.status,
      detail: `A ticket that is "${ticket.status}" does not take "${event.type}".`,
    });
  const status = target === 'return' ? (ticket.heldFrom === 'serving' ? 'serving' : 'waiting') : target;
  if (event.type === 'postpone' && ticket.postponedAt)
    return fail('postponed-already', { currentState: ticket.status, detail: 'A ticket moves back once.' });
  const next: Ticket = { ...ticket, ...change(ticket, event, now, rules), status };
  next.limitDueAt = nextLimitAt(next, rules.limitSeconds);
  return success(next);
}

const NOT_HELD = { heldAt: null, holdReason: null, holdByHall: false, heldFrom: null } as const;
const NO_COUNTER = { counterId: null, calledAt: null, calledBy: null } as const;

function change(ticket: Ticket, event: TicketEvent, now: Date, rules: TransitionRules): Partial<TicketFields> {
  switch (event.type) {
    case 'checkIn':
      return {
        arrivedAt: now,
        waitingSince: now,
        queueAt: event.place ?? arrivalPlace(ticket, now, rules.limitSeconds),
      };
    case 'call':
      return { counterId: event.counterId, calledAt: now, calledBy: event.by, callCount: ticket.callCount + 1 };
    case 'recall':
      return { callCount: ticket.callCount + 1 };
    case 'start':
      return {
        startedAt: now,
        excusedSeconds: Math.max(
          0,
          ticket.excusedSeconds - unusedPostponement(ticket.postponedAt, ticket.waitingSince, now),
        ),
      };
    case 'hold':
      return {
        heldAt: now,
        holdReason: event.reason,
        holdByHall: event.byHall,
        heldFrom: ticket.status,
        // A called customer who is parked frees the counter; one who is being served keeps it as the place to return to.
        ...(ticket.status === 'serving' ? {} : NO_COUNTER),
      };
    case 'resume': {
      const away = secondsBetween(ticket.heldAt ?? ticket.completedAt ?? now, now);
      // Never seen before: whoever comes after his booking has lapsed arrives now.
      if (ticket.status === 'noShow' && !ticket.queueAt)
        return {
          completedAt: null,
          endReason: null,
          arrivedAt: now,
          waitingSince: now,
          queueAt: queueTime(now, ticket.creditSeconds),
        };
      if (ticket.status === 'noShow')
        return { ...NO_COUNTER, completedAt: null, endReason: null, excusedSeconds: ticket.excusedSeconds + away };
      if (ticket.heldFrom === 'serving') return { ...NOT_HELD, handlingHeldSeconds: ticket.handlingHeldSeconds + away };
      return { ...NOT_HELD, excusedSeconds: ticket.excusedSeconds + (ticket.holdByHall ? 0 : away) };
    }
    case 'transfer':
      return {
        ...NOT_HELD,
        ...NO_COUNTER,
        serviceId: event.serviceId,
        targetCounterId: event.targetCounterId,
        waitingSince: now,
        queueAt: event.keepPlace && ticket.queueAt ? ticket.queueAt : queueTime(now, ticket.creditSeconds),
        startedAt: null,
        excusedSeconds: 0,
        handlingHeldSeconds: 0,
        limitsCrossed: 0,
        flaggedAt: null,
        earlyFlaggedAt: null,
      };
    case 'complete':
      return { completedAt: now, outcome: event.outcome, notes: event.notes };
    case 'postpone':
      return {
        postponedAt: now,
        // Before arrival nothing waits yet: the place is found at check-in.
        ...(ticket.queueAt
          ? {
              queueAt: addSeconds(ticket.queueAt, POSTPONE_SECONDS),
              excusedSeconds: ticket.excusedSeconds + POSTPONE_SECONDS,
            }
          : {}),
      };
    case 'noShow':
      return { ...NOT_HELD, completedAt: now, endReason: 'noShow' };
    case 'cancel':
      return { ...NOT_HELD, completedAt: now, endReason: event.reason };
    case 'closeByRule':
      return { ...NOT_HELD, completedAt: now, endReason: 'closedByRule' };
    case 'crossLimit':
      return { limitsCrossed: ticket.limitsCrossed + 1, flaggedAt: ticket.flaggedAt ?? now };
  }
}
