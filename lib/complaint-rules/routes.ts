import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { loadRules } from '@/lib/complaints/queries';
import { rulesSchema } from '@/lib/complaints/schema';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { saveComplaintRules } from './commands';

const params = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const complaintRuleRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/complaint-rules',
    tag: 'complaints',
    summary: 'What the hall has decided about complaints',
    description:
      'Hours within which an answer is promised, minutes before it at which the owner, the shift lead and the manager are told, and what each role may grant at once, in whole units of money.',
    who: ['settings.read'],
    params,
    answer: rulesSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'settings.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadRules(house.db, hallId));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/complaint-rules',
    tag: 'complaints',
    summary: 'Decide about complaints',
    description: 'The whole of the rules. Promises that were made stay as they are.',
    who: ['settings.write'],
    params,
    body: rulesSchema,
    answer: rulesSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, saveComplaintRules, { ...body, hall }),
  }),
];
