import type { CallToAnnounce } from '@/lib/announcements/announcement-queue';
import { type HallClient, type HallEvent, type LevelReport, replayHall } from './hall-client';
import type { ReplayPlan } from './replay-plan';
import { type ReplayResult, runReplay } from './replay-run';

type Headers = Record<string, string>;

/** A display that follows the hall's board. */
export interface Follower {
  readonly announced: readonly CallToAnnounce[];
  readonly board: { calls: readonly { number: string; counterNumber: number }[] } | null;
  until(holds: () => boolean, withinMs: number): Promise<boolean>;
  close(): void;
}

export interface DaySurroundings {
  client: HallClient;
  administrator: Headers;
  timeZone: string;
  /** How many guides issue tickets. */
  guides: number;
  /** A word that tells this hall from earlier replays of the same day; may be empty. */
  suffix: string;
  reach(at: Date): Promise<void>;
  follow(hall: string): Follower;
  /** Told when a moment is over, with everything answered. */
  moment?(check: MomentCheck): Promise<void>;
}

/** The hall as the replay knows it at the end of a moment. */
export interface MomentCheck {
  hall: string;
  follower: Follower;
  manager: Headers;
  atCounters: Map<number, string>;
}

export interface ReplaySummary extends ReplayResult {
  hall: string;
  /** Answered requests of which the hall has no event. */
  missing: number;
  /** Events of tickets issued or called that nobody got an answer for: second effects. */
  surplus: number;
  /** Calls by the hall's own events, beyond one for each ticket. */
  doubleCallEvents: number;
  duplicateNumberEvents: number;
  /** Tickets whose wait crossed the limit, by the hall's events and by the replay's own clock. */
  flagged: number;
  overLimit: number;
  announced: number;
  notAnnounced: number;
  announcedTwice: number;
  announcedOutOfOrder: number;
  /** Moments at whose end the display did not show who is at the counters. */
  displayWrong: number;
  loggedWaits: number[];
  /** By the hall's own report. */
  serviceLevel: LevelReport | null;
}

/** The display must be right within this time after everything was answered. */
const DISPLAY_WITHIN_MS = 3000;
/** The display shows the newest calls only. */
const CALLS_SHOWN = 24;
const LIMIT_SECONDS = 600;

/** Makes the hall of a plan, replays the day in it, and compares what was answered with what the hall recorded. */
export async function replayDay(plan: ReplayPlan, around: DaySurroundings): Promise<ReplaySummary> {
  const { client, administrator } = around;
  const slug = [plan.office.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), plan.date, around.suffix].filter(Boolean);
  const definition = replayHall(plan, slug.join('-').slice(0, 60), around.timeZone);
  const made = need(await client.createHall(administrator, definition), client, 'The hall could not be made');
  const hall = made.slug;
  const key = async (name: string, role: 'guide' | 'clerk' | 'manager') =>
    need(await client.createKey(administrator, hall, name, role), client, 'A key could not be made');
  const manager = await key('Replay', 'manager');
  const guides = await Promise.all(Array.from({ length: around.guides }, (_, i) => key(`Guide ${i + 1}`, 'guide')));
  const counters = (await client.counters(manager, hall)).sort((a, b) => a.number - b.number);
  const clerks = await Promise.all(
    counters.map(async (c) => ({ counterId: c.id, key: await key(`Clerk ${c.number}`, 'clerk') })),
  );
  const follower = around.follow(hall);
  let displayWrong = 0;
  try {
    if (!(await follower.until(() => follower.board !== null, 15_000))) throw new Error('The display got no board.');
    const seen = new Set<string>();
    let read = 0;
    const result = await runReplay(plan, {
      client,
      hall,
      timeZone: around.timeZone,
      guides,
      clerks,
      reach: around.reach,
      async settled(atCounters, called) {
        const isRight = () => {
          for (; read < follower.announced.length; read += 1) seen.add(callName(follower.announced[read]));
          return showsCounters(follower, atCounters) && called.every((call) => seen.has(callName(call)));
        };
        if (!(await follower.until(isRight, DISPLAY_WITHIN_MS))) displayWrong += 1;
        await around.moment?.({ hall, follower, manager, atCounters });
      },
    });
    const events = await client.events(manager, hall);
    const serviceLevel = await client.serviceLevel(manager, hall, plan.date);
    return { ...result, hall, displayWrong, serviceLevel, ...compare(result, events, follower.announced) };
  } finally {
    follower.close();
  }
}

function need<T>(value: T | null, client: HallClient, what: string): T {
  if (value === null) throw new Error(`${what}: ${JSON.stringify(client.errors.at(-1))}`);
  return value;
}

function callName(call: { number: string; counterNumber: number } | undefined): string {
  return `${call?.number} → ${call?.counterNumber}`;
}

/** Does the display show just those who are at counters (of many, the newest)? */
function showsCounters({ board }: Follower, atCounters: Map<number, string>): boolean {
  if (!board || board.calls.length !== Math.min(CALLS_SHOWN, atCounters.size)) return false;
  return board.calls.every((call) => atCounters.get(call.counterNumber) === call.number);
}

function compare(result: ReplayResult, events: readonly HallEvent[], announced: readonly CallToAnnounce[]) {
  const of = (kind: string) => events.filter((event) => event.kind === kind);
  const issued = of('ticket.issued');
  const called = of('ticket.called');
  const completed = of('ticket.completed');
  const ids = (list: readonly HallEvent[]) => new Set(list.map((event) => event.ticketId));
  const lacking = (has: Set<string | null>, answered: readonly { id: string }[]) =>
    answered.filter(({ id }) => !has.has(id)).length;
  const calledTickets = result.tickets.filter((ticket) => ticket.calledAt !== null);
  const completedTickets = result.tickets.filter((ticket) => ticket.completedAt !== null);
  const crossed = of('wait.limitCrossed').filter((event) => event.payload.crossing === 1);
  return {
    missing:
      lacking(ids(issued), result.tickets) +
      lacking(ids(called), calledTickets) +
      lacking(ids(completed), completedTickets),
    surplus:
      issued.length -
      result.tickets.length +
      (called.length - result.calls) +
      (completed.length - completedTickets.length),
    doubleCallEvents: called.length - ids(called).size,
    duplicateNumberEvents: issued.length - new Set(issued.map((event) => event.payload.number)).size,
    flagged: ids(crossed).size,
    overLimit: calledTickets.filter((t) => (t.calledAt ?? 0) - t.issuedAt >= LIMIT_SECONDS).length,
    loggedWaits: result.tickets.map((ticket) => ticket.loggedWaitSeconds),
    announced: announced.length,
    ...compareAnnounced(called, announced),
  };
}

/** Every call announced once, in the order in which the hall called. */
function compareAnnounced(called: readonly HallEvent[], announced: readonly CallToAnnounce[]) {
  const wanted = called.map(({ payload }) =>
    callName({ number: String(payload.number), counterNumber: Number(payload.counter) }),
  );
  const heard = announced.map((call) => callName(call));
  const first = [...new Set(heard)];
  const places = new Map(wanted.map((name, i) => [name, i]));
  return {
    notAnnounced: wanted.filter((name) => !first.includes(name)).length,
    announcedTwice: heard.length - first.length,
    announcedOutOfOrder: first.filter(
      (name, i) => i > 0 && (places.get(name) ?? 0) < (places.get(first[i - 1] ?? '') ?? 0),
    ).length,
  };
}
