import { addDuration, type DurationSums, fadeDurations } from '@/lib/waiting/duration-sums';
import { estimateWaits, type HallHistory } from '@/lib/waiting/estimate';
import { hallHistory } from '@/lib/waiting/hall-history';
import { hallHandling } from '@/lib/waiting/handling-stats';
import { ALL_HOURS, ALL_STAFF, type Learned, type LearnedStats, learnedName, learnLeg } from '@/lib/waiting/learned';
import { grouped, type QueueDay, queueDays } from './handling-log';
import { type Scores, scoresOf, shareKept } from './scores';
import type { LoggedTicket } from './ticket-log';

/** What a hall would have been told to reckon with: the mean of the days it learned from. */
function meanHandling(days: readonly { queues: readonly QueueDay[] }[]): number {
  const seconds = days.flatMap(({ queues }) => queues.flatMap(({ handlings }) => handlings.map((one) => one.seconds)));
  return seconds.length > 0 ? seconds.reduce((sum, value) => sum + value, 0) / seconds.length : 300;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
/** A queue says something of a day from so many handling times on. */
const FEWEST = 5;

/**
 * How far the mean handling of each queue on each day was from what the days before foretold, as a share of it, for each
 * fading a day: on the first half of the days and on the second.
 */
export function fadingErrors(
  tickets: readonly LoggedTicket[],
  fades: readonly number[],
): { fade: number; first: number; second: number }[] {
  const days = queueDays(tickets);
  const half = Math.ceil(days.length / 2);
  const target = meanHandling(days.slice(0, half));
  return fades.map((fade) => {
    const sums = new Map<string, { day: string; sums: DurationSums }>();
    const off = [0, 0];
    const of = [0, 0];
    days.forEach(({ date, queues }, d) => {
      const part = d < half ? 0 : 1;
      for (const [, list] of grouped(queues, ({ office }) => office)) {
        const known = list.map(({ office, queueId }) => {
          const past = sums.get(`${office} ${queueId}`);
          return {
            targetSeconds: target,
            all: past ? fadeDurations(past.sums, fade ** daysBetween(past.day, date)) : {},
            hour: {},
            clerks: new Map<string, DurationSums>(),
            today: [],
          };
        });
        const foretold = hallHandling(known, target).services;
        list.forEach(({ handlings }, i) => {
          if (d === 0 || handlings.length < FEWEST) return;
          const mean = handlings.reduce((sum, { seconds }) => sum + seconds, 0) / handlings.length;
          off[part] = (off[part] as number) + handlings.length * Math.abs((foretold[i]?.meanSeconds ?? 0) - mean);
          of[part] = (of[part] as number) + handlings.length * mean;
        });
        list.forEach(({ office, queueId, handlings }, i) => {
          const all = handlings.reduce((so, { seconds }) => addDuration(so, seconds, 1), known[i]?.all ?? {});
          sums.set(`${office} ${queueId}`, { day: date, sums: all });
        });
      }
    });
    return { fade, first: (off[0] as number) / (of[0] as number), second: (off[1] as number) / (of[1] as number) };
  });
}

/** What the estimate may know beside the queue and its counters. */
export const KNOWLEDGE = ['targets', 'today', 'days and today', 'days, hour and today'] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];

export type LiveResult = { knowledge: Knowledge; scores: Scores; kept: number };

/**
 * The live estimate itself, for customers of the second half of the days who found people waiting: as the hall would have
 * given it at their issue, with and without what it learned. Learned from all days before. Clerks are not in the log, nor
 * who leaves or does not come: nobody does here. Promises are as the simulation makes them, not corrected.
 *
 * @param every so manieth customer is asked about
 */
export function compareLive(tickets: readonly LoggedTicket[], every: number): LiveResult[] {
  const days = queueDays(tickets);
  const half = Math.ceil(days.length / 2);
  const target = meanHandling(days.slice(0, half));
  const learned = new Map<string, Learned<LearnedStats>>();
  const told = KNOWLEDGE.map(() => ({ middle: [] as number[], promise: [] as number[] }));
  const actual: number[] = [];
  let seen = 0;
  days.forEach(({ queues }, d) => {
    if (d >= half)
      for (const queue of queues) {
        const office = queues.filter((one) => one.office === queue.office);
        for (const ticket of queue.tickets) {
          const waiting = queue.tickets.filter((t) => t.number <= ticket.number && t.calledAt > ticket.issuedAt);
          if (ticket.openCounters < 1 || waiting.length < 2 || waiting.at(-1) !== ticket) continue;
          seen += 1;
          if (seen % every !== 0) continue;
          const estimates = KNOWLEDGE.map((knowledge) =>
            estimate(queue, ticket, waiting, historyOf(knowledge, queue, office, ticket.issuedAt, learned, target)),
          );
          if (estimates.some((one) => one === null)) continue;
          actual.push(ticket.calledAt - ticket.issuedAt);
          estimates.forEach((one, i) => {
            told[i]?.middle.push(one?.middle as number);
            told[i]?.promise.push(one?.promise as number);
          });
        }
      }
    for (const queue of queues) learn(learned, queue);
  });
  return KNOWLEDGE.flatMap((knowledge, i) => {
    const { middle = [], promise = [] } = told[i] ?? {};
    const scores = scoresOf(middle, actual);
    return scores ? [{ knowledge, scores, kept: shareKept(promise, actual) as number }] : [];
  });
}

const keyOf = ({ office, queueId }: Pick<QueueDay, 'office' | 'queueId'>) => `${office} ${queueId}`;

function learn(learned: Map<string, Learned<LearnedStats>>, queue: QueueDay): void {
  const at = new Date(0);
  for (const { calledAt, seconds } of queue.handlings)
    for (const hour of [ALL_HOURS, Math.floor(calledAt / 60)]) {
      const name = learnedName({ serviceId: keyOf(queue), hour, staffId: ALL_STAFF });
      const leg = {
        serviceDay: queue.date,
        calledAt: at,
        startedAt: at,
        waitSeconds: 0,
        handlingSeconds: seconds,
        gapSeconds: null,
      };
      learned.set(name, learnLeg(learned.get(name), { ...leg, ending: 'completed' }));
    }
}

function historyOf(
  knowledge: Knowledge,
  queue: QueueDay,
  office: readonly QueueDay[],
  minute: number,
  learned: ReadonlyMap<string, Learned<LearnedStats>>,
  target: number,
): HallHistory {
  const { history } = hallHistory({
    handlingTargetSeconds: target,
    services: office.map((one) => ({
      serviceId: keyOf(one),
      handlingTargetSeconds: target,
      today:
        knowledge === 'targets'
          ? []
          : one.handlings.filter(({ endedAt }) => endedAt <= minute).map(({ seconds }) => seconds),
    })),
    learned: knowledge === 'targets' || knowledge === 'today' ? new Map() : learned,
    hour: knowledge === 'days, hour and today' ? Math.floor(minute / 60) : null,
    staffIds: [],
    noShowSeconds: 60,
  });
  // What is called handling here reaches from call to call.
  return {
    ...history,
    callSeconds: 0,
    gapSeconds: 0,
    services: history.services
      .filter(({ serviceId }) => serviceId === keyOf(queue))
      .map((service) => ({ ...service, noShowProbability: 0, patienceSeconds: null })),
  };
}

const FUTURES = 200;

/** In minutes. */
function estimate(
  queue: QueueDay,
  ticket: LoggedTicket,
  waiting: readonly LoggedTicket[],
  history: HallHistory,
): { middle: number; promise: number } | null {
  const now = ticket.issuedAt * 60_000;
  const serviceId = keyOf(queue);
  const called = queue.tickets.filter(({ calledAt }) => calledAt <= ticket.issuedAt).slice(-ticket.openCounters);
  const { tickets } = estimateWaits(
    {
      tickets: waiting.map(({ number, issuedAt }) => ({
        id: String(number),
        serviceId,
        queueAt: issuedAt * 60_000,
        issuedSeq: number,
      })),
      // People wait, so every counter has somebody: those called last.
      counters: Array.from({ length: ticket.openCounters }, (_, i) => ({
        id: String(i),
        serviceIds: [serviceId],
        state: called[i] ? ('serving' as const) : ('open' as const),
        since: called[i] ? called[i].calledAt * 60_000 : 0,
        servingServiceId: serviceId,
      })),
    },
    history,
    now,
    ticket.number,
    { futures: FUTURES },
  );
  const found = tickets.get(String(ticket.number));
  if (found?.p50Seconds == null || found.p90Seconds === null) return null;
  return { middle: found.p50Seconds / 60, promise: found.p90Seconds / 60 };
}
