import type { Tx } from '@/lib/platform/db/client';
import type { WeakPoint } from './weak-point';

export async function insertWeakPoint(tx: Tx, { finding, ...point }: WeakPoint): Promise<void> {
  await tx.weakPoint.create({ data: { ...point, ...(finding ? { finding: { ...finding } } : {}) } });
}

export async function updateWeakPoint(
  tx: Tx,
  { id, hallId: _hall, finding: _finding, ...data }: WeakPoint,
): Promise<void> {
  await tx.weakPoint.update({ where: { id }, data });
}
