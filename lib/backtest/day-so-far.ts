import type { QueuePast } from './hall-memory';
import type { LoggedTicket } from './ticket-log';

/** What a customer is told is worked out from these figures and nothing else; NaN means unknown. */
export const FEATURES = [
  'peopleAhead',
  'openCounters',
  'aheadPerCounter',
  'pastGapTimesAhead',
  'pastMeanGap',
  'pastCounterTimePerCounter',
  'pastMeanWait',
  'pastFirstWait',
  'pastFirstAtOnce',
  'openOverUsual',
  'pastTickets',
  'minuteOfDay',
  'minutesToUsualEnd',
  'lastEntered',
  'lastEnteredScaled',
  'headAge',
  'oldestWaitingScaled',
  'sinceLastCall',
  'called15',
  'called30',
  'called60',
  'issued15',
  'issued60',
  'recentGapTimesPlace',
  'todayGapTimesPlace',
  'todayOverPastQueue',
  'todayOverPastOffice',
  'callsToday',
  'meanWaitLastFive',
  'meanWaitToday',
  'atOnceShareToday',
  'officeWaiting',
  'officeCalled30',
  'officeMeanWait30',
  'officeQueues',
  'sinceLastIssue',
  'issuedThisMinute',
] as const;

type Call = { at: number; ticket: LoggedTicket; expected: number };

type QueueToday = {
  calls: Call[];
  waiting: LoggedTicket[];
  issues: number[];
  /** Waits and expectations of those called, the older ones fading. */
  faded: Faded;
};

type Faded = { at: number; wait: number; expected: number };

const FADE_MINUTES = 60;

/**
 * The day of one office as it is known at a moment: who was issued a ticket before it, and who was called before it.
 * The log is precise to the minute, so a call in the very minute of the question counts as not known yet.
 */
export class DaySoFar {
  private readonly queues = new Map<string, QueueToday>();
  private readonly pending: Call[] = [];
  private readonly faded: Faded = { at: 0, wait: 0, expected: 0 };
  private officeCalls: Call[] = [];

  /** The figures for this ticket at its issue; takes the ticket in as issued. Call in the order of issue. */
  issue(ticket: LoggedTicket, past: QueuePast): Float32Array {
    this.advanceTo(ticket.issuedAt);
    const queue = this.queue(ticket.queueId);
    const features = this.features(ticket, queue, past);
    queue.issues.push(ticket.issuedAt);
    queue.waiting.push(ticket);
    this.pending.push({ at: ticket.calledAt, ticket, expected: expectedWait(ticket, past) });
    return features;
  }

  /** Takes in the calls made before this minute. */
  private advanceTo(minute: number): void {
    const due = this.pending.filter((call) => call.at < minute);
    if (due.length === 0) return;
    due.sort((a, b) => a.at - b.at || a.ticket.number - b.ticket.number);
    const later = this.pending.filter((call) => call.at >= minute);
    this.pending.length = 0;
    this.pending.push(...later);
    for (const call of due) {
      const queue = this.queue(call.ticket.queueId);
      queue.calls.push(call);
      queue.waiting = queue.waiting.filter((ticket) => ticket !== call.ticket);
      this.officeCalls.push(call);
      for (const faded of [queue.faded, this.faded]) fadeIn(faded, call);
    }
    this.officeCalls = this.officeCalls.filter((call) => call.at >= minute - 30);
  }

  private queue(queueId: string): QueueToday {
    const found = this.queues.get(queueId);
    if (found !== undefined) return found;
    const created = { calls: [], waiting: [], issues: [], faded: { at: 0, wait: 0, expected: 0 } };
    this.queues.set(queueId, created);
    return created;
  }

  private features(ticket: LoggedTicket, queue: QueueToday, past: QueuePast): Float32Array {
    const now = ticket.issuedAt;
    const { peopleAhead: ahead, openCounters } = ticket;
    const counters = Math.max(1, openCounters);
    const place = ahead + 1;
    const { calls, waiting, issues } = queue;
    const last = calls.at(-1);
    const lastWait = last === undefined ? Number.NaN : last.at - last.ticket.issuedAt;
    const oldest = waiting[0];
    const headAge = oldest === undefined || ahead === 0 ? 0 : now - oldest.issuedAt;
    const calledSince = (minutes: number) => countFrom(calls, now - minutes);
    const called30 = calledSince(30);
    const called60 = calledSince(60);
    const firstCall = calls[0];
    const span = firstCall === undefined ? 0 : now - firstCall.at;
    const lastFive = calls.slice(-5);
    const waited = calls.reduce((sum, call) => sum + call.at - call.ticket.issuedAt, 0);
    const lastIssue = issues.at(-1);
    let officeWaiting = 0;
    for (const other of this.queues.values()) officeWaiting += other.waiting.length;
    const window = Math.min(60, Math.max(15, span));
    const values: Record<(typeof FEATURES)[number], number> = {
      peopleAhead: ahead,
      openCounters,
      aheadPerCounter: ahead / counters,
      pastGapTimesAhead: past.gap * ahead,
      pastMeanGap: past.meanGap,
      pastCounterTimePerCounter: (past.counterTime * place) / counters,
      pastMeanWait: past.meanWait,
      pastFirstWait: past.firstWait,
      pastFirstAtOnce: past.firstAtOnce,
      openOverUsual: openCounters / Math.max(0.5, past.openCounters),
      pastTickets: past.tickets,
      minuteOfDay: now,
      minutesToUsualEnd: past.lastCall - now,
      lastEntered: lastWait,
      lastEnteredScaled: last === undefined ? Number.NaN : (lastWait / (last.ticket.peopleAhead + 1)) * place,
      headAge,
      oldestWaitingScaled: oldest === undefined ? 0 : (headAge / (oldest.peopleAhead + 1)) * place,
      sinceLastCall: last === undefined ? Number.NaN : now - last.at,
      called15: calledSince(15),
      called30,
      called60,
      issued15: countNumbersFrom(issues, now - 15),
      issued60: countNumbersFrom(issues, now - 60),
      recentGapTimesPlace: (window / (called60 + 0.5)) * place,
      todayGapTimesPlace: (Math.max(15, span) / (calls.length + 0.5)) * place,
      todayOverPastQueue: fadedRatio(queue.faded, now, 20),
      todayOverPastOffice: fadedRatio(this.faded, now, 40),
      callsToday: calls.length,
      meanWaitLastFive: meanOf(lastFive),
      meanWaitToday: calls.length === 0 ? Number.NaN : waited / calls.length,
      atOnceShareToday:
        (calls.filter((call) => call.at === call.ticket.issuedAt).length + past.firstAtOnce) / (calls.length + 1),
      officeWaiting,
      officeCalled30: this.officeCalls.length,
      officeMeanWait30: meanOf(this.officeCalls),
      officeQueues: this.queues.size,
      sinceLastIssue: lastIssue === undefined ? Number.NaN : now - lastIssue,
      issuedThisMinute: countNumbersFrom(issues, now),
    };
    return Float32Array.from(FEATURES, (name) => values[name]);
  }
}

/** A plain expectation that today's waits are measured against. */
export function expectedWait(ticket: LoggedTicket, past: QueuePast): number {
  return ticket.peopleAhead === 0 ? past.firstWait : past.gap * ticket.peopleAhead + past.firstWait;
}

function fadeIn(faded: Faded, call: Call): void {
  const factor = 0.5 ** ((call.at - faded.at) / FADE_MINUTES);
  faded.at = call.at;
  faded.wait = faded.wait * factor + (call.at - call.ticket.issuedAt);
  faded.expected = faded.expected * factor + call.expected;
}

function fadedRatio(faded: Faded, now: number, weight: number): number {
  const factor = 0.5 ** ((now - faded.at) / FADE_MINUTES);
  return (faded.wait * factor + weight) / (faded.expected * factor + weight);
}

function meanOf(calls: readonly Call[]): number {
  if (calls.length === 0) return Number.NaN;
  return calls.reduce((sum, call) => sum + call.at - call.ticket.issuedAt, 0) / calls.length;
}

function countFrom(calls: readonly Call[], from: number): number {
  let count = 0;
  for (let i = calls.length - 1; i >= 0 && (calls[i] as Call).at >= from; i -= 1) count += 1;
  return count;
}

function countNumbersFrom(times: readonly number[], from: number): number {
  let count = 0;
  for (let i = times.length - 1; i >= 0 && (times[i] as number) >= from; i -= 1) count += 1;
  return count;
}
