import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { NoticeEvent } from '@/lib/notices/notice';
import type { NoticeFacts } from '@/lib/notices/schema';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { DeadLetter } from './schema';

/** One message to one receiver, as it is worked on. */
export interface Delivery {
  id: string;
  hallId: string;
  channel: 'webhook' | 'push';
  targetId: string;
  ticketId: string;
  event: NoticeEvent;
  facts: NoticeFacts;
  attempts: number;
  createdAt: Date;
}

type Row = NonNullable<Awaited<ReturnType<Tx['noticeDelivery']['findUnique']>>>;

export function toDelivery(row: Row): Delivery {
  return {
    id: row.id,
    hallId: row.hallId,
    channel: row.channel as Delivery['channel'],
    targetId: row.targetId,
    ticketId: row.ticketId,
    event: row.event as NoticeEvent,
    facts: row.facts as NoticeFacts,
    attempts: row.attempts,
    createdAt: row.createdAt,
  };
}

/** What is to be tried now, the oldest first; nothing for receivers that have enough on their hands. */
export async function listDueDeliveries(
  db: Database,
  now: Date,
  page: { limit: number; notFor: readonly string[]; notThese: readonly string[] },
): Promise<{ id: string; targetId: string; attempts: number }[]> {
  return db.noticeDelivery.findMany({
    where: {
      state: 'pending',
      dueAt: { lte: now },
      targetId: { notIn: [...page.notFor] },
      id: { notIn: [...page.notThese] },
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: page.limit,
    select: { id: true, targetId: true, attempts: true },
  });
}

/** Messages of a hall that did not arrive, the newest first, older than the id `after`. */
export async function listDeadLetters(
  db: Database,
  hallId: string,
  page: { after?: string; limit: number },
): Promise<DeadLetter[]> {
  const rows = await db.noticeDelivery.findMany({
    where: { hallId, state: 'dead', ...(page.after ? { id: { lt: page.after } } : {}) },
    orderBy: { id: 'desc' },
    take: page.limit,
  });
  const webhooks = await db.webhook.findMany({ where: { hallId }, select: { id: true, name: true } });
  const names = new Map(webhooks.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    hallId,
    webhookId: row.targetId,
    webhookName: names.get(row.targetId) ?? '',
    event: row.event as NoticeEvent,
    ticketId: row.ticketId,
    ticketNumber: (row.facts as NoticeFacts).number,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    attempts: row.attempts,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
  }));
}

export async function findDeadLetter(tx: Tx, id: string): Promise<Delivery | null> {
  const row = await tx.noticeDelivery.findUnique({ where: { id } });
  return row?.state === 'dead' ? toDelivery(row) : null;
}

export function locateDelivery(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.noticeDelivery.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such message.');
}

/** A delivery that is still to be made; null when it has ended. */
export async function findPending(tx: Tx, id: string): Promise<Delivery | null> {
  const row = await tx.noticeDelivery.findUnique({ where: { id } });
  return row?.state === 'pending' ? toDelivery(row) : null;
}
