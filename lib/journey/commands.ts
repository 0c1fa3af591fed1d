import { z } from 'zod';
import { success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { addDays, instantOf } from '@/lib/halls/service-day';
import { idSchema } from '@/lib/tickets/schema';
import { beginDay, dayFigures, takeEvent } from './journey-day';
import { lastKeptDay, listDayEvents, nextDayWithEvents } from './queries';
import { saveDayFigures } from './repository';

/** After midnight, for clocks of servers that differ a little. */
const AFTER_MIDNIGHT_SECONDS = 60;
/** Days counted in one transaction, which holds the hall; more follow at once. */
const AT_ONCE = 3;

/**
 * Keeps the figures of every day that has ended and is not kept yet: yesterday's, and those on which the house was down.
 * Sets the deadline of the next one.
 */
async function keepEndedDays(work: Work): Promise<number> {
  let last = await lastKeptDay(work.tx, work.hallId);
  let kept = 0;
  let next = await nextDayWithEvents(work.tx, work.hallId, last, work.serviceDay);
  for (; next && kept < AT_ONCE; kept += 1) {
    const day = beginDay(next);
    for (const event of await listDayEvents(work.tx, work.hallId, next)) takeEvent(day, event);
    await saveDayFigures(work.tx, { hallId: work.hallId, serviceDay: next, now: work.now }, dayFigures(day));
    last = next;
    next = await nextDayWithEvents(work.tx, work.hallId, last, work.serviceDay);
  }
  const midnight = instantOf(addDays(work.serviceDay, 1), AFTER_MIDNIGHT_SECONDS, work.config.timeZone);
  await work.setDeadline('journey.dayEnded', 'day', next ? work.now : midnight);
  return kept;
}

/** A service day has ended: its figures are kept. */
export async function endDay(work: Work): Promise<void> {
  await keepEndedDays(work);
}

/** The first time in a hall: from now on its days are kept when they end. */
export const keepDays = queueCommand({
  name: 'journey.keepDays',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    return success(await keepEndedDays(work));
  },
});
