import { drawArrivals } from '@/lib/simulation/arrivals';
import type { HandlingDistribution } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import { simulateDay } from '@/lib/simulation/simulate-day';
import { shiftsOf, TOLERANCE } from './planned-day';
import type { StaffingDemand, StaffingTarget } from './staffing';

/** A planned day with its services apart; indices of `services` are what counters name. */
export type SkilledDemand = Pick<
  StaffingDemand,
  'from' | 'stepSeconds' | 'callSeconds' | 'gapSeconds' | 'noShowSeconds'
> & {
  services: readonly {
    handling: HandlingDistribution;
    meanHandlingSeconds: number;
    patienceSeconds: number | null;
    noShowProbability: number;
    /** Customers an hour in each step. */
    perHour: readonly number[];
  }[];
};

export type ServiceOutcome = {
  /** Mean number of customers who come. */
  customers: number;
  /** Share of them who could be served in time; null when none came. */
  share: number | null;
  /** The share misses the target by more than chance explains. */
  short: boolean;
};

export type SkilledOutcome = {
  share: number | null;
  /** Of the whole day, by service. */
  services: ServiceOutcome[];
  /** By step and service. */
  steps: ServiceOutcome[][];
};

/**
 * In which order counters are opened, as indices: each time the one whose services have most work for each counter that
 * takes them already, so that a few counters take what most come for, and as soon as they can, everything.
 */
export function openingOrder(demand: SkilledDemand, counters: readonly (readonly number[])[]): number[] {
  const work = demand.services.map(
    ({ perHour, meanHandlingSeconds }) => perHour.reduce((sum, rate) => sum + rate, 0) * meanHandlingSeconds,
  );
  const taken = work.map(() => 0);
  const left = counters.map((_, i) => i);
  const order: number[] = [];
  const gain = (i: number) =>
    (counters[i] ?? []).reduce((sum, s) => sum + (work[s] ?? 0) / ((taken[s] ?? 0) + 1) ** 2, 0);
  while (left.length > 0) {
    const best = left.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    order.push(best);
    for (const s of counters[best] ?? []) taken[s] = (taken[s] ?? 0) + 1;
  }
  return order;
}

/** Enough that the share of a service in one half hour is more than luck. */
const DAYS = 80;

/**
 * Plays the planned day with the services that each counter takes, many times; the first so many of the counters are
 * open in each step. More than there are open no more. Yields after each day.
 *
 * @param counters indices of the services of each, in the order in which they are opened
 * @param open how many of them in each step
 */
export function* playSkilled(
  demand: SkilledDemand,
  target: StaffingTarget,
  counters: readonly (readonly number[])[],
  open: readonly number[],
  seed: number,
): Generator<void, SkilledOutcome> {
  const steps = open.length;
  const came = new Float64Array(steps * demand.services.length);
  const kept = new Float64Array(came.length);
  const shifts = shiftsOf(demand, open, counters);
  const random = new Random(seed);
  const { from, stepSeconds, callSeconds, gapSeconds, noShowSeconds } = demand;
  for (let day = 0; day < DAYS; day += 1) {
    const streams = demand.services.map(({ perHour }, service) => ({ service, creditSeconds: 0, perHour }));
    const arrivals = drawArrivals({ from, stepSeconds, streams }, random);
    const { calledAt } = simulateDay(
      { services: demand.services, counters: shifts, timing: { callSeconds, gapSeconds, noShowSeconds } },
      arrivals,
      seed + day,
    );
    for (let i = 0; i < arrivals.at.length; i += 1) {
      const at = arrivals.at[i] as number;
      const cell = Math.floor((at - from) / stepSeconds) * demand.services.length + (arrivals.service[i] as number);
      came[cell] = (came[cell] as number) + 1;
      if ((calledAt[i] as number) + callSeconds - at <= target.seconds) kept[cell] = (kept[cell] as number) + 1;
    }
    yield;
  }
  const outcome = (cells: readonly number[]): ServiceOutcome => {
    const all = (sums: Float64Array) => cells.reduce((sum, cell) => sum + (sums[cell] as number), 0);
    const count = all(came);
    return {
      customers: count / DAYS,
      share: count > 0 ? all(kept) / count : null,
      short: count > 0 && likelyBelow(all(kept), count, target.share - TOLERANCE),
    };
  };
  const cell = (step: number, service: number) => step * demand.services.length + service;
  const everyStep = Array.from({ length: steps }, (_, step) => step);
  return {
    share: outcome(everyStep.flatMap((step) => demand.services.map((_, s) => cell(step, s)))).share,
    services: demand.services.map((_, s) => outcome(everyStep.map((step) => cell(step, s)))),
    steps: everyStep.map((step) => demand.services.map((_, s) => outcome([cell(step, s)]))),
  };
}

/** Nineteen times in twenty the true share is below this one (E. B. Wilson, JASA 22, 1927). */
const Z = 1.645;

function likelyBelow(kept: number, count: number, share: number): boolean {
  const p = kept / count;
  const middle = p + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((p * (1 - p)) / count + Z ** 2 / (4 * count ** 2));
  return (middle + spread) / (1 + Z ** 2 / count) < share;
}
