import type { Tx } from '@/lib/platform/db/client';

/** Saves how many counters are to be open on a weekday, in place of what was intended before. */
export async function saveIntended(
  tx: Tx,
  key: { hallId: string; weekday: number },
  { counters, now, by }: { counters: number[]; now: Date; by: string },
): Promise<void> {
  const saved = { counters, updatedAt: now, updatedBy: by };
  await tx.staffingPlan.upsert({ where: { hallId_weekday: key }, create: { ...key, ...saved }, update: saved });
}
