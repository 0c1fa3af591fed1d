import { Random } from '@/lib/simulation/random';

/**
 * The rules of a hall written the slow and obvious way, without anything of the engine but the generator: the
 * yardstick for the engine and for the estimates. Times are seconds.
 */
export type NaiveService = {
  /** Log-normal handling. */
  location: number;
  scale: number;
  patience: number;
  noShow: number;
};

export type NaiveCounter = {
  services: number[];
  breaks: { at: number; seconds: number }[];
  /** When the present customer or break ends; null: idle. */
  busyUntil: number | null;
  idleSince: number;
  serving: { service: number; since: number } | null;
};

export type NaiveTicket = {
  id: number;
  service: number;
  key: number;
  leaveAt: number;
};

export type NaiveStream = { service: number; creditSeconds: number; perHour: number };

export type NaiveCall = { ticket: NaiveTicket; at: number; counter: number };

export class NaiveHall {
  now = 0;
  waiting: NaiveTicket[] = [];
  nextId = 0;
  private nextArrival: { at: number; stream: NaiveStream } | null;

  constructor(
    readonly services: NaiveService[],
    readonly counters: NaiveCounter[],
    readonly streams: NaiveStream[],
    readonly random: Random,
  ) {
    this.nextArrival = this.drawArrival();
  }

  /** A copy that goes on from here with another future. */
  branch(seed: number): NaiveHall {
    const copy = new NaiveHall(
      this.services,
      this.counters.map((counter) => ({ ...counter, breaks: [...counter.breaks] })),
      this.streams,
      new Random(seed),
    );
    copy.now = this.now;
    copy.nextId = this.nextId;
    copy.nextArrival = copy.drawArrival();
    copy.waiting = this.waiting.map((ticket) => ({ ...ticket, leaveAt: copy.patienceFrom(this.now, ticket.service) }));
    for (const counter of copy.counters) {
      if (counter.serving === null) continue;
      const age = this.now - counter.serving.since;
      let handling = copy.drawHandling(counter.serving.service);
      while (handling < age) handling = copy.drawHandling(counter.serving.service);
      counter.busyUntil = counter.serving.since + handling;
    }
    return copy;
  }

  /** Goes to the next event; the calls made by it. */
  step(): NaiveCall[] {
    const ends = this.counters.map((counter) => counter.busyUntil ?? counter.breaks[0]?.at ?? Infinity);
    const arrival = this.nextArrival?.at ?? Infinity;
    this.now = Math.max(this.now, Math.min(arrival, ...ends));
    if (this.nextArrival !== null && arrival <= this.now) {
      const { service, creditSeconds } = this.nextArrival.stream;
      this.join(service, this.now - creditSeconds);
      this.nextArrival = this.drawArrival();
    }
    for (const counter of this.counters) {
      if (counter.busyUntil !== null && counter.busyUntil <= this.now) {
        counter.busyUntil = null;
        counter.serving = null;
        counter.idleSince = this.now;
      }
      const due = counter.breaks[0];
      if (counter.busyUntil === null && due !== undefined && due.at <= this.now) {
        counter.breaks.shift();
        counter.busyUntil = this.now + due.seconds;
      }
    }
    return this.callEverybodyPossible();
  }

  join(service: number, key: number): NaiveTicket {
    const ticket = { id: this.nextId, service, key, leaveAt: this.patienceFrom(this.now, service) };
    this.nextId += 1;
    this.waiting.push(ticket);
    return ticket;
  }

  callEverybodyPossible(): NaiveCall[] {
    const calls: NaiveCall[] = [];
    this.waiting = this.waiting.filter((ticket) => ticket.leaveAt > this.now);
    const idle = this.counters
      .map((counter, index) => ({ counter, index }))
      .filter(({ counter }) => counter.busyUntil === null)
      .sort((a, b) => a.counter.idleSince - b.counter.idleSince);
    for (const { counter, index } of idle) {
      const mine = this.waiting.filter((ticket) => counter.services.includes(ticket.service));
      const ticket = mine.sort((a, b) => a.key - b.key || a.id - b.id)[0];
      if (ticket === undefined) continue;
      this.waiting = this.waiting.filter((other) => other !== ticket);
      calls.push({ ticket, at: this.now, counter: index });
      const service = this.services[ticket.service] as NaiveService;
      if (this.random.next() < service.noShow) {
        counter.busyUntil = this.now + NO_SHOW_SECONDS;
        continue;
      }
      counter.serving = { service: ticket.service, since: this.now };
      counter.busyUntil = this.now + this.drawHandling(ticket.service);
    }
    return calls;
  }

  private drawHandling(service: number): number {
    const { location, scale } = this.services[service] as NaiveService;
    // Box and Muller's normal variable: another way than the sampler's.
    const radius = Math.sqrt(-2 * Math.log(1 - this.random.next()));
    return Math.exp(location + scale * radius * Math.cos(2 * Math.PI * this.random.next()));
  }

  private patienceFrom(at: number, service: number): number {
    const { patience } = this.services[service] as NaiveService;
    return patience === Infinity ? Infinity : at - patience * Math.log(1 - this.random.next());
  }

  private drawArrival(): { at: number; stream: NaiveStream } | null {
    let first: { at: number; stream: NaiveStream } | null = null;
    for (const stream of this.streams) {
      const at = this.now - (3600 / stream.perHour) * Math.log(1 - this.random.next());
      if (first === null || at < first.at) first = { at, stream };
    }
    return first;
  }
}

export const NO_SHOW_SECONDS = 30;
