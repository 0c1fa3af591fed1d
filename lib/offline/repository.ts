import type { Tx } from '@/lib/platform/db/client';
import type { NumberBlock } from './number-block';
import type { OfflineTicket } from './offline-ticket';

export async function insertBlocks(tx: Tx, blocks: NumberBlock[]): Promise<void> {
  await tx.numberBlock.createMany({ data: blocks });
}

export async function insertOfflineTicket(tx: Tx, { order, ...row }: OfflineTicket): Promise<void> {
  await tx.offlineTicket.create({ data: { ...row, order: order as object } });
}

export async function updateOfflineTicket(tx: Tx, { id, order, ...row }: OfflineTicket): Promise<void> {
  await tx.offlineTicket.update({ where: { id }, data: { ...row, order: order as object } });
}
