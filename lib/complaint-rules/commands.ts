import { loadRules } from '@/lib/complaints/queries';
import { rulesSchema } from '@/lib/complaints/schema';
import { fail, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { saveRules } from './repository';

/** What the hall has decided about complaints. Promises that were made stay as they are. */
export const saveComplaintRules = settingsCommand({
  name: 'complaint.saveRules',
  input: rulesSchema.safeExtend({ hall: idSchema }),
  permission: 'settings.write',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, ...rules }) {
    if (!work.hallId) return fail('not-found');
    const before = await loadRules(work.tx, work.hallId);
    await saveRules(work.tx, work.hallId, rules, work.now);
    await work.audit('complaint.saveRules', `hall:${work.hallId}`, before, rules);
    return success(rules);
  },
});
