import type { TicketLeg } from '@/lib/tickets/ticket';

/** What customers were promised when they took their number, beside what happened. Seconds. */
export interface PromiseTruth {
  /** First waits that ended with service and had an estimate. */
  counted: number;
  /** Half of the middles were off by less. null when nothing was counted. */
  medianErrorSeconds: number | null;
  /** Mean of wait minus middle: above 0 the waits were longer than told. */
  biasSeconds: number | null;
  /** Share whose wait was not longer than the promise (nine of ten should be). */
  kept: number | null;
}

type Told = Pick<TicketLeg, 'waitSeconds' | 'startedAt' | 'estimateP50Seconds' | 'estimateP90Seconds' | 'ordinal'>;

/**
 * How true the estimates were. Who left, was sent on or did not come has no wait to compare with; a later leg of the
 * same ticket was never told anything.
 */
export function promiseTruth(legs: Iterable<Told>): PromiseTruth {
  const errors: number[] = [];
  let kept = 0;
  for (const { waitSeconds, startedAt, estimateP50Seconds, estimateP90Seconds, ordinal } of legs) {
    if (!startedAt || ordinal > 1 || estimateP50Seconds === null || estimateP90Seconds === null) continue;
    errors.push(waitSeconds - estimateP50Seconds);
    if (waitSeconds <= estimateP90Seconds) kept += 1;
  }
  const counted = errors.length;
  if (counted === 0) return { counted, medianErrorSeconds: null, biasSeconds: null, kept: null };
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const middle = ((sizes[(counted - 1) >> 1] as number) + (sizes[counted >> 1] as number)) / 2;
  return {
    counted,
    medianErrorSeconds: Math.round(middle),
    biasSeconds: Math.round(errors.reduce((sum, error) => sum + error, 0) / counted),
    kept: kept / counted,
  };
}
