import type { HandlingSampler } from './handling-distribution';
import type { Random } from './random';

/** All times are seconds from one origin that the caller chooses; Infinity means never. */
export type EngineService = {
  handling: HandlingSampler;
  /** Mean of the exponential patience of those who wait; Infinity when nobody leaves. */
  patienceSeconds: number;
  /** Share of the called who do not come. */
  noShowProbability: number;
};

export type EngineCounter = {
  /** Indices of the services it calls. */
  services: readonly number[];
  /** Calls nobody from here on. */
  closesAt: number;
  /** At `closesAt` goes on until nobody waits whom it could call. */
  servesOut: boolean;
  /** In order. A break due while a customer is served starts afterwards and keeps its length. */
  breaks: readonly { at: number; seconds: number }[];
  /** 2 handles twice as fast. */
  speed: number;
};

export type EngineTiming = {
  /** From the call until the customer stands at the counter. */
  callSeconds: number;
  /** From one customer's end until the clerk calls the next. */
  gapSeconds: number;
  /** What a call costs that nobody answers. */
  noShowSeconds: number;
};

/** Where tickets that are not there yet come from. */
export interface Arrivals {
  /** When the next one comes; Infinity after the last. */
  at: number;
  /** Adds that ticket to the engine and moves `at` on to the one after. Returns what `engine.add` returned. */
  enter(engine: HallEngine, random: Random): number;
}

export const NO_ARRIVALS: Arrivals = { at: Number.POSITIVE_INFINITY, enter: () => -1 };

/** What became of a ticket. */
export const OUTCOME = { waiting: 0, served: 1, noShow: 2, left: 3, onlooker: 4 } as const;

/** `leaveAt` of an onlooker: see `HallEngine`. */
export const ONLOOKER = Number.NEGATIVE_INFINITY;

/**
 * The rules of the queue, driven by events, fast enough to be run hundreds of times for one estimate.
 *
 * A counter that gets free calls, among the tickets of its services and those sent to it alone, the one with the
 * smallest key (arrival minus credit); equal keys go by the order in which tickets were added. A customer who
 * comes while counters are idle goes to the one idle longest.
 *
 * An onlooker takes nobody's turn: it only notes when it would have been called. Tickets whose customer has left
 * become onlookers too, so `calledAt` is always the wait that was on offer, whether or not somebody stayed for it.
 */
export class HallEngine {
  key = new Float64Array(256);
  service = new Int32Array(256);
  leaveAt = new Float64Array(256);
  /** Seconds of handling fixed beforehand; negative: drawn from the service's distribution. */
  fixedHandling = new Float64Array(256);
  /** 1 comes, 0 does not, negative: drawn. */
  shows = new Int8Array(256);
  calledAt = new Float64Array(256);
  endedAt = new Float64Array(256);
  counter = new Int32Array(256);
  outcome = new Uint8Array(256);
  size = 0;

  /** When each counter gets free; the caller sets it before `run`. */
  readonly readyAt: Float64Array;
  /**
   * A break of each counter that its clerk takes in this run alone: from when, and how long. Like the planned ones it
   * begins when the customer who is served then has left. Infinity: none, as after `clear`.
   */
  readonly pauseAt: Float64Array;
  readonly pauseSeconds: Float64Array;
  /** Factor on the handling times of each service in this run. */
  readonly pace: Float64Array;

  private readonly queues: TicketQueue[] = [];
  private readonly queuesOf: readonly (readonly number[])[];
  private readonly able: Uint8Array;
  private readonly idleSince: Float64Array;
  private readonly nextBreak: Int32Array;
  private idle = 0;
  /** Whether any ticket may be called by one counter alone: usually not, and then those queues aren't looked at. */
  private reserved = false;

  constructor(
    private readonly services: readonly EngineService[],
    private readonly counters: readonly EngineCounter[],
    private readonly timing: EngineTiming,
  ) {
    const queues = services.length + counters.length;
    for (let i = 0; i < queues; i += 1) this.queues.push(new TicketQueue());
    this.queuesOf = counters.map((counter, i) => [...counter.services, services.length + i]);
    this.able = new Uint8Array(counters.length * queues);
    this.queuesOf.forEach((list, i) => {
      for (const queue of list) this.able[i * queues + queue] = 1;
    });
    this.readyAt = new Float64Array(counters.length);
    this.pauseAt = new Float64Array(counters.length).fill(Number.POSITIVE_INFINITY);
    this.pauseSeconds = new Float64Array(counters.length);
    this.pace = new Float64Array(services.length).fill(1);
    this.idleSince = new Float64Array(counters.length);
    this.nextBreak = new Int32Array(counters.length);
  }

  /** Forgets all tickets and pauses; counters, pace and `readyAt` are set anew by the caller. */
  clear(): void {
    this.size = 0;
    for (const queue of this.queues) queue.clear();
    this.idleSince.fill(Number.POSITIVE_INFINITY);
    this.nextBreak.fill(0);
    this.pauseAt.fill(Number.POSITIVE_INFINITY);
    this.idle = 0;
    this.reserved = false;
  }

  /**
   * Puts a ticket into the queue of its service or, with `onlyCounter` ≥ 0, of that counter. Returns its index,
   * which counts up from 0.
   */
  add(service: number, key: number, leaveAt: number, onlyCounter: number, handling: number, shows: number): number {
    if (this.size === this.key.length) this.grow();
    const id = this.size;
    this.size += 1;
    this.key[id] = key;
    this.service[id] = service;
    this.leaveAt[id] = leaveAt;
    this.fixedHandling[id] = handling;
    this.shows[id] = shows;
    this.calledAt[id] = Number.POSITIVE_INFINITY;
    this.endedAt[id] = Number.POSITIVE_INFINITY;
    this.counter[id] = -1;
    this.outcome[id] = OUTCOME.waiting;
    const queue = onlyCounter >= 0 ? this.services.length + onlyCounter : service;
    if (onlyCounter >= 0) this.reserved = true;
    (this.queues[queue] as TicketQueue).insert(id, this.key);
    return id;
  }

  /** A handling time of this service in this run, for those who want it fixed when the ticket is added. */
  drawHandling(service: number, random: Random): number {
    return (this.services[service] as EngineService).handling.draw(random) * (this.pace[service] as number);
  }

  /** Whether a customer of this service comes when called, likewise. */
  drawShows(service: number, random: Random): number {
    const missing = (this.services[service] as EngineService).noShowProbability;
    return missing > 0 && random.next() < missing ? 0 : 1;
  }

  /**
   * Lets time run until the first `watched` tickets are called, or until nothing happens any more, or `until`.
   */
  run(arrivals: Arrivals, random: Random, watched: number, until: number): void {
    const { readyAt } = this;
    const counters = readyAt.length;
    // Where the watched are still to come, the arrivals bring them.
    let open = watched <= this.size ? this.callable(watched) : watched;
    while (open > 0) {
      let counter = -1;
      let at = Number.POSITIVE_INFINITY;
      for (let i = 0; i < counters; i += 1) {
        const ready = readyAt[i] as number;
        if (ready < at) {
          at = ready;
          counter = i;
        }
      }
      // Nobody works any more, nor ever will.
      if (counter < 0 && this.idle === 0) return;
      if (arrivals.at <= at) {
        at = arrivals.at;
        if (at > until || at === Number.POSITIVE_INFINITY) return;
        const id = arrivals.enter(this, random);
        if (this.idle > 0) {
          counter = this.longestIdle(this.service[id] as number);
          if (counter >= 0) open -= this.callNext(counter, at, random, watched);
        }
        continue;
      }
      if (counter < 0 || at > until) return;
      open -= this.free(counter, at, random, watched);
    }
  }

  /** How many of the first `watched` tickets wait for a counter that works; for the others no time is long enough. */
  private callable(watched: number): number {
    const { readyAt } = this;
    const queues = this.queues.length;
    const alive = new Uint8Array(queues);
    for (let q = 0; q < queues; q += 1)
      for (let c = 0; c < readyAt.length; c += 1)
        if (readyAt[c] !== Number.POSITIVE_INFINITY && this.able[c * queues + q] === 1) alive[q] = 1;
    let callable = 0;
    for (let q = 0; q < queues; q += 1) if (alive[q] === 1) callable += (this.queues[q] as TicketQueue).below(watched);
    return callable;
  }

  private longestIdle(queue: number): number {
    const { idleSince } = this;
    const queues = this.queues.length;
    let counter = -1;
    let longest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < idleSince.length; i += 1) {
      if ((idleSince[i] as number) < longest && this.able[i * queues + queue] === 1) {
        longest = idleSince[i] as number;
        counter = i;
      }
    }
    return counter;
  }

  private endIdle(c: number): void {
    if ((this.idleSince[c] as number) === Number.POSITIVE_INFINITY) return;
    this.idleSince[c] = Number.POSITIVE_INFINITY;
    this.idle -= 1;
  }

  /** A counter has got free, or an idle one has reached its break or its end. */
  private free(c: number, at: number, random: Random, watched: number): number {
    const counter = this.counters[c] as EngineCounter;
    const pause = counter.breaks[this.nextBreak[c] as number];
    this.endIdle(c);
    if (at >= counter.closesAt && !(counter.servesOut && this.somebodyWaits(c))) {
      this.readyAt[c] = Number.POSITIVE_INFINITY;
      return 0;
    }
    if (pause !== undefined && pause.at <= at) {
      this.nextBreak[c] = (this.nextBreak[c] as number) + 1;
      this.readyAt[c] = at + pause.seconds;
      return 0;
    }
    if ((this.pauseAt[c] as number) <= at) {
      this.pauseAt[c] = Number.POSITIVE_INFINITY;
      this.readyAt[c] = at + (this.pauseSeconds[c] as number);
      return 0;
    }
    return this.callNext(c, at, random, watched);
  }

  private somebodyWaits(c: number): boolean {
    for (const q of this.queuesOf[c] as readonly number[]) {
      if ((this.queues[q] as TicketQueue).first() >= 0) return true;
    }
    return false;
  }

  /** Returns how many of the watched tickets were settled by it. */
  private callNext(c: number, at: number, random: Random, watched: number): number {
    const { key, queues } = this;
    const mine = this.queuesOf[c] as readonly number[];
    const looked = this.reserved ? mine.length : mine.length - 1;
    let settled = 0;
    this.endIdle(c);
    for (;;) {
      let best = -1;
      let bestKey = Number.POSITIVE_INFINITY;
      let bestQueue = -1;
      for (let i = 0; i < looked; i += 1) {
        const q = mine[i] as number;
        const id = (queues[q] as TicketQueue).first();
        if (id < 0) continue;
        const k = key[id] as number;
        if (k < bestKey || (k === bestKey && id < best) || best < 0) {
          best = id;
          bestKey = k;
          bestQueue = q;
        }
      }
      if (best < 0) {
        this.rest(c, at);
        return settled;
      }
      (queues[bestQueue] as TicketQueue).shift();
      this.calledAt[best] = at;
      if (best < watched) settled += 1;
      const leaves = this.leaveAt[best] as number;
      if (leaves <= at) {
        this.outcome[best] = leaves === ONLOOKER ? OUTCOME.onlooker : OUTCOME.left;
        this.endedAt[best] = leaves;
        continue;
      }
      this.serve(c, best, at, random);
      return settled;
    }
  }

  private rest(c: number, at: number): void {
    const counter = this.counters[c] as EngineCounter;
    if (counter.closesAt <= at) {
      this.readyAt[c] = Number.POSITIVE_INFINITY;
      return;
    }
    // An idle counter is woken for its break and for its end.
    const pause = counter.breaks[this.nextBreak[c] as number];
    this.idleSince[c] = at;
    this.idle += 1;
    const until = Math.min(pause?.at ?? Number.POSITIVE_INFINITY, this.pauseAt[c] as number);
    this.readyAt[c] = Math.max(at, Math.min(counter.closesAt, until));
  }

  private serve(c: number, id: number, at: number, random: Random): void {
    const s = this.service[id] as number;
    const { callSeconds, gapSeconds, noShowSeconds } = this.timing;
    this.counter[id] = c;
    const decided = this.shows[id] as number;
    const shows = decided < 0 ? this.drawShows(s, random) : decided;
    if (shows === 0) {
      this.outcome[id] = OUTCOME.noShow;
      this.endedAt[id] = at + noShowSeconds;
      this.readyAt[c] = at + noShowSeconds;
      return;
    }
    const fixed = this.fixedHandling[id] as number;
    const handling = fixed >= 0 ? fixed : this.drawHandling(s, random);
    const end = at + callSeconds + handling / (this.counters[c] as EngineCounter).speed;
    this.outcome[id] = OUTCOME.served;
    this.endedAt[id] = end;
    this.readyAt[c] = end + gapSeconds;
  }

  private grow(): void {
    const capacity = this.key.length * 2;
    this.key = copied(new Float64Array(capacity), this.key);
    this.service = copied(new Int32Array(capacity), this.service);
    this.leaveAt = copied(new Float64Array(capacity), this.leaveAt);
    this.fixedHandling = copied(new Float64Array(capacity), this.fixedHandling);
    this.shows = copied(new Int8Array(capacity), this.shows);
    this.calledAt = copied(new Float64Array(capacity), this.calledAt);
    this.endedAt = copied(new Float64Array(capacity), this.endedAt);
    this.counter = copied(new Int32Array(capacity), this.counter);
    this.outcome = copied(new Uint8Array(capacity), this.outcome);
  }
}

/** Tickets in the order of their keys. New ones mostly belong at the end, so insertion looks from there. */
class TicketQueue {
  private items = new Int32Array(64);
  private head = 0;
  private tail = 0;

  clear(): void {
    this.head = 0;
    this.tail = 0;
  }

  first(): number {
    return this.head < this.tail ? (this.items[this.head] as number) : -1;
  }

  /** How many of the tickets in line have an index below `count`. */
  below(count: number): number {
    let found = 0;
    for (let i = this.head; i < this.tail; i += 1) if ((this.items[i] as number) < count) found += 1;
    return found;
  }

  shift(): void {
    this.head += 1;
  }

  insert(id: number, keys: Float64Array): void {
    if (this.tail === this.items.length) {
      const waiting = this.items.subarray(this.head, this.tail);
      const room = waiting.length * 2 > this.items.length ? this.items.length * 2 : this.items.length;
      this.items = copied(new Int32Array(room), waiting);
      this.tail -= this.head;
      this.head = 0;
    }
    const key = keys[id] as number;
    let place = this.tail;
    while (place > this.head && (keys[this.items[place - 1] as number] as number) > key) {
      this.items[place] = this.items[place - 1] as number;
      place -= 1;
    }
    this.items[place] = id;
    this.tail += 1;
  }
}

function copied<T extends Float64Array | Int32Array | Int8Array | Uint8Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
