import type { Database, Tx } from '@/lib/platform/db/client';
import type { Deadline, DeadlineKind } from './deadline';

/** Halls in which something is due. */
export async function listHallsWithDue(db: Database, now: Date): Promise<string[]> {
  const rows = await db.deadline.findMany({
    where: { dueAt: { lte: now } },
    distinct: ['hallId'],
    select: { hallId: true },
  });
  return rows.map((row) => row.hallId);
}

/** Those of these halls that have no deadline of the kind. */
export async function listHallsWithout(db: Database, kind: DeadlineKind, hallIds: string[]): Promise<string[]> {
  const rows = await db.deadline.findMany({ where: { hallId: { in: hallIds }, kind }, select: { hallId: true } });
  const found = new Set(rows.map((row) => row.hallId));
  return hallIds.filter((id) => !found.has(id));
}

/** What is due in a hall, the oldest first, at most `limit`. */
export async function listDue(tx: Tx, hallId: string, now: Date, limit: number): Promise<Deadline[]> {
  const rows = await tx.deadline.findMany({
    where: { hallId, dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as DeadlineKind }));
}

/** Whether a deadline is still to come, or has come and was not handled yet. */
export async function isPending(tx: Tx, hallId: string, kind: DeadlineKind, subjectId: string): Promise<boolean> {
  const where = { hallId_kind_subjectId: { hallId, kind, subjectId } };
  return (await tx.deadline.findUnique({ where, select: { id: true } })) !== null;
}
