/**
 * How much longer (above 0) or shorter (below) promises have to be than worked out, so that nine in ten are kept; a
 * plain number that starts at 0, kept for a hall or a service and moved on with each promise that ran out.
 */
export type PromiseCorrection = number;

const TARGET = 0.9;
const USUAL_STEP = 0.02;

/**
 * Takes in one promise. Do so at the moment when it runs out, not at the call: then it is known of every ticket
 * whether its promise was kept, whereas the calls seen so far are those of the short waits.
 *
 * Source: I. Gibbs and E. Candès, "Adaptive conformal inference under distribution shift" (NeurIPS 2021): whatever
 * the hall does, the share kept comes to the target over a few hundred tickets.
 */
export function settlePromise(correction: PromiseCorrection, kept: boolean, step = USUAL_STEP): PromiseCorrection {
  return correction + step * ((kept ? 0 : 1) - (1 - TARGET));
}

/** The step after so many promises: a hall of which nothing is known learns faster. */
export function stepAfter(settled: number): number {
  return Math.max(USUAL_STEP, 0.08 / (1 + settled / 40));
}

/** The corrected promise in minutes, never below the middle. */
export function correctPromise(p50Minutes: number, p90Minutes: number, correction: PromiseCorrection): number {
  const promise = toEven(p90Minutes);
  // The constant lets a promise of no wait at all grow, too.
  const room = Math.abs(promise - toEven(p50Minutes)) + 0.3;
  return Math.max(p50Minutes, fromEven(promise + correction * room));
}

/**
 * Square roots: a scale on which two minutes more than five are as much as ten more than a hundred and twenty, as
 * the spread of waits has it.
 */
export function toEven(minutes: number): number {
  return Math.sqrt(Math.max(0, minutes) + 1);
}

export function fromEven(value: number): number {
  return Math.max(0, Math.max(0, value) ** 2 - 1);
}
