import type { Tx } from '@/lib/platform/db/client';
import type { Approach } from './approach';

export async function insertApproach(tx: Tx, approach: Approach): Promise<void> {
  await tx.approach.create({ data: approach });
}

export async function markUndone(tx: Tx, id: string, undoneAt: Date): Promise<void> {
  await tx.approach.update({ where: { id }, data: { undoneAt } });
}
