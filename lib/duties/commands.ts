import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { success } from '@/lib/core/result';
import { listDue } from '@/lib/deadlines/queries';
import { queueCommand, settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { DEADLINE_HANDLERS } from './deadline-handlers';

/** Answers under idempotency keys are kept this long. */
const KEPT_SECONDS = 24 * 3600;

/** Forgets old answers, so that the table stays as small as a day. Only the house itself may. */
export const forgetAnswers = settingsCommand({
  name: 'house.forgetAnswers',
  input: z.strictObject({}),
  permission: 'house.duty',
  locate: async () => success(null),
  async run(work) {
    const { count } = await work.tx.idempotencyRecord.deleteMany({
      where: { createdAt: { lt: addSeconds(work.now, -KEPT_SECONDS) } },
    });
    return success(count);
  },
});

/** Deadlines handled in one transaction; more wait for the next tick. */
const AT_ONCE = 20;

/** Does what is due in a hall by now. */
export const meetDeadlines = queueCommand({
  name: 'house.meetDeadlines',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const due = await listDue(work.tx, work.hallId, work.now, AT_ONCE);
    for (const deadline of due) {
      await work.clearDeadline(deadline.kind, deadline.subjectId);
      await DEADLINE_HANDLERS[deadline.kind](work, deadline);
    }
    return success(due.length);
  },
});
