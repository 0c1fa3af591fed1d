import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { HelpCall, HelpReason } from './help-call';

type HelpRow = NonNullable<Awaited<ReturnType<Tx['helpCall']['findUnique']>>>;

const PENDING = ['open', 'taken'];
/** More than a hall has counters. */
const MOST = 200;

function toHelpCall(row: HelpRow): HelpCall {
  return { ...row, state: row.state as HelpCall['state'], reason: row.reason as HelpReason | null };
}

export function locateHelp({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.helpCall.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such call for help.');
}

export async function findHelp(tx: Tx, hallId: string, id: string): Promise<HelpCall | null> {
  const row = await tx.helpCall.findFirst({ where: { id, hallId } });
  return row && toHelpCall(row);
}

/** What a counter has asked for and not got yet. */
export async function findPendingAt(db: Database | Tx, counterId: string): Promise<HelpCall | null> {
  const row = await db.helpCall.findFirst({
    where: { counterId, state: { in: PENDING } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  });
  return row && toHelpCall(row);
}

/** What still wants somebody in a hall, the oldest first. */
export async function listPendingHelp(db: Database | Tx, hallId: string): Promise<HelpCall[]> {
  const rows = await db.helpCall.findMany({
    where: { hallId, state: { in: PENDING } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return rows.map(toHelpCall);
}
