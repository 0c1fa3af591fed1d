import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { NoticeEvent } from '@/lib/notices/notice';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { WebhookView } from './schema';

type Row = NonNullable<Awaited<ReturnType<Tx['webhook']['findUnique']>>>;

export function toWebhook(row: Row): WebhookView {
  return {
    id: row.id,
    hallId: row.hallId,
    name: row.name,
    url: row.url,
    events: row.events as NoticeEvent[],
    takesPhone: row.takesPhone,
    active: row.active,
    secretMadeAt: row.secretMadeAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

export async function findWebhook(db: Database | Tx, id: string): Promise<WebhookView | null> {
  const row = await db.webhook.findUnique({ where: { id } });
  return row && toWebhook(row);
}

export function locateWebhook(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.webhook.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such webhook.');
}

/** Webhooks of a hall in the order in which they were made, after the id `after`. */
export async function listWebhooks(
  db: Database | Tx,
  hallId: string,
  page: { after?: string; limit: number },
): Promise<WebhookView[]> {
  const rows = await db.webhook.findMany({
    where: { hallId, ...(page.after ? { id: { gt: page.after } } : {}) },
    orderBy: { id: 'asc' },
    take: page.limit,
  });
  return rows.map(toWebhook);
}

/** Those that get messages now. */
export async function listActiveWebhooks(db: Database | Tx, hallId: string): Promise<WebhookView[]> {
  const rows = await db.webhook.findMany({ where: { hallId, active: true }, orderBy: { id: 'asc' } });
  return rows.map(toWebhook);
}
