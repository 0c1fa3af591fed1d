import type { Tx } from '@/lib/platform/db/client';
import { insertRows } from '@/lib/platform/db/insert-rows';
import type { Channel, Ticket, TicketFields, TicketLeg, TicketStatus } from './ticket';

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

/** What an update writes: the fields that transitions change, the new version and the way back. */
function changedFields(
  ticket: Ticket,
): TicketFields &
  Pick<Ticket, 'bookedFor' | 'serviceDay' | 'number' | 'version' | 'prepared' | 'slip'> & { undo?: object } {
  return {
    bookedFor: ticket.bookedFor,
    serviceDay: ticket.serviceDay,
    number: ticket.number,
    status: ticket.status,
    serviceId: ticket.serviceId,
    arrivedAt: ticket.arrivedAt,
    waitingSince: ticket.waitingSince,
    queueAt: ticket.queueAt,
    targetCounterId: ticket.targetCounterId,
    counterId: ticket.counterId,
    calledAt: ticket.calledAt,
    calledBy: ticket.calledBy,
    callCount: ticket.callCount,
    startedAt: ticket.startedAt,
    heldAt: ticket.heldAt,
    holdReason: ticket.holdReason,
    holdByHall: ticket.holdByHall,
    heldFrom: ticket.heldFrom,
    excusedSeconds: ticket.excusedSeconds,
    handlingHeldSeconds: ticket.handlingHeldSeconds,
    completedAt: ticket.completedAt,
    outcome: ticket.outcome,
    notes: ticket.notes,
    endReason: ticket.endReason,
    limitDueAt: ticket.limitDueAt,
    limitsCrossed: ticket.limitsCrossed,
    flaggedAt: ticket.flaggedAt,
    earlyFlaggedAt: ticket.earlyFlaggedAt,
    postponedAt: ticket.postponedAt,
    prepared: ticket.prepared,
    slip: ticket.slip,
    version: ticket.version,
    undo: (ticket.undo ?? {}) as object,
  };
}

/** Conditional update: true when the row still had the status and version it was read with. */
export async function updateTicket(
  tx: Tx,
  ticket: Ticket,
  was: { status: TicketStatus; version: number },
): Promise<boolean> {
  const { count } = await tx.ticket.updateMany({
    where: { id: ticket.id, status: was.status, version: was.version },
    data: changedFields(ticket),
  });
  return count === 1;
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
