import type { Database, Tx } from '@/lib/platform/db/client';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { EventPlace } from '@/lib/touchpoints/schema';
import type { PlacedEvent, TouchpointFigures } from './journey-day';
import type { DayRange } from './period';

const IN_ORDER = [{ version: 'asc' }, { ordinal: 'asc' }] as const;

const FACTS = {
  version: true,
  ordinal: true,
  kind: true,
  touchpoint: true,
  at: true,
  serviceDay: true,
  actorRef: true,
  visitId: true,
  ticketId: true,
  counterId: true,
  zoneId: true,
  payload: true,
} as const;

type Row = Omit<PlacedEvent, 'payload'> & { payload: unknown };

function placed(row: Row): PlacedEvent {
  return { ...row, payload: row.payload as Record<string, unknown> };
}

/** A service day's events in their order. */
export async function listDayEvents(db: Database | Tx, hallId: string, serviceDay: string): Promise<PlacedEvent[]> {
  const rows = await db.event.findMany({ where: { hallId, serviceDay }, orderBy: [...IN_ORDER], select: FACTS });
  return rows.map(placed);
}

/** Events of a hall after a place, in their order. */
export async function listNewEvents(
  db: Database,
  hallId: string,
  after: EventPlace,
  limit: number,
): Promise<PlacedEvent[]> {
  const rows = await db.event.findMany({
    where: {
      hallId,
      version: { gte: after.version },
      NOT: { version: after.version, ordinal: { lte: after.ordinal } },
    },
    orderBy: [...IN_ORDER],
    take: limit,
    select: FACTS,
  });
  return rows.map(placed);
}

/** Where the last event of a hall stands. */
export async function lastPlace(db: Database, hallId: string): Promise<EventPlace> {
  const last = await db.event.findFirst({
    where: { hallId },
    orderBy: [{ version: 'desc' }, { ordinal: 'desc' }],
    select: { version: true, ordinal: true },
  });
  return last ?? { version: 0, ordinal: 0 };
}

/** Events of a touchpoint on a day, newest first, with the numbers of their tickets. */
export async function listTouchpointEvents(
  db: Database,
  where: { hallId: string; serviceDay: string; touchpoint: Touchpoint },
  page: { before?: EventPlace; limit: number },
) {
  const { before, limit } = page;
  const rows = await db.event.findMany({
    where: {
      ...where,
      ...(before
        ? { version: { lte: before.version }, NOT: { version: before.version, ordinal: { gte: before.ordinal } } }
        : {}),
    },
    orderBy: [{ version: 'desc' }, { ordinal: 'desc' }],
    take: limit,
    select: {
      id: true,
      version: true,
      ordinal: true,
      at: true,
      kind: true,
      ticketId: true,
      visitId: true,
      counterId: true,
    },
  });
  const ticketIds = [...new Set(rows.flatMap(({ ticketId }) => ticketId ?? []))];
  const tickets = await db.ticket.findMany({
    where: { id: { in: ticketIds }, hallId: where.hallId },
    select: { id: true, number: true },
  });
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({ ...row, number: numbers.get(row.ticketId ?? '') ?? null }));
}

/** The kept figures of a hall's days. */
export async function listDayFigures(
  db: Database,
  hallId: string,
  { from, to }: DayRange,
): Promise<{ serviceDay: string; touchpoint: Touchpoint; figures: TouchpointFigures }[]> {
  const rows = await db.touchpointDay.findMany({
    where: { hallId, serviceDay: { gte: from, lte: to } },
    select: { serviceDay: true, touchpoint: true, figures: true },
  });
  return rows.map(({ serviceDay, touchpoint, figures }) => ({
    serviceDay,
    touchpoint: touchpoint as Touchpoint,
    figures: figures as unknown as TouchpointFigures,
  }));
}

/** The last day of a hall whose figures are kept. */
export async function lastKeptDay(db: Database | Tx, hallId: string): Promise<string | null> {
  const last = await db.touchpointDay.findFirst({
    where: { hallId },
    orderBy: { serviceDay: 'desc' },
    select: { serviceDay: true },
  });
  return last?.serviceDay ?? null;
}

/** The first day after `after` and before `today` on which something happened; null where there is none. */
export async function nextDayWithEvents(
  db: Database | Tx,
  hallId: string,
  after: string | null,
  today: string,
): Promise<string | null> {
  const first = await db.event.findFirst({
    where: { hallId, serviceDay: { ...(after ? { gt: after } : {}), lt: today } },
    orderBy: { serviceDay: 'asc' },
    select: { serviceDay: true },
  });
  return first?.serviceDay ?? null;
}
