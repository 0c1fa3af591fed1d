import { type ArrivalLog, LoggedArrivals } from './arrivals';
import { type EngineTiming, HallEngine, OUTCOME } from './hall-engine';
import { type HandlingDistribution, HandlingSampler } from './handling-distribution';
import { Random } from './random';

export type DayService = {
  handling: HandlingDistribution;
  /** Mean patience of those who wait, exponential; null when nobody leaves. */
  patienceSeconds: number | null;
  noShowProbability: number;
};

export type DayCounter = {
  /** Indices into the day's services. */
  services: readonly number[];
  opensAt: number;
  /** null: stays until the last customer is served. */
  closesAt: number | null;
  /** At its end goes on until nobody waits for it. */
  servesOut: boolean;
  breaks: readonly { at: number; seconds: number }[];
  /** 1 is usual; 2 handles twice as fast. */
  speed: number;
};

/** All times in seconds from one origin, such as midnight. */
export type DayPlan = {
  services: readonly DayService[];
  counters: readonly DayCounter[];
  timing: EngineTiming;
};

/** One entry for each arrival, in the order of the arrivals. Times that never came are Infinity. */
export type DayResult = {
  /** When the ticket was called or, for those who left, would have been called. */
  calledAt: Float64Array;
  endedAt: Float64Array;
  /** Index of the counter, -1 for those nobody called. */
  counter: Int32Array;
  /** See `OUTCOME`: waiting (never reached), served, noShow, left. */
  outcome: Uint8Array;
};

/** Plays one day of a hall: same plan, arrivals and seed, same day. */
export function simulateDay(plan: DayPlan, arrivals: ArrivalLog, seed: number): DayResult {
  const services = plan.services.map((service) => ({
    handling: new HandlingSampler(service.handling),
    patienceSeconds: service.patienceSeconds ?? Number.POSITIVE_INFINITY,
    noShowProbability: service.noShowProbability,
  }));
  const counters = plan.counters.map((counter) => ({
    ...counter,
    closesAt: counter.closesAt ?? Number.POSITIVE_INFINITY,
  }));
  const engine = new HallEngine(services, counters, plan.timing);
  engine.clear();
  plan.counters.forEach((counter, i) => {
    engine.readyAt[i] = counter.opensAt;
  });
  const source = new LoggedArrivals(
    arrivals,
    services.map((service) => service.patienceSeconds),
  );
  const count = arrivals.at.length;
  engine.run(source, new Random(seed), count, Number.POSITIVE_INFINITY);
  // The engine stops when the last of them is called; whoever nobody called and who had patience still waits.
  for (let i = 0; i < engine.size; i += 1) {
    if (engine.outcome[i] !== OUTCOME.waiting) continue;
    const leaves = engine.leaveAt[i] as number;
    if (leaves < Number.POSITIVE_INFINITY) {
      engine.outcome[i] = OUTCOME.left;
      engine.endedAt[i] = leaves;
    }
  }
  return {
    calledAt: engine.calledAt.slice(0, count),
    endedAt: engine.endedAt.slice(0, count),
    counter: engine.counter.slice(0, count),
    outcome: engine.outcome.slice(0, count),
  };
}
