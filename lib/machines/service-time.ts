import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

type Hours = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>;

/** Days further back count no more: a hall that was switched off for a year costs no long sum. */
const MOST_DAYS = 31;

/** Seconds between two instants in which the hall was open: a machine at night is neither there nor missing. */
export function openSeconds(hours: Hours, from: Date, to: Date): number {
  const start = Math.max(from.getTime(), to.getTime() - MOST_DAYS * 86_400_000);
  const end = to.getTime();
  const last = localTime(to, hours.timeZone).day;
  let open = 0;
  for (let day = localTime(new Date(start), hours.timeZone).day; day <= last; day = addDays(day, 1))
    for (const span of hoursOn(hours, day)) {
      const opens = instantOf(day, seconds(span.opens), hours.timeZone).getTime();
      const closes = instantOf(day, seconds(span.closes), hours.timeZone).getTime();
      open += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  return Math.round(open / 1000);
}
