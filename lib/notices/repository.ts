import type { Tx } from '@/lib/platform/db/client';
import type { NoticeEvent } from './notice';
import type { NoticeFacts } from './schema';

/** Keeps a phone's wish to be told; a repeated wish renews its keys and its language. */
export async function saveSubscription(
  tx: Tx,
  row: {
    id: string;
    hallId: string;
    ticketId: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    locale: string;
    nearly: boolean;
    createdAt: Date;
  },
): Promise<void> {
  const { ticketId, endpoint, p256dh, auth, locale } = row;
  await tx.pushSubscription.upsert({
    where: { ticketId_endpoint: { ticketId, endpoint } },
    create: row,
    update: { p256dh, auth, locale },
  });
}

/** Forgets phones of tickets, with what was still on its way to them. */
export async function deleteSubscriptions(tx: Tx, ticketIds: string[]): Promise<number> {
  await tx.noticeDelivery.deleteMany({ where: { ticketId: { in: ticketIds }, channel: 'push' } });
  const { count } = await tx.pushSubscription.deleteMany({ where: { ticketId: { in: ticketIds } } });
  return count;
}

/** Forgets one phone that is no longer there, with what was still on its way to it. */
export async function deleteSubscription(tx: Tx, id: string): Promise<void> {
  await tx.noticeDelivery.deleteMany({ where: { targetId: id, channel: 'push' } });
  await tx.pushSubscription.deleteMany({ where: { id } });
}

export async function savePhone(
  tx: Tx,
  row: { ticketId: string; hallId: string; sealed: string; createdAt: Date },
): Promise<void> {
  await tx.ticketPhone.upsert({ where: { ticketId: row.ticketId }, create: row, update: { sealed: row.sealed } });
}

export async function deletePhones(tx: Tx, ticketIds: string[]): Promise<number> {
  const { count } = await tx.ticketPhone.deleteMany({ where: { ticketId: { in: ticketIds } } });
  return count;
}

/** Follows a hall's events from a version on. */
export async function setCursor(tx: Tx, hallId: string, version: number): Promise<void> {
  await tx.noticeCursor.upsert({ where: { hallId }, create: { hallId, version }, update: { version } });
}

/** Moves on; false when another server has done so meanwhile. */
export async function moveCursor(tx: Tx, hallId: string, from: number, to: number): Promise<boolean> {
  const { count } = await tx.noticeCursor.updateMany({ where: { hallId, version: from }, data: { version: to } });
  return count === 1;
}

export interface NewDelivery {
  id: string;
  hallId: string;
  channel: 'webhook' | 'push';
  targetId: string;
  ticketId: string;
  event: NoticeEvent;
  occurrence: string;
  facts: NoticeFacts;
  dueAt: Date;
  createdAt: Date;
}

/** Writes those deliveries that are not there yet; how many that were. */
export async function insertDeliveries(tx: Tx, deliveries: NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const key = (row: Pick<NewDelivery, 'targetId' | 'ticketId' | 'event' | 'occurrence'>) =>
    `${row.targetId} ${row.ticketId} ${row.event} ${row.occurrence}`;
  const known = await tx.noticeDelivery.findMany({
    where: {
      ticketId: { in: [...new Set(deliveries.map(({ ticketId }) => ticketId))] },
      targetId: { in: [...new Set(deliveries.map(({ targetId }) => targetId))] },
    },
    select: { targetId: true, ticketId: true, event: true, occurrence: true },
  });
  const there = new Set(known.map((row) => key(row as NewDelivery)));
  const fresh = deliveries.filter((delivery) => !there.has(key(delivery)));
  await tx.noticeDelivery.createMany({
    data: fresh.map((delivery) => ({ ...delivery, state: 'pending' })),
  });
  return fresh.length;
}
