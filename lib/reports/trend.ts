import type { Ticket, TicketLeg } from '@/lib/tickets/ticket';

export interface TrendPoint {
  at: Date;
  waiting: number;
  served: number;
  meanWaitSeconds: number | null;
}

const STEP_MS = 5 * 60_000;

/**
 * The last two hours in steps of five minutes. People waiting at a step's end: legs and tickets whose wait had begun
 * and not ended; served: services that started within the step.
 */
export function trend(legs: TicketLeg[], tickets: Iterable<Ticket>, now: Date): TrendPoint[] {
  const end = Math.floor(now.getTime() / STEP_MS) * STEP_MS;
  const points = Array.from({ length: 25 }, (_, i) => ({
    at: i === 24 ? now.getTime() : end - (23 - i) * STEP_MS,
    waiting: 0,
    served: 0,
    sum: 0,
  }));
  const first = (points[0] as { at: number }).at;
  const add = (from: Date | null, started: Date | null, until: Date | null) => {
    if (!from) return;
    const to = (started ?? until)?.getTime() ?? Number.POSITIVE_INFINITY;
    for (const [i, point] of points.entries()) {
      if (from.getTime() <= point.at && point.at < to) point.waiting++;
      const before = i === 0 ? first - STEP_MS : (points[i - 1] as { at: number }).at;
      if (started && started.getTime() > before && started.getTime() <= point.at) {
        point.served++;
        point.sum += (started.getTime() - from.getTime()) / 1000;
      }
    }
  };
  for (const leg of legs)
    if (leg.endedAt.getTime() >= first - STEP_MS) add(leg.waitingSince, leg.startedAt, leg.endedAt);
  for (const ticket of tickets) if (!ticket.completedAt) add(ticket.waitingSince, ticket.startedAt, null);
  return points.map(({ at, waiting, served, sum }) => ({
    at: new Date(at),
    waiting,
    served,
    meanWaitSeconds: served > 0 ? Math.round(sum / served) : null,
  }));
}
