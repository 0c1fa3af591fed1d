import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { closeLost, handBack, matchLost, registerFound, reportLost } from './commands';
import { presentFound, presentLost } from './presenter';
import { listLostFound } from './queries';
import {
  foundItemSchema,
  handBackBody,
  lostFoundSchema,
  lostReportSchema,
  matchBody,
  registerFoundBody,
  reportLostBody,
} from './schema';

const hallParams = z.object({ hall: idSchema });
const who = ['item.register'] as const;

export const lostFoundRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/lost-found',
    tag: 'leave',
    summary: 'Things that are kept, and things that are missed',
    description: 'The newest hundred of each.',
    who,
    params: hallParams,
    answer: lostFoundSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'item.register', hallId)) return fail(refusal(actor, hallId));
      const { found, lost } = await listLostFound(house.db, hallId);
      return success({ found: found.map(presentFound), lost: lost.map(presentLost) });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/found-items',
    tag: 'leave',
    summary: 'Something was found',
    who,
    params: hallParams,
    body: registerFoundBody,
    status: 201,
    answer: foundItemSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, registerFound, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/found-items/{found}/hand-back',
    tag: 'leave',
    summary: 'Hand a thing back',
    who,
    params: z.object({ found: idSchema }),
    body: handBackBody,
    answer: foundItemSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params: { found }, body }) =>
      execute(house, caller, handBack, { foundItemId: found, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/lost-reports',
    tag: 'leave',
    summary: 'A customer misses something',
    who,
    params: hallParams,
    body: reportLostBody,
    status: 201,
    answer: lostReportSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, reportLost, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/lost-reports/{lost}/match',
    tag: 'leave',
    summary: 'This is what the customer misses',
    who,
    params: z.object({ lost: idSchema }),
    body: matchBody,
    answer: lostReportSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params: { lost }, body }) => execute(house, caller, matchLost, { reportId: lost, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/lost-reports/{lost}/close',
    tag: 'leave',
    summary: 'Nobody looks for it any more',
    who,
    params: z.object({ lost: idSchema }),
    answer: lostReportSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params: { lost } }) => execute(house, caller, closeLost, { reportId: lost }),
  }),
];
