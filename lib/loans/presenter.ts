import type { Loan, LoanItem } from './loan';
import type { LoanItemView, LoanView } from './schema';

export function presentLoan(item: LoanItem, loan: Loan): LoanView {
  return {
    id: loan.id,
    kind: item.kind,
    number: item.number,
    deposit: loan.deposit,
    ticketNumber: loan.ticketNumber,
    lentAt: loan.lentAt.toISOString(),
    overdueAt: loan.overdueAt?.toISOString() ?? null,
    returnedAt: loan.returnedAt?.toISOString() ?? null,
  };
}

export function presentLoanItem(item: LoanItem, loan: Loan | null): LoanItemView {
  const { id, kind, number, deposit } = item;
  return { id, kind, number, deposit, loan: loan && presentLoan(item, loan) };
}
