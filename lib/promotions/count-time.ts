import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

type Hours = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>;

/** Days ahead in which an opening is looked for. */
const HORIZON_DAYS = 14;

/**
 * When the hall's material is counted next: the first opening of a day after now, when customers begin to see it. A
 * hall that stays closed for long is asked again after two weeks.
 */
export function nextCount(hours: Hours, now: Date): Date {
  const { day } = localTime(now, hours.timeZone);
  for (let i = 0; i < HORIZON_DAYS; i++) {
    const date = addDays(day, i);
    const [first] = hoursOn(hours, date);
    if (!first) continue;
    const at = instantOf(date, seconds(first.opens), hours.timeZone);
    if (at > now) return at;
  }
  return instantOf(addDays(day, HORIZON_DAYS), 0, hours.timeZone);
}
