import { drawArrivals } from '@/lib/simulation/arrivals';
import type { HandlingDistribution } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import { type DayCounter, simulateDay } from '@/lib/simulation/simulate-day';
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
  const busy = demand.meanHandlingSeconds + demand.callSeconds + demand.gapSeconds;
  const result = erlangA({
    servers: counters,
    arrivalRate: perHour / 3600,
    serviceRate: 1 / busy,
    abandonmentRate: demand.patienceSeconds === null ? 0 : 1 / demand.patienceSeconds,
  });
  // The wait ends with the start of service, some seconds after the call.
  return { share: result.offeredWithin(target.seconds - demand.callSeconds), use: result.occupancy };
}

export type SimulatedStep = {
  from: number;
  counters: number;
  /** Mean number of customers who came in this step. */
  customers: number;
  /** Share of them who could be served in time; null when none came. */
  share: number | null;
  /** Share of them who left; null when none came. */
  left: number | null;
};

export type SimulatedPlan = {
  steps: SimulatedStep[];
  /** Of the whole day. */
  share: number | null;
};

/**
 * Plays the planned day many times: what the sums cannot see is the queue that one step hands to the next. A wait on
 * offer counts as kept or broken also for those who left. The last counters serve out whoever is inside.
 */
export function simulatePlan(
  demand: StaffingDemand,
  target: StaffingTarget,
  counters: readonly number[],
  seed: number,
  days = 40,
): SimulatedPlan {
  const count = demand.perHour.length;
  const came = new Float64Array(count);
  const kept = new Float64Array(count);
  const left = new Float64Array(count);
  const shifts = shiftsOf(demand, counters);
  const random = new Random(seed);
  const service = {
    handling: demand.handling,
    patienceSeconds: demand.patienceSeconds,
    noShowProbability: 0,
  };
  const timing = { callSeconds: demand.callSeconds, gapSeconds: demand.gapSeconds, noShowSeconds: 0 };
  for (let day = 0; day < days; day += 1) {
    const arrivals = drawArrivals(
      {
        from: demand.from,
        stepSeconds: demand.stepSeconds,
        streams: [{ service: 0, creditSeconds: 0, perHour: demand.perHour }],
      },
      random,
    );
    const result = simulateDay({ services: [service], counters: shifts, timing }, arrivals, seed + day);
    for (let i = 0; i < arrivals.at.length; i += 1) {
      const at = arrivals.at[i] as number;
      const step = Math.floor((at - demand.from) / demand.stepSeconds);
      const wait = (result.calledAt[i] as number) + demand.callSeconds - at;
      came[step] = (came[step] as number) + 1;
      if (wait <= target.seconds) kept[step] = (kept[step] as number) + 1;
      if (result.counter[i] === -1) left[step] = (left[step] as number) + 1;
    }
  }
  const all = came.reduce((sum, value) => sum + value, 0);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    share: share(
      kept.reduce((sum, value) => sum + value, 0),
      all,
    ),
    steps: Array.from(came, (customers, i) => ({
      from: demand.from + i * demand.stepSeconds,
      counters: counters[i] ?? 0,
      customers: customers / days,
      share: share(kept[i] as number, customers),
      left: share(left[i] as number, customers),
    })),
  };
}

/** A counter for each stretch of steps in which it is open: the first is open whenever any is. */
function shiftsOf(demand: StaffingDemand, counters: readonly number[]): DayCounter[] {
  const shifts: DayCounter[] = [];
  const most = Math.max(0, ...counters);
  for (let c = 0; c < most; c += 1) {
    let opened = -1;
    for (let step = 0; step <= counters.length; step += 1) {
      const open = (counters[step] ?? 0) > c;
      if (open && opened < 0) opened = step;
      if (open || opened < 0) continue;
      shifts.push({
        services: [0],
        opensAt: demand.from + opened * demand.stepSeconds,
        closesAt: demand.from + step * demand.stepSeconds,
        servesOut: step === counters.length,
        breaks: [],
        speed: 1,
      });
      opened = -1;
    }
  }
  return shifts;
}

/** Chance alone moves a simulated share by about this much. */
const TOLERANCE = 0.01;

/**
 * The plan by formula, and what the simulated day makes of it; where the simulation falls short, counters are added
 * step by step (the worst step first) until it does not or all are open.
 */
export function checkedStaffing(
  demand: StaffingDemand,
  target: StaffingTarget,
  seed: number,
): { plan: StaffingPlan; counters: number[]; simulated: SimulatedPlan } {
  const plan = planStaffing(demand, target);
  const counters = plan.steps.map((step) => step.counters);
  let simulated = simulatePlan(demand, target, counters, seed);
  for (let round = 0; round < counters.length * target.mostCounters; round += 1) {
    let worst = -1;
    let worstShare = target.share - TOLERANCE;
    simulated.steps.forEach(({ share }, i) => {
      if (share !== null && share < worstShare && (counters[i] as number) < target.mostCounters) {
        worst = i;
        worstShare = share;
      }
    });
    if (worst < 0) break;
    counters[worst] = (counters[worst] as number) + 1;
    simulated = simulatePlan(demand, target, counters, seed);
  }
  return { plan, counters, simulated };
}

export type ArrivalDay = { weekday: number; counts: readonly number[] };

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
  const sum = (list: readonly ArrivalDay[], step: number) =>
    list.reduce((total, day) => total + (day.counts[step] ?? 0), 0);
  return Array.from({ length: steps }, (_, step) => {
    const usual = sum(days, step) / days.length;
    const count = (sum(own, step) + ALL_DAYS_WEIGHT * usual) / (own.length + ALL_DAYS_WEIGHT);
    return (count * 3600) / stepSeconds;
  });
}
