import type { Tx } from '@/lib/platform/db/client';
import type { Loan, LoanItem } from './loan';

export async function saveItem(tx: Tx, hallId: string, item: LoanItem): Promise<void> {
  const { id, kind, number, deposit, active } = item;
  await tx.loanItem.upsert({
    where: { hallId_kind_number: { hallId, kind, number } },
    create: { id, hallId, kind, number, deposit, active },
    update: { deposit, active },
  });
}

export async function switchOffItem(tx: Tx, id: string): Promise<void> {
  await tx.loanItem.update({ where: { id }, data: { active: false } });
}

export async function insertLoan(tx: Tx, hallId: string, loan: Loan): Promise<void> {
  await tx.loan.create({ data: { ...loan, hallId, outItemId: loan.itemId } });
}

export async function markReturned(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await tx.loan.update({ where: { id }, data: { returnedAt: at, returnedBy: by, outItemId: null } });
}

export async function markLoanOverdue(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.loan.update({ where: { id }, data: { overdueAt: at } });
}
