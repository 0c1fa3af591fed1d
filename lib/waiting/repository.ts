import type { Tx } from '@/lib/platform/db/client';

/** Saves what was learned of a service's handling. */
export async function saveHandling(
  tx: Tx,
  key: { hallId: string; serviceId: string },
  stats: object,
  now: Date,
): Promise<void> {
  await tx.handlingStat.upsert({
    where: { hallId_serviceId: key },
    create: { ...key, stats, updatedAt: now },
    update: { stats, updatedAt: now },
  });
}

export async function markLearned(tx: Tx, legIds: string[]): Promise<void> {
  await tx.ticketLeg.updateMany({ where: { id: { in: legIds } }, data: { learned: true } });
}

/** Saves what was learned of a hall's promises. */
export async function savePromiseRecord(
  tx: Tx,
  hallId: string,
  promises: { correction: number; settled: number; settledUntil: Date },
): Promise<void> {
  await tx.promiseRecord.upsert({ where: { hallId }, create: { hallId, ...promises }, update: promises });
}
