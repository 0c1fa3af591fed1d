import type { TimePlace } from '@/lib/api/page';
import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Unaccepted, UnacceptedReason } from './unaccepted';

type Row = NonNullable<Awaited<ReturnType<Tx['unacceptedBusiness']['findUnique']>>>;

function toUnaccepted(row: Row): Unaccepted {
  return { ...row, why: row.why as UnacceptedReason, state: row.state as Unaccepted['state'] };
}

export function locateUnaccepted({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(
    db.unacceptedBusiness.findUnique({ where: { id }, select: { hallId: true } }),
    'There is no such entry in the register.',
  );
}

export async function findUnaccepted(tx: Tx, hallId: string, id: string): Promise<Unaccepted | null> {
  const row = await tx.unacceptedBusiness.findFirst({ where: { id, hallId } });
  return row && toUnaccepted(row);
}

/** The register of a hall: open entries by their date, or answered ones, the latest date first. */
export async function listUnaccepted(
  db: Database,
  hallId: string,
  page: { state: Unaccepted['state']; ownerRef?: string; after?: TimePlace; limit: number },
): Promise<Unaccepted[]> {
  const direction = page.state === 'open' ? 'asc' : 'desc';
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const { after } = page;
  const rows = await db.unacceptedBusiness.findMany({
    where: {
      hallId,
      state: page.state,
      ...(page.ownerRef ? { ownerRef: page.ownerRef } : {}),
      // By the place, not by the row that stood there: that one may have left the list meanwhile.
      ...(after ? { OR: [{ dueAt: { [beyond]: after.at } }, { dueAt: after.at, id: { [beyond]: after.id } }] } : {}),
    },
    orderBy: [{ dueAt: direction }, { id: direction }],
    take: page.limit,
  });
  return rows.map(toUnaccepted);
}

/** What is still open of a visit. */
export async function listOpenOfVisit(db: Database, visitId: string): Promise<Unaccepted[]> {
  const rows = await db.unacceptedBusiness.findMany({
    where: { visitId, state: 'open' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toUnaccepted);
}
