import { z } from 'zod';
import { page, pageOf, pageQuery, timeCursor, timeCursorSchema } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { actorRef } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { finishFollowUp, planFollowUp, takeOverFollowUp } from './commands';
import { presentFollowUp } from './presenter';
import { listFollowUps } from './queries';
import { doneFollowUpBody, followUpSchema, planFollowUpBody } from './schema';

const hallParams = z.object({ hall: idSchema });
const entryParams = z.object({ followUp: idSchema });

export const followUpRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/follow-ups',
    tag: 'leave',
    summary: 'Customers to call or see again',
    description: 'Shift leads and managers read all of them, others their own.',
    who: ['followUp.plan'],
    params: hallParams,
    query: pageQuery.extend({
      after: timeCursorSchema.optional(),
      state: z.enum(['planned', 'done']).default('planned'),
    }),
    answer: pageOf(followUpSchema),
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'followUp.plan', hallId)) return fail(refusal(actor, hallId));
      const rows = await listFollowUps(house.db, hallId, {
        state: query.state,
        ownerRef: permits(actor, 'promise.oversee', hallId) ? undefined : actorRef(actor),
        after: query.after,
        limit: query.limit + 1,
      });
      const { items, nextCursor } = page(rows, query.limit, ({ dueAt, id }) => timeCursor({ at: dueAt, id }));
      return success({ items: items.map(presentFollowUp), nextCursor });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/follow-ups',
    tag: 'leave',
    summary: 'Plan to call or see a customer again',
    who: ['followUp.plan'],
    params: hallParams,
    body: planFollowUpBody,
    status: 201,
    answer: followUpSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, planFollowUp, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/follow-ups/{followUp}/take-over',
    tag: 'leave',
    summary: 'Keep the promise from now on',
    who: ['followUp.plan'],
    params: entryParams,
    answer: followUpSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params }) => execute(house, caller, takeOverFollowUp, { followUpId: params.followUp }),
  }),
  defineRoute({
    method: 'post',
    path: '/follow-ups/{followUp}/done',
    tag: 'leave',
    summary: 'The customer was called or seen',
    who: ['followUp.plan'],
    params: entryParams,
    body: doneFollowUpBody,
    answer: followUpSchema,
    refusals: ['already-done', 'not-the-owner'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, finishFollowUp, { followUpId: params.followUp, ...body }),
  }),
];
