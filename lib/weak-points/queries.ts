import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { isUnfinished, WEAK_POINT_STATES, type WeakPointState } from './machine';
import type { Finding, WeakPoint, WeakPointSource } from './weak-point';

type WeakPointRow = NonNullable<Awaited<ReturnType<Tx['weakPoint']['findUnique']>>>;

function toWeakPoint(row: WeakPointRow): WeakPoint {
  return {
    ...row,
    touchpoint: row.touchpoint as Touchpoint,
    source: row.source as WeakPointSource,
    state: row.state as WeakPointState,
    finding: row.finding as unknown as Finding | null,
  };
}

export function locateWeakPoint(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.weakPoint.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such weak point.');
}

export async function findWeakPoint(db: Database | Tx, id: string): Promise<WeakPoint | null> {
  const row = await db.weakPoint.findUnique({ where: { id } });
  return row ? toWeakPoint(row) : null;
}

/** A month's board: its own, except those that were dropped, and what earlier months left unfinished. */
export async function listBoard(db: Database, hallId: string, month: string): Promise<WeakPoint[]> {
  const own = await db.weakPoint.findMany({ where: { hallId, month, state: { not: 'dropped' } } });
  const left = await db.weakPoint.findMany({
    where: { hallId, state: { in: ['open', 'reopened', 'doing', 'done'] }, month: { lt: month } },
  });
  return [...left, ...own].map(toWeakPoint).sort((a, b) => a.id.localeCompare(b.id));
}

/** What the scorecard proposed for a month, also what was dropped since. */
export async function listProposed(tx: Tx, hallId: string, month: string): Promise<WeakPoint[]> {
  const rows = await tx.weakPoint.findMany({ where: { hallId, month, source: 'scorecard' }, orderBy: { id: 'asc' } });
  return rows.map(toWeakPoint);
}

/** What somebody has to do, the oldest first. */
export async function listUnfinishedOf(db: Database, hallId: string, ownerId: string): Promise<WeakPoint[]> {
  const rows = await db.weakPoint.findMany({
    where: { hallId, ownerId, state: { in: WEAK_POINT_STATES.filter(isUnfinished) } },
    orderBy: { id: 'asc' },
    take: 50,
  });
  return rows.map(toWeakPoint);
}
