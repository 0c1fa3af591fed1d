import { serviceDay } from '@/lib/halls/service-day';
import { type NewEvent, touchpointOf } from '@/lib/touchpoints/events';
import type { StoredEvent } from '@/lib/touchpoints/repository';

/** Events of one command as they are stored: in the order in which they were recorded, on the hall's service day. */
export function storedEvents(
  events: readonly NewEvent[],
  of: { hallId: string; timeZone: string; version: number; now: Date; by: string; newId: () => string },
): StoredEvent[] {
  return events.map((event, ordinal) => ({
    id: of.newId(),
    hallId: of.hallId,
    version: of.version,
    ordinal,
    kind: event.kind,
    touchpoint: touchpointOf(event),
    at: event.at ?? of.now,
    serviceDay: serviceDay(of.now, of.timeZone),
    actorRef: of.by,
    visitId: event.visitId ?? null,
    ticketId: event.ticketId ?? null,
    counterId: event.counterId ?? null,
    zoneId: event.zoneId ?? null,
    screenId: event.screenId ?? null,
    payload: event.payload ?? {},
  }));
}
