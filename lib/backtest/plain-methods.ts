import { FEATURES } from './day-so-far';
import type { HallMemory, QueuePast } from './hall-memory';
import type { LoggedTicket } from './ticket-log';

/** The methods to compare with, and how to call them. */
export const PLAIN_METHODS = {
  constant: 'constant mean',
  lastEntered: 'last to enter service',
  headOfLine: 'head of line',
  queueLength: 'queue length × mean ÷ counters',
  recentRate: 'recent rate',
  perAhead: 'mean per queue × people ahead',
  perAheadLeaning: '… leaning on its hall while short',
} as const;

/** Minutes by each method; they know the same as the estimate. */
export type PlainPrediction = Record<keyof typeof PLAIN_METHODS, number>;

const LAST_ENTERED = FEATURES.indexOf('lastEntered');
const HEAD_AGE = FEATURES.indexOf('headAge');
const COUNTER_TIME = FEATURES.indexOf('pastCounterTimePerCounter');
const RECENT_GAP = FEATURES.indexOf('recentGapTimesPlace');

/**
 * `features`: of the ticket at its issue. Handling times are not in such a log: "mean" in queue length × mean ÷
 * counters is what one counter took for one place in the queue on past days.
 */
export function plainPredictions(
  ticket: LoggedTicket,
  features: Float32Array,
  past: QueuePast,
  memory: HallMemory,
): PlainPrediction {
  const constant = memory.meanWait() ?? past.meanWait;
  const lastEntered = features[LAST_ENTERED] as number;
  const place = ticket.peopleAhead + 1;
  return {
    constant,
    lastEntered: Number.isNaN(lastEntered) ? constant : lastEntered,
    headOfLine: features[HEAD_AGE] as number,
    queueLength: features[COUNTER_TIME] as number,
    recentRate: ((features[RECENT_GAP] as number) / place) * ticket.peopleAhead,
    perAhead: memory.minutesPerAhead(ticket) * ticket.peopleAhead,
    perAheadLeaning: past.gap * ticket.peopleAhead,
  };
}
