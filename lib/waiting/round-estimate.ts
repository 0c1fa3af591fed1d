/**
 * An estimate as a person may be told it, in whole minutes:
 *
 * - `unknown`: nobody can say;
 * - `soon`: in all likelihood within `highMinutes` (1 or 2);
 * - `upTo`: perhaps at once, in nine of ten cases within `highMinutes`;
 * - `range`: half the time after `lowMinutes`, in nine of ten cases within `highMinutes`;
 * - `atLeast`: half the time after `lowMinutes`, and no promise is possible.
 */
export type RoundedEstimate =
  | { kind: 'unknown' }
  | { kind: 'soon'; highMinutes: number }
  | { kind: 'upTo'; highMinutes: number }
  | { kind: 'range'; lowMinutes: number; highMinutes: number }
  | { kind: 'atLeast'; lowMinutes: number };

/** Coarser the longer: nobody believes "43 minutes", and it would change at every look. */
function stepFor(minutes: number): number {
  if (minutes < 5) return 1;
  if (minutes < 30) return 5;
  if (minutes < 60) return 10;
  if (minutes < 120) return 15;
  return 30;
}

/**
 * Rounds the middle down and the promise up, so that rounding never breaks a promise. The two ends always differ.
 */
export function roundEstimate(p50Seconds: number | null, p90Seconds: number | null): RoundedEstimate {
  if (p50Seconds === null) return { kind: 'unknown' };
  const p50 = Math.max(0, p50Seconds) / 60;
  const lowStep = stepFor(p50);
  const lowMinutes = Math.floor(p50 / lowStep) * lowStep;
  if (p90Seconds === null) return { kind: 'atLeast', lowMinutes };
  const p90 = Math.max(p50, p90Seconds / 60);
  // A hair above a round figure, such as 10.001 minutes, is that figure.
  const highStep = stepFor(p90 - 0.02);
  let highMinutes = Math.max(1, Math.ceil((p90 - 0.02) / highStep) * highStep);
  if (lowMinutes === 0) return { kind: highMinutes <= 2 ? 'soon' : 'upTo', highMinutes };
  if (highMinutes <= lowMinutes) highMinutes = lowMinutes + stepFor(lowMinutes);
  return { kind: 'range', lowMinutes, highMinutes };
}
