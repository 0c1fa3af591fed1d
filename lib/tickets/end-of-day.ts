import { bookingTimes } from '@/lib/bookings/booking-times';
import { secondsBetween } from '@/lib/core/clock';
import { type CounterSession, isAtWork } from '@/lib/counters/counter-session';
import { hallOpening } from '@/lib/halls/hall-opening';
import { atCounter, type HallState } from '@/lib/halls/hall-state';
import type { Ticket } from './ticket';

/** Tickets stay open this long after the hall has closed, so that everybody who is inside is still served. */
export const AFTER_CLOSING_SECONDS = 3600;
/** In a hall that does not close at midnight a ticket of the day before is given up after this. */
export const OVERNIGHT_SECONDS = 6 * 3600;

/**
 * Counters whose clerk went home without closing them: not heard of for six hours (longer than any pause), and no customer
 * there. In the morning they are free for whoever comes first.
 */
export function forgottenCounters(state: HallState, now: Date): CounterSession[] {
  return [...state.sessions.values()].filter(
    ({ counterId, silentAt }) =>
      silentAt !== null && secondsBetween(silentAt, now) >= OVERNIGHT_SECONDS && !atCounter(state, counterId),
  );
}

/**
 * Tickets that the end of the day closes: the hall is closed, nobody works at a counter, and an hour has passed since
 * anything happened to the ticket; or the ticket is of an earlier day and older than six hours. A counter that a clerk
 * left open and went home is nobody's work. A booking is given up by its own rule first, on whichever day that is.
 */
export function closedByDay(state: HallState, now: Date): Ticket[] {
  const open = hallOpening(state, now).open;
  const staffed = [...state.sessions.values()].some(isAtWork);
  return [...state.tickets.values()].filter((ticket) => {
    if (ticket.completedAt) return false;
    const lapsesAt =
      ticket.status === 'booked' && ticket.bookedFor ? bookingTimes(ticket.bookedFor, state.config).lapsesAt : null;
    const last = Math.max(
      ...[ticket.issuedAt, ticket.waitingSince, ticket.calledAt, ticket.startedAt, ticket.heldAt, lapsesAt].map(
        (at) => at?.getTime() ?? 0,
      ),
    );
    const age = (now.getTime() - last) / 1000;
    if (!open && !staffed && age >= AFTER_CLOSING_SECONDS) return true;
    return ticket.serviceDay < state.serviceDay && age >= OVERNIGHT_SECONDS;
  });
}
