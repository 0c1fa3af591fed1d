import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { FoundItem, LostReport } from './belonging';

type FoundRow = NonNullable<Awaited<ReturnType<Tx['foundItem']['findUnique']>>>;
type LostRow = NonNullable<Awaited<ReturnType<Tx['lostReport']['findUnique']>>>;

const toFound = (row: FoundRow): FoundItem => ({ ...row, state: row.state as FoundItem['state'] });
const toLost = (row: LostRow): LostReport => ({ ...row, state: row.state as LostReport['state'] });

/** As many as a list can show; older things are a matter for the lost-property office. */
const MOST = 100;

export function locateFound({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.foundItem.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such thing.');
}

export function locateLost({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.lostReport.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such report.');
}

export async function findFound(tx: Tx, hallId: string, id: string): Promise<FoundItem | null> {
  const row = await tx.foundItem.findFirst({ where: { id, hallId } });
  return row && toFound(row);
}

export async function findLost(tx: Tx, hallId: string, id: string): Promise<LostReport | null> {
  const row = await tx.lostReport.findFirst({ where: { id, hallId } });
  return row && toLost(row);
}

/** Reports that were matched with a thing. */
export async function listReportsOf(tx: Tx, foundItemId: string): Promise<LostReport[]> {
  const rows = await tx.lostReport.findMany({ where: { foundItemId, state: 'matched' }, orderBy: { id: 'asc' } });
  return rows.map(toLost);
}

/** What the hall keeps and what is looked for, newest first. */
export async function listLostFound(db: Database, hallId: string): Promise<{ found: FoundItem[]; lost: LostReport[] }> {
  const found = await db.foundItem.findMany({
    where: { hallId, state: 'kept' },
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  const lost = await db.lostReport.findMany({
    where: { hallId, state: { in: ['open', 'matched'] } },
    orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  return { found: found.map(toFound), lost: lost.map(toLost) };
}
