import { serviceDay } from '@/lib/halls/service-day';
import type { Tx } from '@/lib/platform/db/client';
import { endOfWorkingDay } from './hall-notice';
import { loadHours } from './queries';
import { insertNotice } from './repository';

/** What a notice needs of the command that changes a hall's information, of the queue or of the settings. */
interface Change {
  tx: Tx;
  now: Date;
  newId(): string;
}

/**
 * Tells the hotline that facts of a hall have changed: a notice that each agent acknowledges within the working day.
 * @returns its id and the time by which it must be acknowledged: the deadline `hallNotice.due`
 */
export async function raiseHallNotice(
  change: Change,
  hallId: string,
  fields: readonly string[],
): Promise<{ noticeId: string; dueAt: Date } | null> {
  const hours = await loadHours(change.tx, hallId);
  if (!hours || fields.length === 0) return null;
  const noticeId = change.newId();
  const dueAt = endOfWorkingDay(hours, change.now);
  await insertNotice(change.tx, {
    id: noticeId,
    hallId,
    at: change.now,
    serviceDay: serviceDay(change.now, hours.timeZone),
    fields: [...fields],
    dueAt,
    missedAt: null,
  });
  return { noticeId, dueAt };
}
