import type { Tx } from '@/lib/platform/db/client';
import type { FollowUp } from './follow-up';

export async function insertFollowUp(tx: Tx, entry: FollowUp): Promise<void> {
  await tx.followUp.create({ data: entry });
}

export async function updateFollowUp(tx: Tx, { id, hallId: _hall, ...data }: FollowUp): Promise<void> {
  await tx.followUp.update({ where: { id }, data });
}
