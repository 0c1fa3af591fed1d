import type { TimePlace } from '@/lib/api/page';
import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { FollowUp } from './follow-up';

type Row = NonNullable<Awaited<ReturnType<Tx['followUp']['findUnique']>>>;

function toFollowUp(row: Row): FollowUp {
  return { ...row, state: row.state as FollowUp['state'] };
}

export function locateFollowUp({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.followUp.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such follow-up.');
}

export async function findFollowUp(tx: Tx, hallId: string, id: string): Promise<FollowUp | null> {
  const row = await tx.followUp.findFirst({ where: { id, hallId } });
  return row && toFollowUp(row);
}

/** Planned ones by their date, or done ones, the latest date first. */
export async function listFollowUps(
  db: Database,
  hallId: string,
  page: { state: FollowUp['state']; ownerRef?: string; after?: TimePlace; limit: number },
): Promise<FollowUp[]> {
  const direction = page.state === 'planned' ? 'asc' : 'desc';
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const { after } = page;
  const rows = await db.followUp.findMany({
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
  return rows.map(toFollowUp);
}
