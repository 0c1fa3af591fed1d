import { touchpointOf } from '@/lib/touchpoints/events';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';

const BEGIN = Date.parse('2026-03-02T01:00:00Z');

/** An event of a day that began at nine: kind, minute, and what else it tells. */
export function event(kind: string, minute: number, facts: Partial<JourneyEvent> = {}): JourneyEvent {
  return {
    kind,
    touchpoint: touchpointOf({ kind } as Parameters<typeof touchpointOf>[0]),
    at: new Date(BEGIN + minute * 60_000),
    serviceDay: '2026-03-02',
    actorRef: 'staff:s1',
    visitId: null,
    ticketId: null,
    counterId: null,
    zoneId: null,
    payload: {},
    ...facts,
  };
}

/** What a standard measures on a day of these events. */
export function measured(standard: Standard | undefined, events: readonly JourneyEvent[]): Figure {
  if (!standard) throw new Error('There is no such standard.');
  const memory = standard.begin();
  for (const next of events) standard.take(memory, next);
  return standard.measure(memory);
}
