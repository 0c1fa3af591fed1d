import { waitSeconds } from '@/lib/tickets/clocks';
import type { Ticket } from '@/lib/tickets/ticket';
import type { WaitEstimate } from './hall-estimate';

/** The ticket has not crossed its limit, and its estimate (middle) says that it will. */
export function willCross(
  ticket: Ticket,
  estimate: WaitEstimate | undefined,
  limitSeconds: number,
  now: Date,
): boolean {
  if (ticket.status !== 'waiting' || ticket.limitsCrossed > 0 || !estimate) return false;
  return waitSeconds(ticket, now) + estimate.p50Seconds >= limitSeconds;
}
