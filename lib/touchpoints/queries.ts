import type { Database } from '@/lib/platform/db/client';
import type { Touchpoint } from './registry';
import { type EventPlace, type EventView, eventCursor } from './schema';

/** Events of a hall in their order (version, ordinal), after a place. */
export async function listEvents(
  db: Database,
  hallId: string,
  page: { after?: EventPlace; limit: number },
): Promise<EventView[]> {
  const { after } = page;
  const rows = await db.event.findMany({
    where: {
      hallId,
      // In this form the index leads straight to the place, however long the hall's history is.
      ...(after
        ? { version: { gte: after.version }, NOT: { version: after.version, ordinal: { lte: after.ordinal } } }
        : {}),
    },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
    take: page.limit,
  });
  return rows.map((row) => ({
    id: row.id,
    cursor: eventCursor(row),
    kind: row.kind,
    touchpoint: row.touchpoint as Touchpoint,
    at: row.at.toISOString(),
    serviceDay: row.serviceDay,
    actor: row.actorRef,
    visitId: row.visitId,
    ticketId: row.ticketId,
    counterId: row.counterId,
    zoneId: row.zoneId,
    screenId: row.screenId,
    payload: row.payload as Record<string, unknown>,
  }));
}
