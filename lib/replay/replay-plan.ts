import type { LoggedTicket } from './ticket-log';

/** A ticket to be issued again. Seconds count from midnight of the hall's day. */
export interface PlannedTicket {
  queue: number;
  /** Number in the log. */
  loggedNumber: number;
  loggedWaitSeconds: number;
  issueAt: number;
  handlingSeconds: number;
}

export interface PlannedQueue {
  code: string;
  letter: string;
  name: string;
  /** Counters to be made: the most that were ever open. */
  counters: number;
  /** For each counter the second from which its clerk works; 0: from the beginning. */
  clerkFrom: number[];
  /** From `second` on this many are open. */
  staffing: { second: number; open: number }[];
}

export interface ReplayPlan {
  office: string;
  date: string;
  queues: PlannedQueue[];
  /** In the order of their issue. */
  tickets: PlannedTicket[];
}

/** A log is written every few minutes; what happened between two records was spread over at most this long. */
const LONGEST_SPREAD_SECONDS = 300;
const SHORTEST_HANDLING_SECONDS = 5;
const LONGEST_HANDLING_SECONDS = 7200;
const USUAL_HANDLING_SECONDS = 180;

/** What a day of a log asks of a hall: its queues with their counters, when tickets come, how long each is handled. */
export function planReplay(day: readonly LoggedTicket[]): ReplayPlan {
  const [first] = day;
  if (!first) throw new Error('There is no ticket to replay.');
  const records = [...new Set(day.flatMap((t) => [t.issuedMinute * 60, t.calledMinute * 60]))].sort((a, b) => a - b);
  const byQueue = new Map<string, LoggedTicket[]>();
  for (const ticket of day) byQueue.set(ticket.queueId, [...(byQueue.get(ticket.queueId) ?? []), ticket]);
  const queues: PlannedQueue[] = [];
  const tickets: PlannedTicket[] = [];
  for (const [queueId, logged] of [...byQueue].sort(([, a], [, b]) => byText(a[0]?.letter, b[0]?.letter))) {
    logged.sort((a, b) => a.number - b.number);
    const staffing = staffingOf(logged);
    const issueAt = spread(seconds(logged, 'issuedMinute'), records);
    const callAt = spread(seconds(logged, 'calledMinute'), records).map((at, i) => Math.max(at, issueAt[i] ?? at));
    const { handling, firstCall } = handlingTimes(issueAt, callAt, (at) => openAt(staffing, at));
    const counters = Math.max(...staffing.map((step) => step.open));
    const { letter = 'A', serviceName = '' } = logged[0] ?? {};
    const queue = queues.length;
    queues.push({
      code: queues.some((other) => other.letter === letter) ? `${letter}-${queueId}` : letter,
      letter,
      name: serviceName.replace(/^[A-Z]:\s*/, '') || letter,
      counters,
      clerkFrom: Array.from({ length: counters }, (_, i) => firstCall[i] ?? 0),
      staffing,
    });
    for (const [i, ticket] of logged.entries())
      tickets.push({
        queue,
        loggedNumber: ticket.number,
        loggedWaitSeconds: (ticket.calledMinute - ticket.issuedMinute) * 60,
        issueAt: issueAt[i] ?? 0,
        handlingSeconds: handling[i] ?? USUAL_HANDLING_SECONDS,
      });
  }
  tickets.sort((a, b) => a.issueAt - b.issueAt);
  return { office: first.office, date: first.date, queues, tickets };
}

function seconds(logged: readonly LoggedTicket[], field: 'issuedMinute' | 'calledMinute'): number[] {
  return logged.map((ticket) => ticket[field] * 60);
}

function byText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many counters are open at a second. */
export function openAt(staffing: PlannedQueue['staffing'], second: number): number {
  let open = staffing[0]?.open ?? 1;
  for (const step of staffing) if (step.second <= second) open = step.open;
  return open;
}

/** The counters as they were noted with the tickets; a queue that issues tickets has at least one. */
function staffingOf(logged: readonly LoggedTicket[]): PlannedQueue['staffing'] {
  const steps: PlannedQueue['staffing'] = [];
  for (const ticket of [...logged].sort((a, b) => a.issuedMinute - b.issuedMinute)) {
    const open = Math.max(1, ticket.openCounters);
    if (steps.at(-1)?.open !== open) steps.push({ second: ticket.issuedMinute * 60, open });
  }
  return steps;
}

/**
 * Spreads what was recorded at the same moment evenly over the time since the record before it, in its order. `records`:
 * all moments at which the log was written, rising.
 */
export function spread(at: readonly number[], records: readonly number[]): number[] {
  return at.map((moment, i) => {
    const before = records.findLast((record) => record < moment) ?? moment - LONGEST_SPREAD_SECONDS;
    const gap = Math.min(LONGEST_SPREAD_SECONDS, moment - before);
    const start = at.indexOf(moment);
    const count = at.lastIndexOf(moment) - start + 1;
    return Math.round(moment - gap + (gap * (i - start + 1)) / count);
  });
}

/**
 * Handling times from the calls of one queue, first come, first served. With c counters open and people waiting, the
 * clerk who called number n calls number n + c when he has finished, so the gap between the two calls is the handling
 * time; where counters open and close meanwhile, the clerk whose last call is longest ago calls next. Where the next
 * customer had not waited, the gap contains idle time, and the usual handling of the queue bounds it.
 *
 * @param open how many counters are open at a second
 * @returns seconds for each ticket, and for each counter the second of its first call when somebody waited for it
 */
export function handlingTimes(
  issueAt: readonly number[],
  callAt: readonly number[],
  open: (second: number) => number,
): { handling: number[]; firstCall: (number | null)[] } {
  const gaps: ({ seconds: number; busy: boolean } | null)[] = callAt.map(() => null);
  const last: number[] = [];
  const firstCall: (number | null)[] = [];
  for (const [i, at] of callAt.entries()) {
    const busy = (issueAt[i] ?? at) <= at - 60;
    let counter = last.length;
    if (counter >= open(at)) {
      counter = 0;
      for (let k = 1; k < Math.min(last.length, open(at)); k += 1)
        if ((last[k] ?? 0) < (last[counter] ?? 0)) counter = k;
      const before = last[counter] ?? 0;
      gaps[before] = { seconds: Math.max(0, at - (callAt[before] ?? at)), busy };
    } else firstCall[counter] = busy ? at : null;
    last[counter] = i;
  }
  const busy = gaps.flatMap((gap) => (gap?.busy ? [gap.seconds] : [])).sort((a, b) => a - b);
  const usual = busy[Math.floor(busy.length / 2)] ?? USUAL_HANDLING_SECONDS;
  const handling = gaps.map((gap) => {
    const seconds = gap === null ? usual : gap.busy ? gap.seconds : Math.min(gap.seconds, usual);
    return Math.min(LONGEST_HANDLING_SECONDS, Math.max(SHORTEST_HANDLING_SECONDS, seconds));
  });
  return { handling, firstCall };
}
