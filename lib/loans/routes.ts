import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { lendItem, retireLoanItem, returnLoan, stockLoanItems } from './commands';
import { loadLoanItems } from './loaders';
import { lendBody, loanItemSchema, loanItemsSchema, loanSchema, stockBody } from './schema';

const hallParams = z.object({ hall: idSchema });
const itemParams = z.object({ item: idSchema });

export const loanRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/loan-items',
    tag: 'leave',
    summary: 'What the hall lends, and what is out',
    who: ['loan.lend'],
    params: hallParams,
    answer: loanItemsSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'loan.lend', hallId)) return fail(refusal(actor, hallId));
      return success(await loadLoanItems(house, hallId));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/loan-items',
    tag: 'leave',
    summary: 'Add things to lend',
    description: 'One for each number; those that are there already get the new deposit.',
    who: ['loan.stock'],
    params: hallParams,
    body: stockBody,
    answer: loanItemsSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, stockLoanItems, { hall, ...body }),
  }),
  defineRoute({
    method: 'delete',
    path: '/loan-items/{item}',
    tag: 'leave',
    summary: 'Lend a thing no more',
    who: ['loan.stock'],
    params: itemParams,
    answer: loanItemSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params: { item } }) => execute(house, caller, retireLoanItem, { itemId: item }),
  }),
  defineRoute({
    method: 'post',
    path: '/loan-items/{item}/lend',
    tag: 'leave',
    summary: 'Lend a thing',
    description: 'With a ticket, by its id or by its number of today, the counter is reminded of it at the farewell.',
    who: ['loan.lend'],
    params: itemParams,
    body: lendBody,
    status: 201,
    answer: loanSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params: { item }, body }) => execute(house, caller, lendItem, { itemId: item, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/loans/{loan}/return',
    tag: 'leave',
    summary: 'Take a thing back',
    who: ['loan.lend'],
    params: z.object({ loan: idSchema }),
    answer: loanSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params: { loan } }) => execute(house, caller, returnLoan, { loanId: loan }),
  }),
];
