import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Loan, LoanItem, LoanKind } from './loan';

type ItemRow = NonNullable<Awaited<ReturnType<Tx['loanItem']['findUnique']>>>;

/** More than any hall lends. */
const MOST = 1000;

function toItem({ id, kind, number, deposit, active }: ItemRow): LoanItem {
  return { id, kind: kind as LoanKind, number, deposit, active };
}

export function locateLoanItem({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.loanItem.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such thing to lend.');
}

export function locateLoan({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.loan.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such loan.');
}

/** A thing of a hall with the loan it is out with. */
export async function findItem(
  tx: Tx,
  hallId: string,
  id: string,
): Promise<{ item: LoanItem; loan: Loan | null } | null> {
  const row = await tx.loanItem.findFirst({ where: { id, hallId } });
  return row && { item: toItem(row), loan: await tx.loan.findUnique({ where: { outItemId: id } }) };
}

export async function findLoan(tx: Tx, hallId: string, id: string): Promise<{ item: LoanItem; loan: Loan } | null> {
  const row = await tx.loan.findFirst({ where: { id, hallId }, include: { item: true } });
  if (!row) return null;
  const { item, ...loan } = row;
  return { item: toItem(item), loan };
}

/** What a hall lends, by kind and number, with what is out. */
export async function listItems(db: Database | Tx, hallId: string): Promise<{ item: LoanItem; loan: Loan | null }[]> {
  const rows = await db.loanItem.findMany({
    where: { hallId, active: true },
    orderBy: [{ kind: 'asc' }, { number: 'asc' }],
    take: MOST,
  });
  const out = await db.loan.findMany({ where: { hallId, outItemId: { not: null } }, take: MOST });
  const loans = new Map(out.map((loan) => [loan.itemId, loan]));
  return rows.map((row) => ({ item: toItem(row), loan: loans.get(row.id) ?? null }));
}

/** What the customer of a visit still has. */
export async function listOutOfVisit(db: Database, visitId: string): Promise<{ item: LoanItem; loan: Loan }[]> {
  const rows = await db.loan.findMany({
    where: { visitId, returnedAt: null },
    include: { item: true },
    orderBy: [{ lentAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ item, ...loan }) => ({ item: toItem(item), loan }));
}
