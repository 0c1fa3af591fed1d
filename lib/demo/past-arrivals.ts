import { drawArrivals } from '@/lib/simulation/arrivals';
import { Random } from '@/lib/simulation/random';
import { chance } from './chance';

export interface PastArrivals {
  halfHour: number;
  serviceCode: string;
  arrivals: number;
}

/** People per hour and service at the busiest time of an ordinary past day. */
const SERVICES: readonly (readonly [code: string, perHour: number])[] = [
  ['plans', 32],
  ['sim', 23],
  ['broadband', 15],
  ['bills', 18],
  ['devices', 12],
  ['business', 6],
];

/** Monday first: the beginning of the week and Saturday are busy. */
const WEEK = [1.1, 0.95, 0.85, 0.9, 1, 1.15, 0.6];

/** Late morning and after work most people come, few in the night. */
function busyness(halfHour: number): number {
  const hour = (halfHour + 0.5) / 2;
  const around = (peak: number, width: number) => Math.exp(-(((hour - peak) / width) ** 2));
  return 0.02 + 0.95 * around(10.5, 2) + 0.75 * around(17, 2.2) + 0.25 * around(13.5, 2);
}

/** Who came on a day before the demo was begun: what its staffing is planned from. Same day, same people. */
export function pastArrivals(day: string): PastArrivals[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const factor = WEEK[weekday] as number;
  const log = drawArrivals(
    {
      from: 0,
      stepSeconds: 1800,
      streams: SERVICES.map(([, rate], service) => ({
        service,
        creditSeconds: 0,
        perHour: Array.from({ length: 48 }, (_, i) => rate * factor * busyness(i)),
      })),
    },
    new Random(Math.floor(chance(7, day, 'past') * 2 ** 31)),
  );
  const counts = new Map<number, number>();
  log.at.forEach((second, i) => {
    const cell = Math.floor(second / 1800) * SERVICES.length + (log.service[i] as number);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return [...counts].map(([cell, arrivals]) => ({
    halfHour: Math.floor(cell / SERVICES.length),
    serviceCode: (SERVICES[cell % SERVICES.length] as (typeof SERVICES)[number])[0],
    arrivals,
  }));
}
