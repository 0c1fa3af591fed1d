import { z } from 'zod';
import { page, pageOf, pageQuery, timeCursor, timeCursorSchema } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { actorRef } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { answerUnaccepted, registerUnaccepted, takeOverUnaccepted } from './commands';
import { presentUnaccepted } from './presenter';
import { listUnaccepted } from './queries';
import { answerUnacceptedBody, registerUnacceptedBody, unacceptedSchema } from './schema';

const hallParams = z.object({ hall: idSchema });
const entryParams = z.object({ unaccepted: idSchema });

export const unacceptedRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/unaccepted',
    tag: 'result',
    summary: 'Register of unaccepted business',
    description: 'Shift leads and managers read all of it, others what they answer for themselves.',
    who: ['unaccepted.register'],
    params: hallParams,
    query: pageQuery.extend({
      after: timeCursorSchema.optional(),
      state: z.enum(['open', 'answered']).default('open'),
    }),
    answer: pageOf(unacceptedSchema),
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'unaccepted.register', hallId)) return fail(refusal(actor, hallId));
      const rows = await listUnaccepted(house.db, hallId, {
        state: query.state,
        ownerRef: permits(actor, 'promise.oversee', hallId) ? undefined : actorRef(actor),
        after: query.after,
        limit: query.limit + 1,
      });
      const { items, nextCursor } = page(rows, query.limit, ({ dueAt, id }) => timeCursor({ at: dueAt, id }));
      return success({ items: items.map(presentUnaccepted), nextCursor });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/unaccepted',
    tag: 'result',
    summary: 'Register business that could not be accepted',
    description: 'Whoever registers it answers for it, until somebody takes it over.',
    who: ['unaccepted.register'],
    params: hallParams,
    body: registerUnacceptedBody,
    status: 201,
    answer: unacceptedSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, registerUnaccepted, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/unaccepted/{unaccepted}/take-over',
    tag: 'result',
    summary: 'Answer for it from now on',
    who: ['unaccepted.register'],
    params: entryParams,
    answer: unacceptedSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params }) => execute(house, caller, takeOverUnaccepted, { unacceptedId: params.unaccepted }),
  }),
  defineRoute({
    method: 'post',
    path: '/unaccepted/{unaccepted}/answer',
    tag: 'result',
    summary: 'The customer has been answered',
    who: ['unaccepted.register'],
    params: entryParams,
    body: answerUnacceptedBody,
    answer: unacceptedSchema,
    refusals: ['already-done', 'not-the-owner'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, answerUnaccepted, { unacceptedId: params.unaccepted, ...body }),
  }),
];
