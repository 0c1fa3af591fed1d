import type { Database, Tx } from '@/lib/platform/db/client';
import { APPROACH_OUTCOMES, type Approach, type ApproachOutcome } from './approach';

type ApproachRow = NonNullable<Awaited<ReturnType<Tx['approach']['findUnique']>>>;

function toApproach(row: ApproachRow): Approach {
  return { ...row, outcome: row.outcome as ApproachOutcome };
}

export async function findApproach(db: Database | Tx, id: string): Promise<Approach | null> {
  const row = await db.approach.findUnique({ where: { id } });
  return row ? toApproach(row) : null;
}

/** Approaches of a service day that hold, newest first, before the id `before`, with the numbers of their tickets. */
export async function listApproaches(
  db: Database,
  hallId: string,
  page: { serviceDay: string; before?: string; limit: number },
): Promise<{ approach: Approach; number: string | null }[]> {
  const rows = await db.approach.findMany({
    where: {
      hallId,
      serviceDay: page.serviceDay,
      undoneAt: null,
      // Ids rise with time, as the rows' order does.
      ...(page.before ? { id: { lt: page.before } } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
  const ticketIds = rows.flatMap((row) => (row.ticketId ? [row.ticketId] : []));
  const tickets = ticketIds.length
    ? await db.ticket.findMany({ where: { id: { in: ticketIds } }, select: { id: true, number: true } })
    : [];
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({ approach: toApproach(row), number: numbers.get(row.ticketId ?? '') ?? null }));
}

/** How often each outcome came on a service day. */
export async function countApproaches(
  db: Database,
  hallId: string,
  serviceDay: string,
): Promise<{ outcome: ApproachOutcome; count: number }[]> {
  const groups = await db.approach.groupBy({
    by: ['outcome'],
    where: { hallId, serviceDay, undoneAt: null },
    _count: { _all: true },
  });
  return APPROACH_OUTCOMES.flatMap((outcome) => {
    const group = groups.find((g) => g.outcome === outcome);
    return group ? [{ outcome, count: group._count._all }] : [];
  });
}
