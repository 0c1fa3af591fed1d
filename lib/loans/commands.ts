import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { refOfTicket } from '@/lib/tickets/steps';
import { dueBack, type Loan } from './loan';
import { presentLoan, presentLoanItem } from './presenter';
import { findItem, findLoan, listItems, locateLoan, locateLoanItem } from './queries';
import { insertLoan, markLoanOverdue, markReturned, saveItem, switchOffItem } from './repository';
import { lendBody, stockBody } from './schema';

const noItem = fail('not-found', { detail: 'There is no such thing to lend.' });

/** Umbrellas or lockers with their numbers, and the deposit they are lent for. */
export const stockLoanItems = queueCommand({
  name: 'loan.stock',
  input: stockBody.safeExtend({ hall: idSchema }),
  permission: 'loan.stock',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { kind, from, to, deposit }) {
    for (let number = from; number <= to; number++)
      await saveItem(work.tx, work.hallId, { id: work.newId(), kind, number, deposit, active: true });
    work.record({ kind: 'loan.stocked', payload: { what: kind, from, to, deposit } });
    const items = await listItems(work.tx, work.hallId);
    return success({
      currency: work.config.currency,
      items: items.map(({ item, loan }) => presentLoanItem(item, loan)),
    });
  },
});

/** A thing that is broken or gone is lent no more. */
export const retireLoanItem = queueCommand({
  name: 'loan.retire',
  input: z.strictObject({ itemId: idSchema }),
  permission: 'loan.stock',
  locate: (lookup, { itemId }) => locateLoanItem(lookup, itemId),
  async run(work, { itemId }) {
    const found = await findItem(work.tx, work.hallId, itemId);
    if (!found) return noItem;
    if (found.loan) return fail('in-use', { detail: 'It is lent out: take it back first.' });
    await switchOffItem(work.tx, itemId);
    work.record({ kind: 'loan.retired', payload: { what: found.item.kind, number: found.item.number } });
    return success(presentLoanItem(found.item, null));
  },
});

/** Lends a thing: to the customer of a ticket, so that the counter sees it at the farewell, or to somebody. */
export const lendItem = queueCommand({
  name: 'loan.lend',
  input: lendBody.extend({ itemId: idSchema }),
  permission: 'loan.lend',
  locate: (lookup, { itemId }) => locateLoanItem(lookup, itemId),
  async run(work, { itemId, ticketId, ticketNumber }) {
    const found = await findItem(work.tx, work.hallId, itemId);
    if (!found?.item.active) return noItem;
    const ref = await refOfTicket(work, ticketId, ticketNumber);
    if (!ref.ok) return ref;
    if (found.loan) return fail('in-use', { detail: 'Somebody has it already.' });
    const { item } = found;
    const loan: Loan = {
      id: work.newId(),
      itemId,
      ...ref.value,
      deposit: item.deposit,
      lentAt: work.now,
      lentBy: work.by,
      overdueAt: null,
      returnedAt: null,
    };
    await insertLoan(work.tx, work.hallId, loan);
    await work.setDeadline('loan.overdue', loan.id, dueBack(work.config, work.now));
    work.record({
      kind: 'loan.lent',
      visitId: loan.visitId,
      ticketId: loan.ticketId,
      payload: { loanId: loan.id, what: item.kind, number: item.number, deposit: item.deposit },
    });
    return success(presentLoan(item, loan));
  },
});

export const returnLoan = queueCommand({
  name: 'loan.return',
  input: z.strictObject({ loanId: idSchema }),
  permission: 'loan.lend',
  locate: (lookup, { loanId }) => locateLoan(lookup, loanId),
  async run(work, { loanId }) {
    const found = await findLoan(work.tx, work.hallId, loanId);
    if (!found) return fail('not-found', { detail: 'There is no such loan.' });
    const { item, loan } = found;
    if (loan.returnedAt) return fail('already-done', { detail: 'It is back already.', currentState: 'returned' });
    await markReturned(work.tx, loanId, work.now, work.by);
    await work.clearDeadline('loan.overdue', loanId);
    work.record({
      kind: 'loan.returned',
      visitId: loan.visitId,
      ticketId: loan.ticketId,
      payload: { loanId, what: item.kind, number: item.number, onTime: loan.overdueAt === null },
    });
    return success(presentLoan(item, { ...loan, returnedAt: work.now }));
  },
});

/** The hall closes and the thing is not back. Set off by time alone. */
export async function noteLoanOverdue(work: Work, { subjectId }: Deadline): Promise<void> {
  const found = await findLoan(work.tx, work.hallId, subjectId);
  if (!found || found.loan.returnedAt || found.loan.overdueAt) return;
  const { item, loan } = found;
  await markLoanOverdue(work.tx, loan.id, work.now);
  work.record({
    kind: 'loan.overdue',
    visitId: loan.visitId,
    ticketId: loan.ticketId,
    payload: { loanId: loan.id, what: item.kind, number: item.number },
  });
}
