import { drawArrivals } from '@/lib/simulation/arrivals';
import { OUTCOME } from '@/lib/simulation/hall-engine';
import { Random } from '@/lib/simulation/random';
import { type DayCounter, simulateDay } from '@/lib/simulation/simulate-day';
import { planStaffing, type StaffingDemand, type StaffingPlan, type StaffingTarget } from './staffing';

export type SimulatedStep = {
  from: number;
  counters: number;
  /** Mean number of customers who came in this step. */
  customers: number;
  /** Share of them who could be served in time; null when none came. */
  share: number | null;
  /** Mean seconds of the wait on offer to them: until their service would have begun; null when none came or some could never be served. */
  meanWaitSeconds: number | null;
  /** Share of them who left; null when none came. */
  left: number | null;
  /** Share of the open counters' time in this step spent on customers; null with no counter open. */
  use: number | null;
};

export type SimulatedPlan = {
  steps: SimulatedStep[];
  /** Of the whole day, likewise. */
  share: number | null;
  meanWaitSeconds: number | null;
  left: number | null;
  use: number | null;
};

/** Sums over the days played. */
class Tally {
  readonly came: Float64Array;
  readonly kept: Float64Array;
  readonly left: Float64Array;
  readonly waited: Float64Array;
  readonly busy: Float64Array;

  constructor(steps: number) {
    this.came = new Float64Array(steps);
    this.kept = new Float64Array(steps);
    this.left = new Float64Array(steps);
    this.waited = new Float64Array(steps);
    this.busy = new Float64Array(steps);
  }
}

/**
 * Plays the planned day many times: what the sums cannot see is the queue that one step hands to the next. A wait on
 * offer counts as kept or broken also for those who left. The last counters serve out whoever is inside. Yields after
 * each day, so that whoever runs it can let others in between.
 */
export function* playPlan(
  demand: StaffingDemand,
  target: StaffingTarget,
  counters: readonly number[],
  seed: number,
  days = 40,
): Generator<void, SimulatedPlan> {
  const tally = new Tally(demand.perHour.length);
  const shifts = shiftsOf(demand, counters);
  const random = new Random(seed);
  for (let day = 0; day < days; day += 1) {
    playDay(demand, target, shifts, random, seed + day, tally);
    yield;
  }
  return outcomeOf(demand, counters, tally, days);
}

function playDay(
  demand: StaffingDemand,
  target: StaffingTarget,
  shifts: DayCounter[],
  random: Random,
  seed: number,
  tally: Tally,
): void {
  const { handling, patienceSeconds, noShowProbability, callSeconds, gapSeconds, noShowSeconds } = demand;
  const arrivals = drawArrivals(
    {
      from: demand.from,
      stepSeconds: demand.stepSeconds,
      streams: [{ service: 0, creditSeconds: 0, perHour: demand.perHour }],
    },
    random,
  );
  const result = simulateDay(
    {
      services: [{ handling, patienceSeconds, noShowProbability }],
      counters: shifts,
      timing: { callSeconds, gapSeconds, noShowSeconds },
    },
    arrivals,
    seed,
  );
  const add = (sums: Float64Array, step: number, value: number) => {
    sums[step] = (sums[step] as number) + value;
  };
  for (let i = 0; i < arrivals.at.length; i += 1) {
    const at = arrivals.at[i] as number;
    const step = Math.floor((at - demand.from) / demand.stepSeconds);
    const wait = (result.calledAt[i] as number) + callSeconds - at;
    add(tally.came, step, 1);
    add(tally.waited, step, wait);
    if (wait <= target.seconds) add(tally.kept, step, 1);
    if (result.counter[i] === -1) add(tally.left, step, 1);
    else {
      const from = result.calledAt[i] as number;
      const served = result.outcome[i] === OUTCOME.served;
      const until = served ? (result.endedAt[i] as number) + gapSeconds : from + noShowSeconds;
      addBusy(demand, tally.busy, from, until);
    }
  }
}

/** A counter was busy from one moment to another: its seconds, each in its step. */
function addBusy(demand: StaffingDemand, busy: Float64Array, from: number, until: number): void {
  for (let step = Math.floor((from - demand.from) / demand.stepSeconds); step < busy.length; step += 1) {
    const begins = demand.from + step * demand.stepSeconds;
    const seconds = Math.min(until, begins + demand.stepSeconds) - Math.max(from, begins);
    if (seconds <= 0) return;
    busy[step] = (busy[step] as number) + seconds;
  }
}

function outcomeOf(
  demand: StaffingDemand,
  counters: readonly number[],
  { came, kept, left, waited, busy }: Tally,
  days: number,
): SimulatedPlan {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);
  const all = (sums: ArrayLike<number>) => Array.from(sums).reduce((sum, value) => sum + value, 0);
  const open = (count: number) => count * demand.stepSeconds * days;
  // The last customer of a counter that closes is served to the end: a little more than its time.
  const use = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : null);
  return {
    share: share(all(kept), all(came)),
    meanWaitSeconds: finite(share(all(waited), all(came))),
    left: share(all(left), all(came)),
    use: use(all(busy), open(all(counters))),
    steps: Array.from(came, (customers, i) => ({
      from: demand.from + i * demand.stepSeconds,
      counters: counters[i] ?? 0,
      customers: customers / days,
      share: share(kept[i] as number, customers),
      meanWaitSeconds: finite(share(waited[i] as number, customers)),
      left: share(left[i] as number, customers),
      use: use(busy[i] as number, open(counters[i] ?? 0)),
    })),
  };
}

/**
 * A counter for each stretch of steps in which it is open: the first is open whenever any is.
 * @param services of each counter, of which there are no more then; left out: each takes the one service there is
 */
export function shiftsOf(
  demand: Pick<StaffingDemand, 'from' | 'stepSeconds'>,
  counters: readonly number[],
  services?: readonly (readonly number[])[],
): DayCounter[] {
  const shifts: DayCounter[] = [];
  const most = Math.min(Math.max(0, ...counters), services?.length ?? Number.POSITIVE_INFINITY);
  for (let c = 0; c < most; c += 1) {
    let opened = -1;
    for (let step = 0; step <= counters.length; step += 1) {
      const open = (counters[step] ?? 0) > c;
      if (open && opened < 0) opened = step;
      if (open || opened < 0) continue;
      shifts.push({
        services: services?.[c] ?? [0],
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
export const TOLERANCE = 0.01;
/** Days played while searching: enough to see where it falls short. */
const SEARCH_DAYS = 20;
/** A day that cannot be kept with all counters ends the search. */
const MOST_ROUNDS = 40;

export type CheckedStaffing = { plan: StaffingPlan; counters: number[]; simulated: SimulatedPlan };

/**
 * The plan by formula, and what the simulated day makes of it; where the simulation falls short, counters are added
 * step by step (the worst step first) until it does not or all are open. Yields between the days it plays.
 */
export function* searchStaffing(
  demand: StaffingDemand,
  target: StaffingTarget,
  seed: number,
): Generator<void, CheckedStaffing> {
  const plan = planStaffing(demand, target);
  const counters = plan.steps.map((step) => step.counters);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { steps } = yield* playPlan(demand, target, counters, seed, SEARCH_DAYS);
    let worst = -1;
    let worstShare = target.share - TOLERANCE;
    steps.forEach(({ share }, i) => {
      if (share !== null && share < worstShare && (counters[i] as number) < target.mostCounters) {
        worst = i;
        worstShare = share;
      }
    });
    if (worst < 0) break;
    counters[worst] = (counters[worst] as number) + 1;
  }
  return { plan, counters, simulated: yield* playPlan(demand, target, counters, seed) };
}

/** Runs to the end at once. */
export function finished<Value>(work: Generator<void, Value>): Value {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
