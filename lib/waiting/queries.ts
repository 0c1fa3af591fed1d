import { addSeconds } from '@/lib/core/clock';
import { addDays } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import { UNDO_SECONDS } from '@/lib/tickets/undo';
import type { DurationSums } from './duration-sums';
import { FORGOTTEN_DAYS, type LearnableLeg, type Learned, type LearnedStats, learnedName } from './learned';

/** A finished leg that the hall has not learned from. */
export interface UnlearnedLeg extends LearnableLeg {
  id: string;
  serviceId: string;
  staffId: string | null;
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
      waitingSince: true,
      calledAt: true,
      startedAt: true,
      endedAt: true,
      waitSeconds: true,
      handlingSeconds: true,
      ending: true,
    },
    orderBy: { endedAt: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, ending: row.ending as LearnableLeg['ending'] }));
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
    orderBy: { promiseDueAt: 'asc' },
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
