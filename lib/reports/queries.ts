import { addSeconds } from '@/lib/core/clock';
import type { Database, Tx } from '@/lib/platform/db/client';
import { UNDO_SECONDS } from '@/lib/tickets/undo';
import { type SummarisedLeg, WAIT_COUNTS, type WaitCounts, WORK_COUNTS, type WorkCounts } from './leg-summary';
import { NO_WAITS, type WaitTally } from './service-level';

/**
 * Counts the finished legs of a hall's service days (both included) against a threshold, by service id. The database
 * counts: a year of a large hall has half a million legs.
 */
export async function tallyLegs(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
  thresholdSeconds: number,
): Promise<Map<string, WaitTally>> {
  const tallies = new Map<string, WaitTally>();
  const within = { waitSeconds: { lte: thresholdSeconds } };
  const past = { waitSeconds: { gt: thresholdSeconds } };
  const kinds = [
    ['startedWithin', { startedAt: { not: null }, ...within }],
    ['startedAfter', { startedAt: { not: null }, ...past }],
    // Sent on to another service in time: that wait is counted there.
    ['leftBefore', { startedAt: null, ending: { not: 'transferred' }, ...within }],
    ['leftAfter', { startedAt: null, ...past }],
  ] as const;
  for (const [field, where] of kinds) {
    const rows = await db.ticketLeg.groupBy({
      by: ['serviceId'],
      where: { hallId, serviceDay: { gte: days.from, lte: days.to }, ...where },
      _count: { _all: true },
    });
    for (const { serviceId, _count } of rows) {
      const tally = tallies.get(serviceId) ?? { ...NO_WAITS };
      tally[field] = _count._all;
      tallies.set(serviceId, tally);
    }
  }
  return tallies;
}

const SUMMARISED = {
  id: true,
  serviceDay: true,
  ordinal: true,
  serviceId: true,
  counterId: true,
  staffId: true,
  waitingSince: true,
  startedAt: true,
  waitSeconds: true,
  handlingSeconds: true,
  ending: true,
  limitsCrossed: true,
  estimateP50Seconds: true,
  estimateP90Seconds: true,
} as const;

/** Finished legs that the summaries do not have yet and that nobody can take back any more, oldest first. */
export async function listUnsummarisedLegs(
  db: Database | Tx,
  hallId: string,
  { endedBefore, limit }: { endedBefore: Date; limit: number },
): Promise<(SummarisedLeg & { id: string })[]> {
  const rows = await db.ticketLeg.findMany({
    where: { hallId, summarised: false, endedAt: { lt: addSeconds(endedBefore, -UNDO_SECONDS) } },
    select: SUMMARISED,
    orderBy: { endedAt: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, ending: row.ending as SummarisedLeg['ending'] }));
}

/**
 * Reads summaries together with the finished legs that they do not have yet (those of the last half minute, mostly): no
 * leg twice and none left out, also while legs are being added up.
 */
export async function withLooseLegs<T>(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
  readSums: () => Promise<T>,
): Promise<{ sums: T; loose: SummarisedLeg[] }> {
  for (let attempt = 1; ; attempt++) {
    const loose = await listLooseLegs(db, hallId, days);
    const sums = await readSums();
    const still = new Set((await listLooseLegs(db, hallId, days)).map((leg) => leg.id));
    // A leg that was added up in between is in the sums or not: nobody knows. The next reading will be calmer.
    if (attempt === 5 || loose.every((leg) => still.has(leg.id))) return { sums, loose };
  }
}

async function listLooseLegs(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
): Promise<(SummarisedLeg & { id: string })[]> {
  const rows = await db.ticketLeg.findMany({
    where: { hallId, summarised: false, serviceDay: { gte: days.from, lte: days.to } },
    select: SUMMARISED,
  });
  return rows.map((row) => ({ ...row, ending: row.ending as SummarisedLeg['ending'] }));
}

const sums = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, true])) as Record<Field, true>;

/** Sums of a field are null where there is no row; here there always is one. */
function counted<Field extends string>(
  fields: readonly Field[],
  sum: Record<Field, number | null>,
): Record<Field, number> {
  return Object.fromEntries(fields.map((field) => [field, sum[field] ?? 0])) as Record<Field, number>;
}

/** What the summaries of these days have, by day and hour. */
export async function sumWaitsByHour(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
): Promise<{ key: { serviceDay: string; weekday: number; hour: number }; counts: WaitCounts }[]> {
  const rows = await db.waitSummary.groupBy({
    by: ['serviceDay', 'weekday', 'hour'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WAIT_COUNTS),
  });
  return rows.map(({ serviceDay, weekday, hour, _sum }) => ({
    key: { serviceDay, weekday, hour },
    counts: counted(WAIT_COUNTS, _sum),
  }));
}

export async function sumWaitsByService(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
): Promise<{ key: { serviceId: string }; counts: WaitCounts }[]> {
  const rows = await db.waitSummary.groupBy({
    by: ['serviceId'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WAIT_COUNTS),
  });
  return rows.map(({ serviceId, _sum }) => ({ key: { serviceId }, counts: counted(WAIT_COUNTS, _sum) }));
}

export async function sumWork(
  db: Database,
  hallId: string,
  days: { from: string; to: string },
): Promise<{ key: { counterId: string; staffId: string; serviceId: string }; counts: WorkCounts }[]> {
  const rows = await db.workSummary.groupBy({
    by: ['counterId', 'staffId', 'serviceId'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WORK_COUNTS),
  });
  return rows.map(({ counterId, staffId, serviceId, _sum }) => ({
    key: { counterId, staffId, serviceId },
    counts: counted(WORK_COUNTS, _sum),
  }));
}
