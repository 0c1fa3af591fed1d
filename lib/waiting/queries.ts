import { addSeconds } from '@/lib/core/clock';
import { addDays } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import { UNDO_SECONDS } from '@/lib/tickets/undo';
import type { DurationSums } from './duration-sums';
import {
  FORGOTTEN_DAYS,
  type LearnableLeg,
  type Learned,
  type LearnedStats,
  LONGEST_GAP_SECONDS,
  learnedName,
} from './learned';

/** A finished leg that the hall has not learned from. */
export interface UnlearnedLeg extends LearnableLeg {
  id: string;
  serviceId: string;
  staffId: string | null;
  counterId: string | null;
  waitingSince: Date;
  endedAt: Date;
}

/** Finished legs that nobody can take back any more, oldest first. */
export async function listUnlearnedLegs(
  db: Database | Tx,
  hallId: string,
  { endedBefore, limit }: { endedBefore: Date; limit: number },
): Promise<UnlearnedLeg[]> {
  const rows = await db.ticketLeg.findMany({
    where: { hallId, learned: false, endedAt: { lt: addSeconds(endedBefore, -UNDO_SECONDS) } },
    select: {
      id: true,
      serviceDay: true,
      serviceId: true,
      staffId: true,
      counterId: true,
      waitingSince: true,
      calledAt: true,
      startedAt: true,
      endedAt: true,
      waitSeconds: true,
      handlingSeconds: true,
      ending: true,
    },
    orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const freed = await listFreed(db, hallId, rows);
  return rows.map((row) => ({
    ...row,
    ending: row.ending as LearnableLeg['ending'],
    gapSeconds: gapBefore(row, freed.get(row.counterId ?? '') ?? []),
  }));
}

interface CalledLeg {
  counterId: string | null;
  waitingSince: Date;
  calledAt: Date | null;
}

/** When customers left the counters at which these were called, shortly before they were; by counter id. */
async function listFreed(db: Database | Tx, hallId: string, legs: CalledLeg[]): Promise<Map<string, Date[]>> {
  const calls = legs.flatMap(({ counterId, calledAt }) => (counterId && calledAt ? [calledAt.getTime()] : []));
  const freed = new Map<string, Date[]>();
  if (calls.length === 0) return freed;
  const endedAt = {
    gte: addSeconds(new Date(Math.min(...calls)), -LONGEST_GAP_SECONDS),
    lte: new Date(Math.max(...calls)),
  };
  const rows = await db.ticketLeg.findMany({
    // Whether learned or not, named so that the index serves, which has it before the time.
    where: { hallId, counterId: { not: null }, OR: [true, false].map((learned) => ({ learned, endedAt })) },
    select: { counterId: true, endedAt: true },
  });
  for (const { counterId, endedAt } of rows) {
    const ends = freed.get(counterId ?? '') ?? [];
    freed.set(counterId ?? '', ends);
    ends.push(endedAt);
  }
  return freed;
}

/** Seconds in which the clerk made ready for this customer; null where he came later, or the clerk did something else. */
function gapBefore({ waitingSince, calledAt }: CalledLeg, ends: Date[]): number | null {
  if (!calledAt) return null;
  const before = ends.filter((end) => end <= calledAt).reduce((last, end) => Math.max(last, end.getTime()), 0);
  const seconds = (calledAt.getTime() - before) / 1000;
  return waitingSince.getTime() < before && seconds <= LONGEST_GAP_SECONDS ? seconds : null;
}

/** What a hall has learned lately: as many rows as it has services, hours and clerks, however long its history. */
export async function findLearned(
  db: Database | Tx,
  hallId: string,
  today: string,
): Promise<{ learned: Map<string, Learned<LearnedStats>>; pauses: Map<string, Learned<DurationSums>> }> {
  const rows = await db.learnedStat.findMany({ where: { hallId, day: { gte: addDays(today, -FORGOTTEN_DAYS) } } });
  const pauses = await db.pauseStat.findMany({ where: { hallId } });
  return {
    learned: new Map(
      rows.map((row) => [learnedName(row), { day: row.day, stats: row.stats as unknown as LearnedStats }]),
    ),
    pauses: new Map(pauses.map((row) => [row.kind, { day: row.day, stats: row.stats as unknown as DurationSums }])),
  };
}

/** A promise that ran out: whether the customer had been served by then; null where nobody will ever know. */
export interface RunOutPromise {
  dueAt: Date;
  kept: boolean | null;
}

/** Promises of a hall that ran out after one moment and by another, in their order. */
export async function listRunOutPromises(
  db: Database | Tx,
  hallId: string,
  { after, until }: { after: Date; until: Date },
): Promise<RunOutPromise[]> {
  const rows = await db.ticket.findMany({
    where: { hallId, promiseDueAt: { gt: after, lte: until } },
    select: {
      promiseDueAt: true,
      startedAt: true,
      completedAt: true,
      legs: { where: { ordinal: 1 }, select: { startedAt: true, endedAt: true } },
    },
    orderBy: [{ promiseDueAt: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map(({ promiseDueAt, startedAt, completedAt, legs: [first] }) => {
    const dueAt = promiseDueAt as Date;
    const served = first ? first.startedAt : startedAt;
    const gone = first ? first.endedAt : completedAt;
    // Who left before the promise ran out, or did not answer, was not served late either.
    return { dueAt, kept: served ? served <= dueAt : gone && gone <= dueAt ? null : false };
  });
}
