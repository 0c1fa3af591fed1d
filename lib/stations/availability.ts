import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, serviceDay } from '@/lib/halls/service-day';
import type { Station } from './station';

type Hours = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>;

/** Opening hours between two instants, in whole seconds. Nobody misses a station while the hall is closed. */
export function openSecondsBetween(hours: Hours, from: Date, to: Date): number {
  let open = 0;
  const last = serviceDay(to, hours.timeZone);
  // From the day before on: a span may end after midnight.
  for (let day = addDays(serviceDay(from, hours.timeZone), -1); day <= last; day = addDays(day, 1))
    for (const span of hoursOn(hours, day)) {
      const opens = Math.max(instantOf(day, seconds(span.opens), hours.timeZone).getTime(), from.getTime());
      const closes = Math.min(instantOf(day, seconds(span.closes), hours.timeZone).getTime(), to.getTime());
      open += Math.max(0, closes - opens);
    }
  return Math.floor(open / 1000);
}

/** Time in which somebody could have used a station, and in which he could. Sums of several add up. */
export interface Tally {
  openSeconds: number;
  availableSeconds: number;
}

/**
 * What has to be told of a station since it was last told: a station that is out of order is missed, one that is made
 * ready for the next person is in use.
 */
export function tallyOf(hours: Hours, station: Pick<Station, 'state' | 'talliedAt'>, now: Date): Tally {
  const openSeconds = openSecondsBetween(hours, station.talliedAt, now);
  return { openSeconds, availableSeconds: station.state === 'faulty' ? 0 : openSeconds };
}
