import { clock } from './half-hour';
import type { StaffingStepView } from './schema';

/** A stretch of the day, by the hall's clock: "10:30" to "13:00". */
export interface Stretch {
  from: string;
  to: string;
}

/** When a service falls short with the counters of a plan: half hours one after the other are one stretch. */
export function shortStretches(
  steps: readonly Pick<StaffingStepView, 'halfHour' | 'needed' | 'intended'>[],
  serviceCode: string,
  plan: 'needed' | 'intended',
): Stretch[] {
  const short = steps
    .filter((step) => step[plan]?.short.some((one) => one.serviceCode === serviceCode))
    .map(({ halfHour }) => halfHour)
    .sort((a, b) => a - b);
  const stretches: { first: number; last: number }[] = [];
  for (const halfHour of short) {
    const current = stretches.at(-1);
    if (current?.last === halfHour - 1) current.last = halfHour;
    else stretches.push({ first: halfHour, last: halfHour });
  }
  return stretches.map(({ first, last }) => ({ from: clock(first), to: clock(last + 1) }));
}
