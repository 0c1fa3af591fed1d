import { TOUCHPOINTS, type Touchpoint } from '@/lib/touchpoints/registry';
import type { EventPlace } from '@/lib/touchpoints/schema';
import type { Figure, JourneyEvent, TouchpointDefinition } from '@/lib/touchpoints/touchpoint';
import { takePosition, type VisitPosition } from './visit-position';

/** An event at its place in the hall's order. */
export type PlacedEvent = JourneyEvent & EventPlace;

/** What passed a touchpoint on a day. */
interface Passage {
  visits: Set<string>;
  /** Events that belong to no visit. */
  others: number;
}

/**
 * A service day of a hall as its events tell it so far: the memory of one fold over all touchpoints. Taking an event
 * costs the same however long the day is, so a day that is watched costs its new events only.
 */
export interface JourneyDay {
  serviceDay: string;
  /** The last event that was taken. */
  place: EventPlace;
  passages: Map<Touchpoint, Passage>;
  visits: Map<string, VisitPosition>;
  /** The memory of each standard: "<touchpoint>.<code>". */
  standards: Map<string, unknown>;
  /** The last rating of each ticket. */
  ratings: Map<string, { visitId: string | null; score: number }>;
}

/** What a touchpoint's day came to; days add up. */
export interface TouchpointFigures {
  /** Visits that passed, and events without a visit. */
  passed: number;
  /** Ratings of visits that passed. */
  rating: Figure;
  /** By the code of the standard. */
  standards: Record<string, Figure>;
}

const DEFINITIONS: readonly TouchpointDefinition[] = TOUCHPOINTS;

/** @param here the visits that were in the hall when the day began */
export function beginDay(serviceDay: string, here: Iterable<VisitPosition> = []): JourneyDay {
  return {
    serviceDay,
    place: { version: 0, ordinal: 0 },
    passages: new Map(TOUCHPOINTS.map(({ key }) => [key, { visits: new Set<string>(), others: 0 }])),
    visits: new Map([...here].map((visit) => [visit.visitId, visit])),
    standards: new Map(
      DEFINITIONS.flatMap(({ key, standards }) => standards.map((rule) => [`${key}.${rule.code}`, rule.begin()])),
    ),
    ratings: new Map(),
  };
}

/** Takes the next event of the hall. One of another day, or one that was taken before, changes nothing. */
export function takeEvent(day: JourneyDay, event: PlacedEvent): void {
  const { version, ordinal } = event;
  if (version < day.place.version || (version === day.place.version && ordinal <= day.place.ordinal)) return;
  day.place = { version, ordinal };
  if (event.serviceDay !== day.serviceDay) return;
  const passage = day.passages.get(event.touchpoint as Touchpoint);
  if (passage && event.visitId) passage.visits.add(event.visitId);
  else if (passage) passage.others += 1;
  takePosition(day.visits, event);
  if (event.kind === 'ticket.rated' && event.ticketId && typeof event.payload.score === 'number')
    day.ratings.set(event.ticketId, { visitId: event.visitId, score: event.payload.score });
  // Every standard reads all events: a touchpoint may be measured by what happens at another one.
  for (const { key, standards } of DEFINITIONS)
    for (const rule of standards) rule.take(day.standards.get(`${key}.${rule.code}`), event);
}

/** What the day came to so far, by touchpoint. */
export function dayFigures(day: JourneyDay): Map<Touchpoint, TouchpointFigures> {
  return new Map(
    TOUCHPOINTS.map(({ key, standards }) => {
      const passage = day.passages.get(key);
      const visits = passage?.visits ?? new Set<string>();
      const rating = { sum: 0, count: 0 };
      for (const { visitId, score } of day.ratings.values()) {
        if (!visitId || !visits.has(visitId)) continue;
        rating.sum += score;
        rating.count += 1;
      }
      const figures: TouchpointFigures = {
        passed: visits.size + (passage?.others ?? 0),
        rating,
        standards: Object.fromEntries(
          (standards as TouchpointDefinition['standards']).map((rule) => [
            rule.code,
            rule.measure(day.standards.get(`${key}.${rule.code}`)),
          ]),
        ),
      };
      return [key, figures];
    }),
  );
}
