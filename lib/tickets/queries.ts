import type { Database, Tx } from '@/lib/platform/db/client';
import type { Channel, SlipState, Ticket, TicketLeg, TicketStatus, TicketUndo } from './ticket';
import { ticketIdOf } from './token';

/** What a ticket needs of its visit: the customer's name and phone. */
export const WITH_VISIT = { visit: { select: { customerName: true, customerPhone: true } } } as const;

type TicketRow = NonNullable<Awaited<ReturnType<Tx['ticket']['findUnique']>>>;
type TicketRowWithVisit = TicketRow & { visit: { customerName: string | null; customerPhone: string | null } };
type LegRow = NonNullable<Awaited<ReturnType<Tx['ticketLeg']['findUnique']>>>;

export function toTicket({ visit, ...row }: TicketRowWithVisit): Ticket {
  return {
    ...row,
    status: row.status as TicketStatus,
    heldFrom: row.heldFrom as TicketStatus | null,
    channel: row.channel as Channel,
    slip: row.slip as SlipState | null,
    needs: row.needs as string[],
    prepared: row.prepared as string[],
    undo: row.undo as unknown as TicketUndo | null,
    customerName: visit.customerName,
    customerPhone: visit.customerPhone,
  };
}

export function toLeg(row: LegRow): TicketLeg {
  return { ...row, ending: row.ending as TicketLeg['ending'] };
}

/** Where a ticket belongs: its visit and hall; null when there is no such ticket. */
export async function findTicketVisit(
  db: Database,
  ticketId: string,
): Promise<{ visitId: string; hallId: string } | null> {
  return db.ticket.findUnique({ where: { id: ticketId }, select: { visitId: true, hallId: true } });
}

/** A ticket as it is stored: for those that ended too long ago to be in the hall's state. */
export async function findStoredTicket(db: Database, ticketId: string): Promise<Ticket | null> {
  const row = await db.ticket.findUnique({ where: { id: ticketId }, include: WITH_VISIT });
  return row ? toTicket(row) : null;
}

/** How many tickets from afar the hall has given on a service day. */
export async function countRemote(db: Database | Tx, hallId: string, serviceDay: string): Promise<number> {
  return db.remoteJoin.count({ where: { hallId, serviceDay } });
}

/** The last tickets that a device took in a hall, newest first: the open ones are among them. */
export async function ticketsOfDevice(db: Database | Tx, hallId: string, device: string): Promise<string[]> {
  const rows = await db.remoteJoin.findMany({
    where: { hallId, device },
    select: { ticketId: true },
    orderBy: [{ joinedAt: 'desc' }, { ticketId: 'desc' }],
    take: 5,
  });
  return rows.map((row) => row.ticketId);
}

/** Whether a visit of this hall has begun and not ended: also one that has no ticket, at a machine. */
export async function isVisitOpen(db: Database | Tx, hallId: string, visitId: string): Promise<boolean> {
  const visit = await db.visit.findUnique({ where: { id: visitId }, select: { hallId: true, endedAt: true } });
  return visit?.hallId === hallId && visit.endedAt === null;
}

/** Who holds the token of a ticket: its customer; null for a token that is none of ours. */
export async function findCustomer({ db, secret }: { db: Database; secret: string }, token: string) {
  const ticketId = ticketIdOf(secret, token);
  const visit = ticketId && (await findTicketVisit(db, ticketId));
  return ticketId && visit ? { actor: { kind: 'customer', ticketId, ...visit } as const, ticketId } : null;
}
