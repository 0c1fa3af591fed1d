import type { Tx } from '@/lib/platform/db/client';
import type { DurationSums } from './duration-sums';
import type { Learned, LearnedKey, LearnedStats } from './learned';

/** Saves what a hall has learned of a part of a service's past. */
export async function saveLearned(
  tx: Tx,
  hallId: string,
  key: LearnedKey,
  { day, stats }: Learned<LearnedStats>,
  now: Date,
): Promise<void> {
  await tx.learnedStat.upsert({
    where: { hallId_serviceId_hour_staffId: { hallId, ...key } },
    create: { hallId, ...key, day, stats, updatedAt: now },
    update: { day, stats, updatedAt: now },
  });
}

/** Saves what a hall has learned of pauses of a kind. */
export async function savePauses(
  tx: Tx,
  hallId: string,
  kind: string,
  { day, stats }: Learned<DurationSums>,
  now: Date,
): Promise<void> {
  await tx.pauseStat.upsert({
    where: { hallId_kind: { hallId, kind } },
    create: { hallId, kind, day, stats: { ...stats }, updatedAt: now },
    update: { day, stats: { ...stats }, updatedAt: now },
  });
}

export async function markLearned(tx: Tx, legIds: string[]): Promise<void> {
  await tx.ticketLeg.updateMany({ where: { id: { in: legIds } }, data: { learned: true } });
}

/** Adds waits that began in a half hour of a service day. */
export async function addArrivals(
  tx: Tx,
  key: { hallId: string; serviceDay: string; halfHour: number; serviceId: string },
  arrivals: number,
): Promise<void> {
  await tx.arrivalCount.upsert({
    where: { hallId_serviceDay_halfHour_serviceId: key },
    create: { ...key, arrivals },
    update: { arrivals: { increment: arrivals } },
  });
}

/** Saves what was learned of a hall's promises. */
export async function savePromiseRecord(
  tx: Tx,
  hallId: string,
  promises: { correction: number; settled: number; settledUntil: Date },
): Promise<void> {
  await tx.promiseRecord.upsert({ where: { hallId }, create: { hallId, ...promises }, update: promises });
}
