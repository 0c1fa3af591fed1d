import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { NumberBlock } from './number-block';
import type { AttentionReason, OfflineState, OfflineTicket } from './offline-ticket';

type Row = NonNullable<Awaited<ReturnType<Tx['offlineTicket']['findUnique']>>>;

function toOfflineTicket(row: Row): OfflineTicket {
  return {
    ...row,
    state: row.state as OfflineState,
    reason: row.reason as AttentionReason | null,
    order: row.order as Record<string, unknown>,
  };
}

/** All blocks of a service day, in the order in which they were reserved. */
export function listBlocks(db: Database | Tx, hallId: string, serviceDay: string): Promise<NumberBlock[]> {
  return db.numberBlock.findMany({ where: { hallId, serviceDay }, orderBy: [{ reservedAt: 'asc' }, { first: 'asc' }] });
}

/** A block of a hall, also of an earlier day. */
export function findBlock(db: Database | Tx, hallId: string, id: string): Promise<NumberBlock | null> {
  return db.numberBlock.findFirst({ where: { id, hallId } });
}

export async function findOfflineTicket(db: Database | Tx, id: string): Promise<OfflineTicket | null> {
  const row = await db.offlineTicket.findUnique({ where: { id } });
  return row && toOfflineTicket(row);
}

export function locateOfflineTicket({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(
    db.offlineTicket.findUnique({ where: { id }, select: { hallId: true } }),
    'There is no such offline ticket.',
  );
}

/** Whether a number of a service day is on somebody's paper already. */
export async function isNumberGiven(
  db: Database | Tx,
  { hallId, serviceDay, number }: { hallId: string; serviceDay: string; number: string },
): Promise<boolean> {
  const where = { hallId, serviceDay, number };
  return (
    (await db.offlineTicket.count({ where })) > 0 ||
    (await db.ticket.findUnique({ where: { hallId_serviceDay_number: where }, select: { id: true } })) !== null
  );
}

/** The numbers that were given out of some blocks, by block id. */
export async function numbersGiven(db: Database | Tx, blockIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.offlineTicket.findMany({
    where: { blockId: { in: blockIds } },
    select: { blockId: true, number: true },
    orderBy: { number: 'asc' },
  });
  const given = new Map<string, string[]>();
  for (const { blockId, number } of rows) given.set(blockId, [...(given.get(blockId) ?? []), number]);
  return given;
}

/** Far more than a hall gives out without a connection in a day. */
const MOST = 500;

/** What was given out on a service day, and what of earlier days still needs somebody; the latest first. */
export async function listOfflineTickets(
  db: Database | Tx,
  hallId: string,
  serviceDay: string,
): Promise<OfflineTicket[]> {
  const rows = await db.offlineTicket.findMany({
    where: { hallId, OR: [{ serviceDay }, { state: 'attention' }] },
    orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  return rows.map(toOfflineTicket);
}

/** The ticket that was answered to an issue under an idempotency key, where it had an effect. */
export async function ticketOfAttempt(
  db: Database | Tx,
  hallId: string,
  by: string,
  key: string,
): Promise<string | null> {
  const kept = await db.idempotencyRecord.findUnique({ where: { scope_key: { scope: `${by} ticket.issue`, key } } });
  const value = kept ? (JSON.parse(kept.response) as { value: { id: string; hallId: string } }).value : null;
  return value?.hallId === hallId ? value.id : null;
}
