import type { Tx } from '@/lib/platform/db/client';
import type { CareVisit } from './care-visit';

export async function insertCareVisits(tx: Tx, visits: CareVisit[]): Promise<void> {
  await tx.careVisit.createMany({ data: visits });
}

export async function updateCareVisit(
  tx: Tx,
  { id, hallId: _hall, ticketId: _ticket, ...data }: CareVisit,
): Promise<void> {
  await tx.careVisit.update({ where: { id }, data });
}
