import { atCounter, type HallState } from '@/lib/halls/hall-state';
import type { Ticket } from '@/lib/tickets/ticket';

/** After the farewell the device at the counter asks for this long. */
export const ASK_SECONDS = 180;

/**
 * Whom the device at a counter may ask: the customer who was finished there last, for three minutes, and only until the
 * next one sits there. So nobody rates a service that was not given at this counter a moment ago.
 */
export function lastServed(state: HallState, counterId: string, now: Date): Ticket | null {
  if (atCounter(state, counterId)?.status === 'serving') return null;
  let last: Ticket | null = null;
  for (const ticket of state.tickets.values()) {
    if (ticket.counterId !== counterId || ticket.status !== 'completed' || !ticket.completedAt) continue;
    if (!last?.completedAt || ticket.completedAt > last.completedAt) last = ticket;
  }
  if (!last?.completedAt) return null;
  return now.getTime() - last.completedAt.getTime() <= ASK_SECONDS * 1000 ? last : null;
}
