import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { queueTime } from './queue-order';
import type { Ticket } from './ticket';

/** "Ten more minutes": a ticket moves back by this, once. */
export const POSTPONE_SECONDS = 600;

/**
 * The place in the queue of a customer who arrives now. A number taken by phone has held its place since it was taken,
 * but for no longer than the limit of a wait: nobody who was in the hall before is overtaken, and nobody either who has
 * waited past the limit, however early the phone was. Ten more minutes count as taken ten minutes later.
 */
export function arrivalPlace(
  ticket: Pick<Ticket, 'channel' | 'bookedFor' | 'issuedAt' | 'postponedAt' | 'creditSeconds'>,
  now: Date,
  limitSeconds: number,
): Date {
  return queueTime(heldSince(ticket, now, limitSeconds), ticket.creditSeconds);
}

function heldSince(
  { channel, bookedFor, issuedAt, postponedAt }: Pick<Ticket, 'channel' | 'bookedFor' | 'issuedAt' | 'postponedAt'>,
  now: Date,
  limitSeconds: number,
): Date {
  if (channel !== 'phone' || bookedFor) return now;
  const taken = issuedAt.getTime() + (postponedAt ? POSTPONE_SECONDS * 1000 : 0);
  return new Date(Math.min(now.getTime(), Math.max(taken, now.getTime() - limitSeconds * 1000)));
}

/** Of the ten minutes that a customer asked for and that do not count as wait, those he did not need after all. */
export function unusedPostponement(postponedAt: Date | null, waitingSince: Date | null, now: Date): number {
  if (!postponedAt || !waitingSince || postponedAt < waitingSince) return 0;
  return Math.max(0, secondsBetween(now, addSeconds(postponedAt, POSTPONE_SECONDS)));
}
