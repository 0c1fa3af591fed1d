import type { HandlingDistribution } from '@/lib/simulation/handling-distribution';
import { erlangA } from './erlang';

export type StaffingDemand = {
  /** Seconds since midnight, or from any other origin. */
  from: number;
  /** Length of a step, usually 1800. */
  stepSeconds: number;
  /** Customers an hour in each step, for counters that all serve them. */
  perHour: readonly number[];
  handling: HandlingDistribution;
  /** Mean seconds of handling by that distribution. */
  meanHandlingSeconds: number;
  /** From call to start, and from one customer to the next: the counter is busy with both. */
  callSeconds: number;
  gapSeconds: number;
  /** Mean patience of those who wait; null: nobody leaves. */
  patienceSeconds: number | null;
  /** Share of the called who do not come, and how long the counter waits for them. */
  noShowProbability: number;
  noShowSeconds: number;
};

export type StaffingTarget = {
  /** This share of customers, such as 0.9 … */
  share: number;
  /** … can be served within this time. */
  seconds: number;
  /** More counters than this there are not. */
  mostCounters: number;
};

export type StaffingStep = {
  /** Seconds from the demand's origin. */
  from: number;
  perHour: number;
  counters: number;
  /** By Erlang A, as if the step went on for ever: share of customers who could be served in time, and use. */
  expectedShare: number;
  expectedUse: number;
};

export type StaffingPlan = {
  steps: StaffingStep[];
  /** The target cannot be kept in these steps even with all counters. */
  shortSteps: number[];
};

/**
 * How many counters have to be open when: for each step alone the fewest that keep the target, by exact sums
 * (stationary independent period by period; L. Green, P. Kolesar, J. Soares, Operations Research 49, 2001).
 */
export function planStaffing(demand: StaffingDemand, target: StaffingTarget): StaffingPlan {
  const shortSteps: number[] = [];
  const steps = demand.perHour.map((perHour, i) => {
    let counters = perHour > 0 ? 1 : 0;
    while (counters < target.mostCounters && outcome(demand, target, perHour, counters).share < target.share) {
      counters += 1;
    }
    const { share, use } = outcome(demand, target, perHour, counters);
    if (share < target.share) shortSteps.push(i);
    return {
      from: demand.from + i * demand.stepSeconds,
      perHour,
      counters,
      expectedShare: share,
      expectedUse: use,
    };
  });
  return { steps, shortSteps };
}

function outcome(
  demand: StaffingDemand,
  target: StaffingTarget,
  perHour: number,
  counters: number,
): { share: number; use: number } {
  const missed = demand.noShowProbability;
  const served = demand.meanHandlingSeconds + demand.callSeconds + demand.gapSeconds;
  const busy = (1 - missed) * served + missed * demand.noShowSeconds;
  const result = erlangA({
    servers: counters,
    arrivalRate: perHour / 3600,
    serviceRate: 1 / busy,
    abandonmentRate: demand.patienceSeconds === null ? 0 : 1 / demand.patienceSeconds,
  });
  // The wait ends with the start of service, some seconds after the call.
  return { share: result.offeredWithin(target.seconds - demand.callSeconds), use: result.occupancy };
}

/** `weight`: how much the day counts, 1 for one like the last. */
export type ArrivalDay = { weekday: number; counts: readonly number[]; weight: number };

/** As many days as the mean of all weekdays counts against one weekday's own. */
const ALL_DAYS_WEIGHT = 2;

/**
 * Customers an hour in each step of a weekday, from the counts of past days; a weekday of which little is known
 * leans on all days. null without any day.
 */
export function arrivalRates(
  days: readonly ArrivalDay[],
  weekday: number,
  stepSeconds: number,
): readonly number[] | null {
  const steps = Math.max(0, ...days.map((day) => day.counts.length));
  if (days.length === 0 || steps === 0) return null;
  const own = days.filter((day) => day.weekday === weekday);
  const weight = (list: readonly ArrivalDay[]) => list.reduce((total, day) => total + day.weight, 0);
  const sum = (list: readonly ArrivalDay[], step: number) =>
    list.reduce((total, day) => total + day.weight * (day.counts[step] ?? 0), 0);
  return Array.from({ length: steps }, (_, step) => {
    const usual = sum(days, step) / weight(days);
    const count = (sum(own, step) + ALL_DAYS_WEIGHT * usual) / (weight(own) + ALL_DAYS_WEIGHT);
    return (count * 3600) / stepSeconds;
  });
}
