import type { Arrivals, HallEngine } from './hall-engine';
import { UNIT_EXPONENTIAL } from './handling-distribution';
import type { Random } from './random';

/**
 * Customers in the order of their coming, one entry each in every list. Times are seconds from the origin of the
 * simulation; credit is what their class puts them forward.
 */
export type ArrivalLog = {
  at: Float64Array;
  service: Int32Array;
  creditSeconds: Float64Array;
  /** Negative: drawn from the service's distribution. */
  handlingSeconds: Float64Array;
};

/** A stream of customers of one service and class whose rate changes by steps of equal length. */
export type ArrivalStream = {
  service: number;
  creditSeconds: number;
  perHour: readonly number[];
};

export type ArrivalProfile = {
  from: number;
  /** Length of a step; the last one ends the arrivals. */
  stepSeconds: number;
  streams: readonly ArrivalStream[];
};

/** Draws a day of customers: each stream is a Poisson process, constant within a step. */
export function drawArrivals(profile: ArrivalProfile, random: Random): ArrivalLog {
  const drawn: { at: number; service: number; creditSeconds: number }[] = [];
  for (const { service, creditSeconds, perHour } of profile.streams) {
    perHour.forEach((rate, step) => {
      if (!(rate > 0)) return;
      const end = profile.from + (step + 1) * profile.stepSeconds;
      // Starting afresh at each step is exact: the process has no memory.
      let at = profile.from + step * profile.stepSeconds + random.exponential(3600 / rate);
      while (at < end) {
        drawn.push({ at, service, creditSeconds });
        at += random.exponential(3600 / rate);
      }
    });
  }
  drawn.sort((a, b) => a.at - b.at);
  return {
    at: Float64Array.from(drawn, (customer) => customer.at),
    service: Int32Array.from(drawn, (customer) => customer.service),
    creditSeconds: Float64Array.from(drawn, (customer) => customer.creditSeconds),
    handlingSeconds: new Float64Array(drawn.length).fill(-1),
  };
}

/** Feeds a log to the engine. `patience[s]`: mean patience of service s in seconds, Infinity for endless. */
export class LoggedArrivals implements Arrivals {
  at: number;
  private next = 0;

  constructor(
    private readonly log: ArrivalLog,
    private readonly patience: readonly number[],
  ) {
    this.at = log.at[0] ?? Number.POSITIVE_INFINITY;
  }

  enter(engine: HallEngine, random: Random): number {
    const i = this.next;
    const { log } = this;
    const at = log.at[i] as number;
    const service = log.service[i] as number;
    const patience = this.patience[service] as number;
    this.next = i + 1;
    this.at = log.at[i + 1] ?? Number.POSITIVE_INFINITY;
    const leaveAt = patience === Number.POSITIVE_INFINITY ? patience : at + random.exponential(patience);
    const key = at - (log.creditSeconds[i] as number);
    return engine.add(service, key, leaveAt, -1, log.handlingSeconds[i] as number, -1);
  }
}

export type SteadyStream = { service: number; creditSeconds: number; perHour: number; patienceSeconds: number };

/**
 * Endless Poisson arrivals at constant rates, drawn one by one while the engine runs; `restart` begins anew. All that
 * chance decides about a customer is drawn here, so that two halls meet the same customers.
 */
export class SteadyArrivals implements Arrivals {
  at = Number.POSITIVE_INFINITY;
  private readonly total: number;

  constructor(
    private readonly streams: readonly SteadyStream[],
    private readonly until: number,
  ) {
    this.total = streams.reduce((sum, stream) => sum + stream.perHour, 0);
  }

  restart(random: Random): void {
    this.at = 0;
    this.advance(random);
  }

  enter(engine: HallEngine, random: Random): number {
    const { at, streams } = this;
    let point = random.next() * this.total;
    let i = 0;
    while (i < streams.length - 1 && point >= (streams[i] as SteadyStream).perHour) {
      point -= (streams[i] as SteadyStream).perHour;
      i += 1;
    }
    const { service, creditSeconds, patienceSeconds } = streams[i] as SteadyStream;
    const leaveAt =
      patienceSeconds === Number.POSITIVE_INFINITY
        ? patienceSeconds
        : at + patienceSeconds * UNIT_EXPONENTIAL.draw(random);
    this.advance(random);
    const handling = engine.drawHandling(service, random);
    return engine.add(service, at - creditSeconds, leaveAt, -1, handling, engine.drawShows(service, random));
  }

  private advance(random: Random): void {
    if (!(this.total > 0)) {
      this.at = Number.POSITIVE_INFINITY;
      return;
    }
    this.at += (3600 / this.total) * UNIT_EXPONENTIAL.draw(random);
    if (this.at >= this.until) this.at = Number.POSITIVE_INFINITY;
  }
}
