import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { discardLetter, sendAgain } from './commands';
import { listDeadLetters } from './queries';
import { deadLetterSchema } from './schema';

const letterParams = z.object({ letter: idSchema });

export const deliveryRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/dead-letters',
    tag: 'notices',
    summary: 'Messages that did not arrive',
    description: 'The newest first. Kept for a month unless somebody decides about them.',
    who: ['webhook.manage'],
    params: z.object({ hall: idSchema }),
    query: pageQuery,
    answer: pageOf(deadLetterSchema),
    async run({ house, actor, params, query }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'webhook.manage', hallId)) return fail(refusal(actor, hallId));
      const rows = await listDeadLetters(house.db, hallId, { after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.id));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/dead-letters/{letter}/send-again',
    tag: 'notices',
    summary: 'Try a message again',
    description: 'Under the same id: a receiver that has it already knows it.',
    who: ['webhook.manage'],
    params: letterParams,
    answer: z.null(),
    nothing: 'It will be tried.',
    refusals: ['wrong-state'],
    run: ({ house, caller, params }) => execute(house, caller, sendAgain, { deliveryId: params.letter }),
  }),
  defineRoute({
    method: 'post',
    path: '/dead-letters/{letter}/discard',
    tag: 'notices',
    summary: 'Leave a message at that',
    who: ['webhook.manage'],
    params: letterParams,
    answer: z.null(),
    nothing: 'It is off the list.',
    refusals: ['wrong-state'],
    run: ({ house, caller, params }) => execute(house, caller, discardLetter, { deliveryId: params.letter }),
  }),
];
