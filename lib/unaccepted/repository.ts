import type { Tx } from '@/lib/platform/db/client';
import type { Unaccepted } from './unaccepted';

export async function insertUnaccepted(tx: Tx, entry: Unaccepted): Promise<void> {
  await tx.unacceptedBusiness.create({ data: entry });
}

export async function updateUnaccepted(tx: Tx, { id, hallId: _hall, ...data }: Unaccepted): Promise<void> {
  await tx.unacceptedBusiness.update({ where: { id }, data });
}
