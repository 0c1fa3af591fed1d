import { secondsBetween } from '@/lib/core/clock';
import type { TicketFields } from './ticket';

/**
 * The one definition of the clocks (paper on waiting). Wait of a leg: arrival or transfer → start of service. A call
 * nobody answers does not end it, a recall does not restart it, a hold counts only when the hall caused it.
 */
export function waitSeconds(
  ticket: Pick<
    TicketFields,
    'status' | 'waitingSince' | 'startedAt' | 'completedAt' | 'heldAt' | 'holdByHall' | 'heldFrom' | 'excusedSeconds'
  >,
  now: Date,
): number {
  if (!ticket.waitingSince) return 0;
  const end = ticket.startedAt ?? ticket.completedAt ?? now;
  const heldNow =
    ticket.status === 'held' && !ticket.holdByHall && ticket.heldAt && ticket.heldFrom !== 'serving'
      ? secondsBetween(ticket.heldAt, end)
      : 0;
  return Math.max(0, secondsBetween(ticket.waitingSince, end) - ticket.excusedSeconds - heldNow);
}

/** Handling of a leg: start → complete or transfer, without the time the customer was away (held while served). */
export function handlingSeconds(
  ticket: Pick<TicketFields, 'status' | 'startedAt' | 'completedAt' | 'heldAt' | 'heldFrom' | 'handlingHeldSeconds'>,
  now: Date,
): number | null {
  if (!ticket.startedAt) return null;
  const end = ticket.completedAt ?? now;
  const heldNow =
    ticket.status === 'held' && ticket.heldFrom === 'serving' && ticket.heldAt ? secondsBetween(ticket.heldAt, end) : 0;
  return Math.max(0, secondsBetween(ticket.startedAt, end) - ticket.handlingHeldSeconds - heldNow);
}

/**
 * The instant at which the wait crosses its next limit: `limitSeconds` × (crossings so far + 1) of counted wait.
 * Null when the clock stands still (held for the customer's own reasons) or the wait is over.
 */
export function nextLimitAt(
  ticket: Pick<
    TicketFields,
    'status' | 'waitingSince' | 'holdByHall' | 'heldFrom' | 'excusedSeconds' | 'limitsCrossed'
  >,
  limitSeconds: number,
): Date | null {
  const runs =
    ticket.status === 'waiting' ||
    ticket.status === 'called' ||
    (ticket.status === 'held' && ticket.holdByHall && ticket.heldFrom !== 'serving');
  if (!runs || !ticket.waitingSince) return null;
  return new Date(
    ticket.waitingSince.getTime() + (ticket.excusedSeconds + limitSeconds * (ticket.limitsCrossed + 1)) * 1000,
  );
}
