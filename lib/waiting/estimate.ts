import { SteadyArrivals, type SteadyStream } from '@/lib/simulation/arrivals';
import { type EngineCounter, HallEngine, ONLOOKER } from '@/lib/simulation/hall-engine';
import { type HandlingDistribution, HandlingSampler, UNIT_EXPONENTIAL } from '@/lib/simulation/handling-distribution';
import { normalQuantile } from '@/lib/simulation/normal-quantile';
import { Random } from '@/lib/simulation/random';
import { PauseDraws } from './pause-draws';
import type { PausesToCome } from './pause-length';
import { summariseWaits, type WaitEstimate } from './wait-sample';

/** A moment: milliseconds since 1970, as `Date.getTime()` gives. */
type Instant = number;

export type WaitingTicket = {
  id: string;
  serviceId: string;
  /** Arrival minus credit: the smaller is called first. */
  queueAt: Instant;
  /** Settles equal `queueAt`. */
  issuedSeq: number;
  /** Sent to this counter alone. */
  targetCounterId?: string | null;
};

export type CounterState = {
  id: string;
  serviceIds: readonly string[];
  /**
   * `open`: free to call; `called`: waits for the customer it called; `serving`; `paused`: on a break;
   * `closed`: nobody is there.
   */
  state: 'open' | 'called' | 'serving' | 'paused' | 'closed';
  /** Since when it is in this state. */
  since: Instant;
  /** Service of the customer who is called or served. */
  servingServiceId?: string | null;
  /** Planned end of the present break; unknown when absent. */
  pausedUntil?: Instant | null;
  /**
   * How long such breaks last: for those without a planned end, or whose planned end is over. Without either a counter
   * counts as not coming back.
   */
  pauseLasts?: HandlingDistribution | null;
  /** Breaks to come, in order. */
  breaks?: readonly { at: Instant; seconds: number }[];
  /** End of the clerk's shift: calls nobody from then on. */
  closesAt?: Instant | null;
  /** 1 is usual; 2 handles twice as fast. */
  speed?: number;
};

export type QueueState = {
  tickets: readonly WaitingTicket[];
  counters: readonly CounterState[];
  /** No customers come after this; those inside are served out. */
  closesAt?: Instant | null;
};

export type ServiceHistory = {
  serviceId: string;
  handling: HandlingDistribution;
  /**
   * How many observations the handling time rests on (see `shrunkHandling`); the fewer, the wider the estimate.
   * Absent: taken as certain.
   */
  handlingWeight?: number;
  /** Share of the called who do not come, 0 to 1. */
  noShowProbability?: number;
  /** Mean time after which a waiting customer gives up, in seconds; absent: nobody leaves. */
  patienceSeconds?: number | null;
  /**
   * Customers to come. They matter where some have credit: those are called before people who are here now.
   * One entry for each class, with the rate of this time of day.
   */
  arrivals?: readonly { creditSeconds: number; perHour: number }[];
};

export type HallHistory = {
  services: readonly ServiceHistory[];
  /** From the call to the start of service. */
  callSeconds: number;
  /** From one customer's end to the next call. */
  gapSeconds: number;
  /** What a call costs that nobody answers. */
  noShowSeconds: number;
  /** Pauses that clerks who are at work now will take; absent: none but the breaks that are known. */
  pauses?: PausesToCome;
};

export type HallEstimate = {
  /** By ticket id: how much longer each waiting customer waits from now. */
  tickets: Map<string, WaitEstimate>;
  /** By service id: the wait of a customer without credit who would come now. */
  services: Map<string, WaitEstimate>;
};

export type EstimateOptions = {
  /** Futures played: the more, the steadier and the slower. By default 500 in a small hall, 150 in a crowded one. */
  futures?: number;
};

const UNKNOWN: WaitEstimate = { p50Seconds: null, p90Seconds: null, meanSeconds: null };
const HORIZON_SECONDS = 16 * 3600;

/**
 * The wait of everybody: plays the queue forward many times from its present state, with the rules of the hall,
 * and reads off how long each waited. Covers what no formula does: credits, counters with different services,
 * breaks, people who leave or do not come, the end of the day. Same arguments, same answer.
 */
export function estimateWaits(
  state: QueueState,
  history: HallHistory,
  now: Instant,
  seed: number,
  options: EstimateOptions = {},
): HallEstimate {
  const tickets = new Map<string, WaitEstimate>();
  const services = new Map<string, WaitEstimate>();
  for (const { id } of state.tickets) tickets.set(id, UNKNOWN);
  for (const { ticketId, serviceId, waits } of sampleWaits(state, history, now, seed, options)) {
    const estimate = summariseWaits(waits);
    if (ticketId !== null) tickets.set(ticketId, estimate);
    else services.set(serviceId, estimate);
  }
  return { tickets, services };
}

export type SampledWaits = {
  /** null: the imagined newcomer of the service. */
  ticketId: string | null;
  serviceId: string;
  /** Seconds from now to the start of service, one value a future; Infinity: not reached. In any order. */
  waits: Float64Array;
};

/** The futures behind `estimateWaits`. Tickets of unknown services or counters are left out. */
export function sampleWaits(
  state: QueueState,
  history: HallHistory,
  now: Instant,
  seed: number,
  options: EstimateOptions = {},
): SampledWaits[] {
  const futures = options.futures ?? affordableFutures(state.tickets.length + history.services.length);
  const hall = prepare(state, history, now);
  const waits = playFutures(hall, history, seed, futures);
  return hall.watched.map(({ ticketId, serviceId }, i) => ({
    ticketId,
    serviceId,
    waits: waits.subarray(i * futures, (i + 1) * futures),
  }));
}

/**
 * Small halls get 500 futures, a crowded one 150. Even then the mean's own error adds only 0.7 % to the squared
 * error that chance leaves to any estimate, and p90 is still kept by nine in ten on average.
 */
function affordableFutures(estimates: number): number {
  return Math.min(500, Math.max(150, Math.floor(15_000 / estimates)));
}

type Watched = {
  ticketId: string | null;
  serviceId: string;
  service: number;
  key: number;
  onlyCounter: number;
};

/** A counter at the start: free after `free` seconds or, with a service ≥ 0, with a customer of it. */
type Busy = {
  counter: number;
  service: number;
  speed: number;
  free: number;
  /** Seconds of handling so far; negative: called, and not there yet. */
  handlingAge: number;
  calledFor: number;
  /** On a break without a known end, for so long. */
  pause: HandlingSampler | null;
  pausedFor: number;
  /** Paused now. */
  away: boolean;
};

type PreparedHall = {
  engine: HallEngine;
  samplers: HandlingSampler[];
  patience: number[];
  /** Standard deviation of the logarithm of the mean handling time, from having seen few customers. */
  doubt: number[];
  watched: Watched[];
  busy: Busy[];
  arrivals: SteadyArrivals;
};

function prepare(state: QueueState, history: HallHistory, now: Instant): PreparedHall {
  const index = new Map(history.services.map((service, i) => [service.serviceId, i]));
  const counterIndex = new Map(state.counters.map((counter, i) => [counter.id, i]));
  const samplers = history.services.map((service) => new HandlingSampler(service.handling));
  const patience = history.services.map((service) => service.patienceSeconds ?? Number.POSITIVE_INFINITY);
  const services = history.services.map((service, i) => ({
    handling: samplers[i] as HandlingSampler,
    patienceSeconds: patience[i] as number,
    noShowProbability: service.noShowProbability ?? 0,
  }));
  const counters: EngineCounter[] = state.counters.map((counter) => ({
    services: counter.serviceIds.flatMap((id) => index.get(id) ?? []),
    closesAt: counter.closesAt == null ? Number.POSITIVE_INFINITY : (counter.closesAt - now) / 1000,
    servesOut: false,
    breaks: (counter.breaks ?? [])
      .map((pause) => ({ at: (pause.at - now) / 1000, seconds: pause.seconds }))
      .filter((pause) => pause.at + pause.seconds > 0),
    speed: counter.speed ?? 1,
  }));
  const streams = overtaking(history, patience);
  const lastArrival = Math.min(
    state.closesAt == null ? HORIZON_SECONDS : (state.closesAt - now) / 1000,
    Math.max(0, ...streams.map((stream) => stream.creditSeconds)),
  );

  return {
    engine: new HallEngine(services, counters, history),
    samplers,
    patience,
    doubt: history.services.map((service, i) => {
      const { mean, sd } = samplers[i] as HandlingSampler;
      if (service.handlingWeight === undefined || !(mean > 0)) return 0;
      return Math.min(1, sd / mean / Math.sqrt(Math.max(1, service.handlingWeight)));
    }),
    watched: watchedTickets(state, index, counterIndex, now),
    busy: state.counters.map((counter, i) => busyCounter(counter, i, index, history, now)),
    arrivals: new SteadyArrivals(streams, lastArrival),
  };
}

/** More customers to come than this in one future tell nothing new; a burst of tickets must not stop the house. */
const MOST_TO_COME = 300;

/**
 * The customers to come who can be called before somebody who is here now. Everybody here has a place of now or
 * earlier, so it is only those with credit, and only while they come within their credit: whoever comes without, or
 * later than that, is called after all of them and takes no counter that one of them could have had.
 */
function overtaking(history: HallHistory, patience: readonly number[]): SteadyStream[] {
  const streams = history.services.flatMap((service, i) =>
    (service.arrivals ?? [])
      .filter((stream) => stream.perHour > 0 && stream.creditSeconds > 0)
      .map((stream) => ({ service: i, ...stream, patienceSeconds: patience[i] as number })),
  );
  const toCome = streams.reduce((sum, { perHour, creditSeconds }) => sum + (perHour * creditSeconds) / 3600, 0);
  const thinned = Math.min(1, MOST_TO_COME / toCome);
  return streams.map((stream) => ({ ...stream, perHour: stream.perHour * thinned }));
}

/** Those waiting, in the order in which equal keys are called, and one imagined newcomer for each service. */
function watchedTickets(
  state: QueueState,
  index: ReadonlyMap<string, number>,
  counterIndex: ReadonlyMap<string, number>,
  now: Instant,
): Watched[] {
  const watched: Watched[] = [];
  const ordered = [...state.tickets].sort((a, b) => a.queueAt - b.queueAt || a.issuedSeq - b.issuedSeq);
  for (const ticket of ordered) {
    const service = index.get(ticket.serviceId);
    const onlyCounter = ticket.targetCounterId == null ? -1 : counterIndex.get(ticket.targetCounterId);
    if (service === undefined || onlyCounter === undefined) continue;
    watched.push({
      ticketId: ticket.id,
      serviceId: ticket.serviceId,
      service,
      key: (ticket.queueAt - now) / 1000,
      onlyCounter,
    });
  }
  for (const [serviceId, service] of index) {
    watched.push({ ticketId: null, serviceId, service, key: 0, onlyCounter: -1 });
  }
  return watched;
}

function busyCounter(
  counter: CounterState,
  i: number,
  index: ReadonlyMap<string, number>,
  history: HallHistory,
  now: Instant,
): Busy {
  const elapsed = Math.max(0, (now - counter.since) / 1000);
  const known = [counter.servingServiceId ?? '', ...counter.serviceIds].flatMap((id) => index.get(id) ?? []);
  const service = known[0] ?? -1;
  const idle: Busy = {
    counter: i,
    service: -1,
    speed: counter.speed ?? 1,
    handlingAge: 0,
    calledFor: 0,
    free: 0,
    pause: null,
    pausedFor: 0,
    away: counter.state === 'paused',
  };
  switch (counter.state) {
    case 'open':
      return { ...idle, free: Math.max(0, history.gapSeconds - elapsed) };
    case 'called':
      return { ...idle, service, handlingAge: -1, calledFor: elapsed };
    case 'serving':
      return { ...idle, service, handlingAge: elapsed };
    case 'paused':
      return counter.pauseLasts && !(counter.pausedUntil != null && counter.pausedUntil > now)
        ? { ...idle, pause: new HandlingSampler(counter.pauseLasts), pausedFor: elapsed }
        : { ...idle, free: breakLeft(counter, now) };
    case 'closed':
      return { ...idle, free: Number.POSITIVE_INFINITY };
  }
}

/** Where nothing tells how long such breaks last: who is some minutes late is expected in as many minutes again. */
function breakLeft(counter: CounterState, now: Instant): number {
  if (counter.pausedUntil == null) return Number.POSITIVE_INFINITY;
  return Math.abs(counter.pausedUntil - now) / 1000;
}

/** Seconds from now until each watched ticket's service began, `futures` values a ticket; Infinity: not called. */
function playFutures(hall: PreparedHall, history: HallHistory, seed: number, futures: number): Float64Array {
  const { engine, samplers, patience, doubt, watched, busy, arrivals } = hall;
  const noShow = history.services.map((service) => service.noShowProbability ?? 0);
  const random = new Random(seed);
  const firstSeed = random.below(0x1_0000_0000);
  const waits = new Float64Array(watched.length * futures);
  const pauses = history.pauses && new PauseDraws(history.pauses);
  for (let future = 0; future < futures; future += 1) {
    // Each future has chances of its own, drawn before anything happens: a hall with one counter more meets the same
    // customers with the same business, and what differs is the counter.
    random.restart(firstSeed + future);
    engine.clear();
    for (let s = 0; s < doubt.length; s += 1) {
      const spread = doubt[s] as number;
      engine.pace[s] = spread > 0 ? Math.exp(spread * normalQuantile(random.next() || 0.5) - (spread * spread) / 2) : 1;
    }
    for (const counter of busy) {
      if (counter.pause) engine.readyAt[counter.counter] = counter.pause.drawRemaining(counter.pausedFor, random);
      else engine.readyAt[counter.counter] = counter.service < 0 ? counter.free : busyFor(counter);
    }
    for (const { ticketId, service, key, onlyCounter } of watched) {
      const mean = patience[service] as number;
      const leaveAt =
        ticketId === null ? ONLOOKER : mean === Number.POSITIVE_INFINITY ? mean : mean * UNIT_EXPONENTIAL.draw(random);
      const handling = ticketId === null ? 0 : engine.drawHandling(service, random);
      engine.add(
        service,
        key,
        leaveAt,
        onlyCounter,
        handling,
        ticketId === null ? 1 : engine.drawShows(service, random),
      );
    }
    pauses?.draw(engine, busy, firstSeed + future);
    arrivals.restart(random);
    engine.run(arrivals, random, watched.length, HORIZON_SECONDS);
    for (let i = 0; i < watched.length; i += 1)
      waits[i * futures + future] = (engine.calledAt[i] as number) + history.callSeconds;
  }
  return waits;

  function busyFor({ service, speed, handlingAge, calledFor }: Busy): number {
    const pace = (engine.pace[service] as number) / speed;
    const sampler = samplers[service] as HandlingSampler;
    if (handlingAge >= 0) return sampler.drawRemaining(handlingAge / pace, random) * pace + history.gapSeconds;
    const missing = noShow[service] as number;
    if (missing > 0 && random.next() < missing) return Math.max(0, history.noShowSeconds - calledFor);
    const walk = Math.max(0, history.callSeconds - calledFor);
    return walk + sampler.draw(random) * pace + history.gapSeconds;
  }
}
