import { z } from 'zod';
import { type Call, defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { intendStaffing } from './commands';
import { loadStaffing } from './loaders';
import { intendStaffingBody, type StaffingView, staffingQuery, staffingSchema } from './schema';

const params = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const staffingRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/staffing',
    tag: 'reports',
    summary: 'How many counters a weekday needs, half hour by half hour, and what is intended',
    description:
      'From the arrivals, handling times and leaving that the hall has learned; the outcome of both is played many times. ' +
      'As if every counter took every service; `skilledShare`, `short` and `services` say what it comes to with the services ' +
      'that each counter really takes.',
    who: ['staffing.read'],
    params,
    query: staffingQuery,
    answer: staffingSchema,
    run: (call) => read(call, call.params.hall, call.query.weekday),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/staffing',
    tag: 'reports',
    summary: 'Say how many counters are to be open on a weekday',
    description: 'Takes the place of what was intended for that weekday; answers what it would come to.',
    who: ['staffing.plan'],
    params,
    body: intendStaffingBody,
    answer: staffingSchema,
    async run(call) {
      const saved = await execute(call.house, call.caller, intendStaffing, { ...call.body, hall: call.params.hall });
      return saved.ok ? read(call, call.params.hall, call.body.weekday) : saved;
    },
  }),
];

/** For whoever may read it in the hall. */
async function read(
  { house, actor }: Pick<Call, 'house' | 'actor'>,
  hall: string,
  weekday: number | undefined,
): Promise<Result<StaffingView>> {
  const hallId = await findHallId(house.db, hall);
  if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
  if (!permits(actor, 'staffing.read', hallId)) return fail(refusal(actor, hallId));
  return success(await loadStaffing(house, hallId, weekday));
}
