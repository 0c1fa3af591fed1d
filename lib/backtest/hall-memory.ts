import type { LoggedTicket } from './ticket-log';

/** What past days teach about a queue, an office or all of them: sums, so that days can be added and fade. Minutes. */
type PastSums = {
  tickets: number;
  wait: number;
  /** Of tickets with somebody ahead: how many, their waits, people ahead, and waits per person ahead. */
  queued: number;
  queuedWait: number;
  ahead: number;
  waitPerAhead: number;
  /** Of tickets with nobody ahead. */
  first: number;
  firstWait: number;
  firstAtOnce: number;
  /** Counters open, and wait times counters per place in the queue. */
  open: number;
  counterTime: number;
  places: number;
  /** Minute of the last call of each day. */
  lastCall: number;
  days: number;
};

function noPast(): PastSums {
  return {
    tickets: 0,
    wait: 0,
    queued: 0,
    queuedWait: 0,
    ahead: 0,
    waitPerAhead: 0,
    first: 0,
    firstWait: 0,
    firstAtOnce: 0,
    open: 0,
    counterTime: 0,
    places: 0,
    lastCall: 0,
    days: 0,
  };
}

/** A queue's past, leaning on its office's and that on everybody's while it is short. Minutes. */
export type QueuePast = {
  tickets: number;
  days: number;
  /** Minutes per person ahead: total by total, and the mean of each ticket's. */
  gap: number;
  meanGap: number;
  meanWait: number;
  /** Of tickets with nobody ahead: mean wait, and share that is called at once. */
  firstWait: number;
  firstAtOnce: number;
  openCounters: number;
  /** Minutes of one counter for one place in the queue. */
  counterTime: number;
  /** Usual minute of the last call of the day. */
  lastCall: number;
};

/** How many tickets of a queue its office's past counts for, and so on upwards. */
const OFFICE_WEIGHT = 30;
const ALL_WEIGHT = 30;
const FIRST_WEIGHT = 10;

/** What is believed before any ticket was seen. */
const FIRST_BELIEF: QueuePast = {
  tickets: 0,
  days: 0,
  gap: 5,
  meanGap: 6,
  meanWait: 10,
  firstWait: 3,
  firstAtOnce: 0.6,
  openCounters: 2,
  counterTime: 8,
  lastCall: Number.NaN,
};

/** Remembers finished days. A day is added only when it is over. */
export class HallMemory {
  private readonly queues = new Map<string, PastSums>();
  private readonly offices = new Map<string, PastSums>();
  private readonly all = noPast();

  addDay(tickets: readonly LoggedTicket[]): void {
    for (const sums of [this.all, ...this.offices.values(), ...this.queues.values()]) fade(sums);
    const touched = new Set<PastSums>([this.all]);
    const lastCalls = new Map<PastSums, number>();
    for (const ticket of tickets) {
      const queue = sumsOf(this.queues, queueKey(ticket));
      const office = sumsOf(this.offices, ticket.office);
      for (const sums of [queue, office, this.all]) {
        touched.add(sums);
        addTicket(sums, ticket);
        lastCalls.set(sums, Math.max(lastCalls.get(sums) ?? 0, ticket.calledAt));
      }
    }
    for (const sums of touched) {
      sums.days += 1;
      sums.lastCall += lastCalls.get(sums) ?? 0;
    }
  }

  /** Minutes per person ahead of this queue's past alone; of all queues when it has none. */
  minutesPerAhead(ticket: { office: string; queueId: string }): number {
    const own = this.queues.get(queueKey(ticket));
    const sums = own !== undefined && own.ahead > 0 ? own : this.all;
    return sums.ahead > 0 ? sums.queuedWait / sums.ahead : FIRST_BELIEF.gap;
  }

  /** Mean wait of all tickets ever seen, in minutes; null before the first. */
  meanWait(): number | null {
    return this.all.tickets === 0 ? null : this.all.wait / this.all.tickets;
  }

  queue(ticket: { office: string; queueId: string }): QueuePast {
    const all = leaning(this.all, FIRST_BELIEF, FIRST_WEIGHT);
    const office = leaning(this.offices.get(ticket.office), all, ALL_WEIGHT);
    return leaning(this.queues.get(queueKey(ticket)), office, OFFICE_WEIGHT);
  }
}

export function queueKey(ticket: { office: string; queueId: string }): string {
  return `${ticket.office}\n${ticket.queueId}`;
}

/** A day counts for a tenth less with each further one: halls change. */
const FADE = 0.9;

function fade(sums: PastSums): void {
  for (const name of Object.keys(sums) as (keyof PastSums)[]) sums[name] *= FADE;
}

function sumsOf(map: Map<string, PastSums>, key: string): PastSums {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = noPast();
  map.set(key, created);
  return created;
}

function addTicket(sums: PastSums, ticket: LoggedTicket): void {
  const wait = ticket.calledAt - ticket.issuedAt;
  sums.tickets += 1;
  sums.wait += wait;
  sums.open += ticket.openCounters;
  sums.counterTime += wait * Math.max(1, ticket.openCounters);
  sums.places += ticket.peopleAhead + 1;
  if (ticket.peopleAhead > 0) {
    sums.queued += 1;
    sums.queuedWait += wait;
    sums.ahead += ticket.peopleAhead;
    sums.waitPerAhead += wait / ticket.peopleAhead;
  } else {
    sums.first += 1;
    sums.firstWait += wait;
    if (wait === 0) sums.firstAtOnce += 1;
  }
}

function leaning(sums: PastSums | undefined, on: QueuePast, weight: number): QueuePast {
  if (sums === undefined || sums.tickets === 0) return { ...on, tickets: 0, days: 0 };
  const mean = (sum: number, count: number, prior: number) => (sum + weight * prior) / (count + weight);
  return {
    tickets: sums.tickets,
    days: sums.days,
    gap: (sums.queuedWait + weight * on.gap) / (sums.ahead + weight),
    meanGap: mean(sums.waitPerAhead, sums.queued, on.meanGap),
    meanWait: mean(sums.wait, sums.tickets, on.meanWait),
    firstWait: mean(sums.firstWait, sums.first, on.firstWait),
    firstAtOnce: mean(sums.firstAtOnce, sums.first, on.firstAtOnce),
    openCounters: mean(sums.open, sums.tickets, on.openCounters),
    counterTime: mean(sums.counterTime, sums.places, on.counterTime),
    lastCall: sums.lastCall / sums.days,
  };
}
