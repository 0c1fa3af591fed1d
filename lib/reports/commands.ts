import { z } from 'zod';
import { success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { addLoose } from './steps';

/** Legs added up in one transaction; as many again are left when it was full. */
export const FULL_ROUND = 200;

/** Adds what is finished and can no longer be undone to the summaries that reports read, each once. */
export const summariseLegs = queueCommand({
  name: 'report.summarise',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const added = await addLoose(work.tx, work.config, { now: work.now, limit: FULL_ROUND });
    if (added > 0) work.wrote();
    return success(added);
  },
});
