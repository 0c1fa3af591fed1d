import type { Tx } from '@/lib/platform/db/client';
import type { Diversion } from './diversion';

export async function insertDiversion(tx: Tx, diversion: Diversion): Promise<void> {
  await tx.diversion.create({ data: diversion });
}

export async function settleDiversion(
  tx: Tx,
  id: string,
  data: { state: Exclude<Diversion['state'], 'open'>; settledAt: Date },
): Promise<void> {
  await tx.diversion.update({ where: { id }, data });
}
