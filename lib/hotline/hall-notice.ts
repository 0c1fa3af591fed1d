import { addSeconds } from '@/lib/core/clock';
import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

/** A change to what a hall tells the public: which facts changed, and by when each agent must know. */
export interface HallNotice {
  id: string;
  hallId: string;
  at: Date;
  serviceDay: string;
  fields: string[];
  dueAt: Date;
  missedAt: Date | null;
}

/** A change in the last minutes of a day is due at the end of the next one. */
const LEAST_SECONDS = 3600;
const FURTHEST_DAYS = 14;

/**
 * The end of the working day in which a change must be acknowledged: the hall's last closing time today, or on its next
 * open day when less than an hour is left. A hall without hours: a day later.
 */
export function endOfWorkingDay(hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>, at: Date): Date {
  const { day } = localTime(at, hours.timeZone);
  for (let ahead = 0; ahead <= FURTHEST_DAYS; ahead++) {
    const date = addDays(day, ahead);
    const last = hoursOn(hours, date).at(-1);
    if (!last) continue;
    const end = instantOf(date, seconds(last.closes), hours.timeZone);
    if (end >= addSeconds(at, LEAST_SECONDS)) return end;
  }
  return addSeconds(at, 86_400);
}
