import { addSeconds } from '@/lib/core/clock';
import type { HallState } from '@/lib/halls/hall-state';
import { ASK_SECONDS, lastServed } from './last-served';
import type { RatingDevice } from './schema';

/** For the device at a counter. `rated` says whether the customer it would ask has been heard. */
export function presentDevice(
  state: HallState,
  counterId: string | null,
  now: Date,
  rated: (ticketId: string) => boolean,
): RatingDevice {
  const counters = state.config.counters.filter((c) => c.active);
  const counter = counters.find((c) => c.id === counterId);
  const ticket = counter ? lastServed(state, counter.id, now) : null;
  return {
    counterNumber: counter?.number ?? null,
    counters: counters.map((c) => c.number),
    ticket:
      ticket?.completedAt && !rated(ticket.id)
        ? { id: ticket.id, number: ticket.number, until: addSeconds(ticket.completedAt, ASK_SECONDS).toISOString() }
        : null,
    at: now.toISOString(),
  };
}
