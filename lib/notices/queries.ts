import type { Locale } from '@/lib/core/locale';
import type { Database, Tx } from '@/lib/platform/db/client';
import { ACTIVE_STATUSES, type TicketStatus } from '@/lib/tickets/ticket';
import { TOLD_KINDS } from './notice';

export interface Subscription {
  id: string;
  ticketId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: Locale;
  nearly: boolean;
}

/** Whether anybody is to be told of what happens in a hall: a phone or a program. */
export async function hasListeners(db: Database | Tx, hallId: string): Promise<boolean> {
  if (await db.pushSubscription.findFirst({ where: { hallId }, select: { id: true } })) return true;
  return (await db.webhook.findFirst({ where: { hallId, active: true }, select: { id: true } })) !== null;
}

/** Halls in which somebody is to be told of what happens. */
export async function listHallsWithListeners(db: Database): Promise<string[]> {
  const subscribed = await db.pushSubscription.findMany({ select: { hallId: true }, distinct: ['hallId'] });
  const hooked = await db.webhook.findMany({
    where: { active: true },
    select: { hallId: true },
    distinct: ['hallId'],
  });
  return [...new Set([...subscribed, ...hooked].map(({ hallId }) => hallId))];
}

/** The version of a hall's clock: everything up to it is in the database. */
export async function hallVersion(db: Database | Tx, hallId: string): Promise<number> {
  const clock = await db.hallClock.findUnique({ where: { hallId } });
  return clock?.version ?? 0;
}

/** The phones that want to be told of these tickets. */
export async function listSubscriptions(tx: Tx, ticketIds: string[]): Promise<Subscription[]> {
  if (ticketIds.length === 0) return [];
  const rows = await tx.pushSubscription.findMany({ where: { ticketId: { in: ticketIds } }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, locale: row.locale as Locale }));
}

export async function findSubscription(db: Database, id: string): Promise<Subscription | null> {
  const row = await db.pushSubscription.findUnique({ where: { id } });
  return row && { ...row, locale: row.locale as Locale };
}

export async function countSubscriptions(tx: Tx, ticketId: string): Promise<number> {
  return tx.pushSubscription.count({ where: { ticketId } });
}

/** The sealed number that was left for a ticket; null without. */
export async function findPhone(db: Database, ticketId: string): Promise<string | null> {
  const row = await db.ticketPhone.findUnique({ where: { ticketId }, select: { sealed: true } });
  return row?.sealed ?? null;
}

/** Up to which version a hall's events have become notices; null before the first time. */
export async function findCursor(db: Database | Tx, hallId: string): Promise<number | null> {
  const row = await db.noticeCursor.findUnique({ where: { hallId } });
  return row?.version ?? null;
}

export interface ToldEvent {
  id: string;
  version: number;
  kind: string;
  at: Date;
  ticketId: string | null;
  payload: Record<string, unknown>;
}

/** Events after a version that become notices, in their order, at most `limit`. */
export async function listToldEvents(
  tx: Database | Tx,
  hallId: string,
  range: { after: number; upTo: number; limit: number },
): Promise<ToldEvent[]> {
  const rows = await tx.event.findMany({
    where: { hallId, version: { gt: range.after, lte: range.upTo }, kind: { in: [...TOLD_KINDS] } },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
    take: range.limit,
    select: { id: true, version: true, kind: true, at: true, ticketId: true, payload: true },
  });
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

/** Tickets that somebody may be told of and that ended: who, and when. */
export async function listEndedWithContacts(
  db: Database,
): Promise<{ ticketId: string; status: string; endedAt: Date }[]> {
  const subscribed = await db.pushSubscription.findMany({ select: { ticketId: true }, distinct: ['ticketId'] });
  const phones = await db.ticketPhone.findMany({ select: { ticketId: true } });
  const ids = [...new Set([...subscribed, ...phones].map(({ ticketId }) => ticketId))];
  if (ids.length === 0) return [];
  const ended = await db.ticket.findMany({
    where: { id: { in: ids }, status: { notIn: [...ACTIVE_STATUSES] } },
    select: { id: true, status: true, completedAt: true, issuedAt: true },
  });
  return ended.map((row) => ({ ticketId: row.id, status: row.status, endedAt: row.completedAt ?? row.issuedAt }));
}

/** Of these tickets, those with something still on its way by this channel. */
export async function ticketsOnTheWay(tx: Tx, ticketIds: string[], channel: 'push' | 'webhook'): Promise<Set<string>> {
  const rows = await tx.noticeDelivery.findMany({
    where: { ticketId: { in: ticketIds }, state: 'pending', channel },
    select: { ticketId: true },
    distinct: ['ticketId'],
  });
  return new Set(rows.map(({ ticketId }) => ticketId));
}

/** A ticket as a notice speaks of it. */
export interface ToldTicket {
  id: string;
  number: string;
  status: TicketStatus;
  locale: Locale | null;
  serviceCode: string;
  callCount: number;
  bookedFor: Date | null;
}

export async function listToldTickets(tx: Tx, hallId: string, ids: string[]): Promise<Map<string, ToldTicket>> {
  const rows = await tx.ticket.findMany({
    where: { hallId, id: { in: ids } },
    select: { id: true, number: true, status: true, locale: true, serviceId: true, callCount: true, bookedFor: true },
  });
  const services = await tx.service.findMany({
    where: { id: { in: [...new Set(rows.map(({ serviceId }) => serviceId))] } },
    select: { id: true, code: true },
  });
  const codes = new Map(services.map(({ id, code }) => [id, code]));
  return new Map(
    rows.map(({ serviceId, ...row }) => [
      row.id,
      {
        ...row,
        status: row.status as TicketStatus,
        locale: row.locale as Locale | null,
        serviceCode: codes.get(serviceId) ?? '',
      },
    ]),
  );
}
