import { waitSeconds } from '@/lib/tickets/clocks';
import type { Ticket, TicketLeg } from '@/lib/tickets/ticket';
import type { WaitLengths } from './leg-summary';

/** One wait: how long it was or is, in seconds, and how it stands. `sent on`: transferred before anybody served it. */
export interface WaitRecord {
  serviceId: string;
  waitSeconds: number;
  state: 'started' | 'waiting' | 'left' | 'sentOn';
}

/** How the waits of a time stand against a threshold T. */
export interface WaitTally {
  startedWithin: number;
  startedAfter: number;
  /** Left without service, before T and after it. */
  leftBefore: number;
  leftAfter: number;
  /** Still waiting, longer than T. */
  waitingPast: number;
}

export interface Share {
  counted: number;
  within: number;
  /** null when nothing was counted: no figure is better than a wrong one. */
  share: number | null;
}

export interface ServiceLevel {
  /**
   * Share of waits that ended with service within T, where those still waiting past T and people who left after T
   * count as missed. Who still waits within T is not decided yet and counts on neither side.
   */
  honest: Share;
  /** The usual figure, which flatters: served customers only. */
  servedOnly: Share;
  /** People who left before T: apart. */
  leftBefore: number;
  leftAfter: number;
  waitingPast: number;
}

export const NO_WAITS: WaitTally = { startedWithin: 0, startedAfter: 0, leftBefore: 0, leftAfter: 0, waitingPast: 0 };

/** The waits of finished legs and of the people who are in the hall now. */
export function waitRecords(
  legs: Iterable<Pick<TicketLeg, 'serviceId' | 'waitSeconds' | 'startedAt' | 'ending'>>,
  tickets: Iterable<Ticket>,
  now: Date,
): WaitRecord[] {
  const records: WaitRecord[] = [];
  for (const leg of legs) {
    const state = leg.startedAt ? 'started' : leg.ending === 'transferred' ? 'sentOn' : 'left';
    records.push({ serviceId: leg.serviceId, waitSeconds: leg.waitSeconds, state });
  }
  for (const ticket of tickets)
    if (!ticket.completedAt && ticket.waitingSince)
      records.push({
        serviceId: ticket.serviceId,
        waitSeconds: waitSeconds(ticket, now),
        state: ticket.startedAt ? 'started' : 'waiting',
      });
  return records;
}

/**
 * Counts waits against a threshold T in seconds. Who was sent on to another service within T waits there and is counted
 * there; after T the wait was missed, whatever comes.
 */
export function tallyWaits(
  records: Iterable<Pick<WaitRecord, 'waitSeconds' | 'state'>>,
  thresholdSeconds: number,
): WaitTally {
  const tally = { ...NO_WAITS };
  for (const { waitSeconds: wait, state } of records) {
    const inTime = wait <= thresholdSeconds;
    if (state === 'started') tally[inTime ? 'startedWithin' : 'startedAfter']++;
    else if (state === 'left') tally[inTime ? 'leftBefore' : 'leftAfter']++;
    else if (!inTime) tally[state === 'waiting' ? 'waitingPast' : 'leftAfter']++;
  }
  return tally;
}

/** Counts finished waits by their lengths against a threshold T in seconds, as tallyWaits does. */
export function tallyLengths({ started, left, sentOn }: WaitLengths, thresholdSeconds: number): WaitTally {
  const within = (lengths: readonly number[]) => {
    let count = 0;
    for (const seconds of lengths) if (seconds <= thresholdSeconds) count += 1;
    return count;
  };
  const [startedWithin, leftBefore] = [within(started), within(left)];
  return {
    startedWithin,
    startedAfter: started.length - startedWithin,
    leftBefore,
    leftAfter: left.length - leftBefore + sentOn.length - within(sentOn),
    waitingPast: 0,
  };
}

export function addTallies(tallies: Iterable<WaitTally>): WaitTally {
  const sum = { ...NO_WAITS };
  for (const tally of tallies) for (const field of Object.keys(sum) as (keyof WaitTally)[]) sum[field] += tally[field];
  return sum;
}

/** Service level of counted waits, by the definition of the paper on waiting. */
export function serviceLevelOf({
  startedWithin: within,
  startedAfter,
  leftBefore,
  leftAfter,
  waitingPast,
}: WaitTally): ServiceLevel {
  const served = within + startedAfter;
  const share = (counted: number): Share => ({ counted, within, share: counted > 0 ? within / counted : null });
  return {
    honest: share(served + leftAfter + waitingPast),
    servedOnly: share(served),
    leftBefore,
    leftAfter,
    waitingPast,
  };
}
