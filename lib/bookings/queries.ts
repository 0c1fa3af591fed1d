import type { Database, Tx } from '@/lib/platform/db/client';
import type { TicketStatus } from '@/lib/tickets/ticket';
import type { BookingRow } from './booking-row';
import type { BookableService } from './slots';

/** What the hall's services offer for booking. */
export async function listBookableServices(db: Database | Tx, hallId: string): Promise<BookableService[]> {
  const rows = await db.bookableService.findMany({ where: { hallId }, orderBy: { serviceId: 'asc' } });
  return rows.map(({ hallId: _hall, ...row }) => ({ ...row, perHour: row.perHour as number[][] }));
}

/** The places of a slot that are taken. */
export async function takenPlaces(
  db: Database | Tx,
  slot: { hallId: string; serviceId: string; slotAt: Date },
): Promise<Set<number>> {
  const rows = await db.booking.findMany({ where: { ...slot, place: { not: null } }, select: { place: true } });
  return new Set(rows.flatMap(({ place }) => (place === null ? [] : [place])));
}

/** How many places of each slot of a service are taken on some days, by the slot's time in epoch ms. */
export async function countTaken(
  db: Database | Tx,
  { hallId, serviceId, days }: { hallId: string; serviceId: string; days: readonly string[] },
): Promise<Map<number, number>> {
  const rows = await db.booking.groupBy({
    by: ['slotAt'],
    where: { hallId, serviceId, serviceDay: { in: [...days] }, place: { not: null } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.slotAt.getTime(), row._count._all]));
}

/** The open booking of a device or a person in a hall; the id of its ticket, or null. */
export async function findOpenBooking(
  db: Database | Tx,
  hallId: string,
  { device, person }: { device?: string | null | undefined; person?: string | null | undefined },
): Promise<string | null> {
  const who = [...(device ? [{ openDevice: device }] : []), ...(person ? [{ openPerson: person }] : [])];
  if (who.length === 0) return null;
  const row = await db.booking.findFirst({ where: { hallId, OR: who }, select: { ticketId: true } });
  return row?.ticketId ?? null;
}

/** Whether the hotline booked it for somebody who called. */
export async function isFromHotline(tx: Tx, ticketId: string): Promise<boolean> {
  const row = await tx.booking.findUnique({ where: { ticketId }, select: { byHotline: true } });
  return row?.byHotline === true;
}

/** Bookings of a hall from one service day to another, those that were given back left out; in order of their time. */
export async function listBookings(
  db: Database | Tx,
  hallId: string,
  { from, to, open = false }: { from: string; to: string; open?: boolean },
): Promise<BookingRow[]> {
  const rows = await db.booking.findMany({
    where: { hallId, serviceDay: { gte: from, lte: to }, place: { not: null } },
    orderBy: [{ slotAt: 'asc' }, { bookedAt: 'asc' }, { ticketId: 'asc' }],
    take: 2000,
  });
  const tickets = await db.ticket.findMany({
    where: { id: { in: rows.map((row) => row.ticketId) }, ...(open ? { status: 'booked' } : {}) },
    select: { id: true, number: true, status: true, visit: { select: { customerName: true, customerPhone: true } } },
  });
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return rows.flatMap(({ ticketId, serviceId, serviceDay, slotAt }) => {
    const ticket = known.get(ticketId);
    if (!ticket) return [];
    const { number, status, visit } = ticket;
    return [{ ticketId, serviceId, serviceDay, slotAt, number, status: status as TicketStatus, ...visit }];
  });
}
