import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@/lib/platform/db/client';
import { insertRows, updateRow } from '@/lib/platform/db/written-rows';
import type { Channel, Ticket, TicketFields, TicketLeg } from './ticket';

/** A visit as it is inserted: one customer, one stay. */
export interface NewVisit {
  id: string;
  hallId: string;
  serviceDay: string;
  channel: Channel;
  customerClass: string | null;
  needs: string[];
  locale: string | null;
  customerName: string | null;
  customerPhone: string | null;
  startedAt: Date;
  arrivedAt: Date | null;
}

export async function insertVisits(tx: Tx, visits: NewVisit[]): Promise<void> {
  await insertRows(tx, 'visits', visits);
}

export interface VisitChange {
  arrivedAt?: Date;
  endedAt?: Date | null;
  /** Of a booking that was moved to another day. */
  serviceDay?: string;
}

export async function updateVisit(tx: Tx, id: string, data: VisitChange): Promise<void> {
  await tx.visit.update({ where: { id }, data });
}

export async function insertTickets(tx: Tx, tickets: Ticket[]): Promise<void> {
  const rows = tickets.map(({ customerName: _name, customerPhone: _phone, ...row }) => row);
  await insertRows(tx, 'tickets', rows);
}

/** What transitions may change of a ticket; the compiler misses none of them. Anything else stays as it was issued. */
const CHANGING: Record<
  keyof TicketFields | 'bookedFor' | 'serviceDay' | 'number' | 'version' | 'prepared' | 'slip' | 'undo',
  true
> = {
  bookedFor: true,
  serviceDay: true,
  number: true,
  status: true,
  serviceId: true,
  arrivedAt: true,
  waitingSince: true,
  queueAt: true,
  targetCounterId: true,
  counterId: true,
  calledAt: true,
  calledBy: true,
  callCount: true,
  startedAt: true,
  heldAt: true,
  holdReason: true,
  holdByHall: true,
  heldFrom: true,
  excusedSeconds: true,
  handlingHeldSeconds: true,
  completedAt: true,
  outcome: true,
  notes: true,
  endReason: true,
  limitDueAt: true,
  limitsCrossed: true,
  flaggedAt: true,
  earlyFlaggedAt: true,
  postponedAt: true,
  prepared: true,
  slip: true,
  version: true,
  undo: true,
};
const changing = Object.keys(CHANGING) as (keyof typeof CHANGING)[];

/**
 * Conditional update: true when the row still had the status and version it was read with. Only what differs is
 * written, so that the database leaves the indexes of the rest alone.
 */
export async function updateTicket(tx: Tx, ticket: Ticket, was: Ticket): Promise<boolean> {
  const changed = changing.filter((field) => !isDeepStrictEqual(ticket[field], was[field]));
  const data = Object.fromEntries(changed.map((field) => [field, ticket[field]]));
  const known = { id: ticket.id, status: was.status, version: was.version };
  return updateRow(tx, 'tickets', known, { ...data, ...('undo' in data ? { undo: ticket.undo ?? {} } : {}) });
}

export async function insertLegs(tx: Tx, hallId: string, legs: TicketLeg[]): Promise<void> {
  await insertRows(
    tx,
    'ticket_legs',
    legs.map((leg) => ({ ...leg, hallId })),
  );
}

export async function deleteLeg(tx: Tx, id: string): Promise<void> {
  await tx.ticketLeg.deleteMany({ where: { id } });
}

export async function saveSequence(
  tx: Tx,
  key: { hallId: string; serviceDay: string; letter: string },
  last: number,
): Promise<void> {
  await tx.numberSequence.upsert({
    where: { hallId_serviceDay_letter: key },
    create: { ...key, last },
    update: { last },
  });
}

/** The next number of a letter on another day than the hall's: taken in the database at once. */
export async function raiseSequence(
  tx: Tx,
  key: { hallId: string; serviceDay: string; letter: string },
): Promise<number> {
  const row = await tx.numberSequence.upsert({
    where: { hallId_serviceDay_letter: key },
    create: { ...key, last: 1 },
    update: { last: { increment: 1 } },
  });
  return row.last;
}

/** Notes who took a ticket from afar, for the limits of such tickets. */
export async function insertRemoteJoin(
  tx: Tx,
  row: { ticketId: string; hallId: string; serviceDay: string; device: string | null; joinedAt: Date },
): Promise<void> {
  await tx.remoteJoin.create({ data: row });
}
