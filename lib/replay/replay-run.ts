import { addSeconds } from '@/lib/core/clock';
import { instantOf } from '@/lib/halls/service-day';
import type { HallClient } from './hall-client';
import { openAt, type PlannedTicket, type ReplayPlan } from './replay-plan';
import type { ReplayedTicket } from './replay-report';

type Headers = Record<string, string>;

/** What the run needs of the world around it. */
export interface ReplaySurroundings {
  client: HallClient;
  hall: string;
  timeZone: string;
  guides: Headers[];
  /** For each counter, in the order of their numbers: its id and the key of its clerk. */
  clerks: { counterId: string; key: Headers }[];
  /** Brings the server to this moment of the hall's day; waits for it where time cannot be set. */
  reach(at: Date): Promise<void>;
  /** After everything of a moment was answered: the numbers that are at counters now. */
  settled(atCounters: Map<number, string>, called: { number: string; counterNumber: number }[]): Promise<void>;
}

interface Clerk {
  queue: number;
  /** Place among the counters of the queue: the last ones pause first. */
  place: number;
  counterId: string;
  counterNumber: number;
  key: Headers;
  state: 'closed' | 'open' | 'paused';
  busy: { ticket: ReplayedTicket; until: number } | null;
}

export interface ReplayResult {
  tickets: ReplayedTicket[];
  calls: number;
  emptyCalls: number;
  /** Tickets that two calls got. */
  doubleCalls: number;
  /** Numbers that two tickets got. */
  duplicateNumbers: number;
}

/** Moments are this many seconds apart at least: what falls between them happens at once. */
const GRID_SECONDS = 10;
/** No jump of the clock is longer, so that waits cross their limits within a minute of the hall's time. */
const LONGEST_JUMP_SECONDS = 60;

/**
 * Drives a hall through a day as its guides and clerks would: tickets are issued when they were, clerks call when they
 * are free, and each handling lasts as planned. Everything that is due at a moment is done at once, by all of them.
 */
export async function runReplay(plan: ReplayPlan, around: ReplaySurroundings): Promise<ReplayResult> {
  const run = new Run(plan, around);
  await run.play();
  return run.result;
}

class Run {
  readonly result: ReplayResult = { tickets: [], calls: 0, emptyCalls: 0, doubleCalls: 0, duplicateNumbers: 0 };
  private readonly clerks: Clerk[];
  private readonly known = new Map<string, { ticket: ReplayedTicket; planned: PlannedTicket }>();
  private readonly numbers = new Set<string>();
  private readonly waiting: number[];
  private calledNow: { number: string; counterNumber: number }[] = [];
  private nextTicket = 0;
  private issuing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly plan: ReplayPlan,
    private readonly around: ReplaySurroundings,
  ) {
    this.waiting = plan.queues.map(() => 0);
    const places = plan.queues.flatMap((queue, index) =>
      Array.from({ length: queue.counters }, (_, place) => ({ queue: index, place })),
    );
    this.clerks = places.map(({ queue, place }, i) => {
      const clerk = around.clerks[i];
      if (!clerk) throw new Error('The hall has fewer counters than the plan.');
      return { queue, place, ...clerk, counterNumber: i + 1, state: 'closed', busy: null };
    });
  }

  async play(): Promise<void> {
    const first = this.plan.tickets[0]?.issueAt ?? 0;
    let now = Math.floor(first / GRID_SECONDS) * GRID_SECONDS - LONGEST_JUMP_SECONDS;
    while (true) {
      await this.around.reach(this.instant(now));
      this.calledNow = [];
      this.issuing = Promise.all(this.issues(now));
      await Promise.all([this.issuing, ...this.clerks.map((clerk) => this.work(clerk, now))]);
      // Whoever was free before the numbers of this moment were given asks again.
      await Promise.all(this.clerks.map((clerk) => (this.mayCall(clerk) ? this.serveNext(clerk, now) : undefined)));
      const atCounters = new Map(this.clerks.flatMap((c) => (c.busy ? [[c.counterNumber, c.busy.ticket.number]] : [])));
      await this.around.settled(atCounters, this.calledNow);
      const next = this.nextMoment(now);
      if (next === null) break;
      now = Math.min(now + LONGEST_JUMP_SECONDS, Math.max(now + 1, Math.ceil(next / GRID_SECONDS) * GRID_SECONDS));
    }
    await Promise.all(
      this.clerks.map((c) => (c.state === 'closed' ? null : this.around.client.close(c.key, c.counterId))),
    );
  }

  private instant(second: number): Date {
    return addSeconds(instantOf(this.plan.date, 0, this.around.timeZone), second);
  }

  private nextMoment(now: number): number | null {
    const due = this.clerks.flatMap((clerk) => (clerk.busy ? [clerk.busy.until] : []));
    const ticket = this.plan.tickets[this.nextTicket];
    if (ticket) due.push(ticket.issueAt);
    if (due.length === 0) {
      // People wait at counters that nobody works at: the log ended with its counters closed.
      if (this.waiting.every((count) => count === 0)) return null;
      return now + LONGEST_JUMP_SECONDS;
    }
    return Math.min(...due);
  }

  private issues(now: number): Promise<void>[] {
    const issued: Promise<void>[] = [];
    for (;;) {
      const planned = this.plan.tickets[this.nextTicket];
      if (!planned || planned.issueAt > now) return issued;
      issued.push(this.issue(planned, this.nextTicket, now));
      this.nextTicket += 1;
    }
  }

  private async issue(planned: PlannedTicket, index: number, now: number): Promise<void> {
    const { client, guides, hall } = this.around;
    const service = this.plan.queues[planned.queue]?.code ?? '';
    const made = await client.issue(guides[index % guides.length] ?? {}, hall, service);
    if (!made) return;
    if (this.numbers.has(made.number) || this.known.has(made.id)) this.result.duplicateNumbers += 1;
    this.numbers.add(made.number);
    const ticket: ReplayedTicket = {
      ...made,
      service,
      loggedNumber: planned.loggedNumber,
      issuedAt: now,
      calledAt: null,
      completedAt: null,
      counterNumber: null,
      loggedWaitSeconds: planned.loggedWaitSeconds,
    };
    this.known.set(made.id, { ticket, planned });
    this.result.tickets.push(ticket);
    this.waiting[planned.queue] = (this.waiting[planned.queue] ?? 0) + 1;
  }

  /** What a clerk does at a moment: finishes, comes or goes as the log's counters did, calls the next. */
  private async work(clerk: Clerk, now: number): Promise<void> {
    const { client } = this.around;
    if (clerk.busy && clerk.busy.until <= now) {
      await client.complete(clerk.key, clerk.busy.ticket.id);
      clerk.busy.ticket.completedAt = now;
      clerk.busy = null;
    }
    if (clerk.busy) return;
    if (this.worksAt(clerk, now) && clerk.state !== 'open') {
      await client.open(clerk.key, clerk.counterId);
      clerk.state = 'open';
    } else if (!this.worksAt(clerk, now) && clerk.state === 'open') {
      await client.pause(clerk.key, clerk.counterId, 'away');
      clerk.state = 'paused';
    }
    if (this.mayCall(clerk)) await this.serveNext(clerk, now);
  }

  private worksAt(clerk: Clerk, now: number): boolean {
    const queue = this.plan.queues[clerk.queue];
    if (!queue || now < (queue.clerkFrom[clerk.place] ?? 0)) return false;
    // When the last number is given, those who are left stay until nobody waits.
    return clerk.place < openAt(queue.staffing, now);
  }

  private mayCall(clerk: Clerk): boolean {
    return clerk.state === 'open' && clerk.busy === null && (this.waiting[clerk.queue] ?? 0) > 0;
  }

  private async serveNext(clerk: Clerk, now: number): Promise<void> {
    const { client } = this.around;
    const called = await client.callNext(clerk.key, clerk.counterId);
    if (!called) {
      this.result.emptyCalls += 1;
      return;
    }
    this.result.calls += 1;
    this.waiting[clerk.queue] = (this.waiting[clerk.queue] ?? 0) - 1;
    this.calledNow.push({ number: called.number, counterNumber: clerk.counterNumber });
    // A number can be called before the guide has the answer with it.
    if (!this.known.has(called.id)) await this.issuing;
    const known = this.known.get(called.id);
    if (!known) throw new Error(`${called.number} was called, and nobody issued it.`);
    const { ticket, planned } = known;
    if (ticket.calledAt !== null) this.result.doubleCalls += 1;
    ticket.calledAt ??= now;
    ticket.counterNumber ??= clerk.counterNumber;
    await client.start(clerk.key, called.id);
    clerk.busy = { ticket, until: now + planned.handlingSeconds };
  }
}
