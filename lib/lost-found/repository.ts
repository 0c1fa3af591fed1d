import type { Tx } from '@/lib/platform/db/client';
import type { FoundItem, LostReport } from './belonging';

export async function insertFound(tx: Tx, item: FoundItem): Promise<void> {
  await tx.foundItem.create({ data: item });
}

export async function updateFound(tx: Tx, { id, hallId: _hall, ...data }: FoundItem): Promise<void> {
  await tx.foundItem.update({ where: { id }, data });
}

export async function insertLost(tx: Tx, report: LostReport): Promise<void> {
  await tx.lostReport.create({ data: report });
}

export async function updateLost(tx: Tx, { id, hallId: _hall, ...data }: LostReport): Promise<void> {
  await tx.lostReport.update({ where: { id }, data });
}
