import { fail, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { findIntended } from './queries';
import { saveIntended } from './repository';
import { intendStaffingBody } from './schema';

/** Says how many counters are to be open in each half hour of a weekday. */
export const intendStaffing = settingsCommand({
  name: 'staffing.intend',
  input: intendStaffingBody.extend({ hall: idSchema }),
  permission: 'staffing.plan',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { weekday, counters }) {
    const { hallId } = work;
    if (!hallId) return fail('not-found');
    const before = await findIntended(work.tx, hallId, weekday);
    await saveIntended(work.tx, { hallId, weekday }, { counters, now: work.now, by: work.by });
    work.record({ kind: 'staffing.planned', payload: { weekday } });
    await work.audit('staffing.intend', `hall:${hallId}`, before ? { weekday, counters: before.counters } : null, {
      weekday,
      counters,
    });
    return success(null);
  },
});
