import { addSeconds } from '@/lib/core/clock';
import type { Database, Tx } from '@/lib/platform/db/client';
import { UNDO_SECONDS } from '@/lib/tickets/undo';

/** A finished leg that the handling statistics have not seen. */
export interface UnlearnedLeg {
  id: string;
  serviceId: string;
  handlingSeconds: number | null;
}

/** Finished legs that nobody can take back any more, oldest first, at most 200. */
export async function findUnlearnedLegs(db: Database, hallId: string, now: Date): Promise<UnlearnedLeg[]> {
  return db.ticketLeg.findMany({
    where: { learned: false, endedAt: { lt: addSeconds(now, -UNDO_SECONDS) }, hallId },
    select: { id: true, serviceId: true, handlingSeconds: true },
    orderBy: { endedAt: 'asc' },
    take: 200,
  });
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
