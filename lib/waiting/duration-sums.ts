/**
 * Durations seen, sorted by size: for each step of √2 how many there were and how long they were together. Sums can be
 * added in any order and come out the same, and unlike a running mean they still show which values were out of all
 * reason. Plain numbers, to be stored as JSON; steps without durations are left out.
 */
export type DurationSums = { readonly [step: string]: readonly [count: number, seconds: number] };

const STEP = Math.LN2 / 2;
/** From one second to twelve hours; what is beyond is counted there. */
const LAST_STEP = 30;

function stepOf(seconds: number): number {
  return Math.min(LAST_STEP, Math.max(0, Math.floor(Math.log(seconds) / STEP)));
}

/** With one duration more, of this weight; at least a second. What is no positive number changes nothing. */
export function addDuration(sums: DurationSums, duration: number, weight: number): DurationSums {
  if (!Number.isFinite(duration) || duration <= 0) return sums;
  const seconds = Math.max(1, duration);
  const step = stepOf(seconds);
  const [count, total] = sums[step] ?? [0, 0];
  return { ...sums, [step]: [count + weight, total + weight * seconds] };
}

/** All of them counting for this share of what they did. */
export function fadeDurations(sums: DurationSums, share: number): DurationSums {
  return Object.fromEntries(
    Object.entries(sums).map(([step, [count, seconds]]) => [step, [count * share, seconds * share] as const]),
  );
}

/** What is believed of the spread of durations before any was seen: standard deviation of the logarithm. */
const USUAL_LOG_SD = 0.8;
/** As many durations the usual centre and spread count. */
const CENTRE_WEIGHT = 4;
const SPREAD_WEIGHT = 10;
/** Further than this many standard deviations above the middle nothing is what it says. */
const OUTLIER = 3;
/** Quartiles of a normal variable are this many standard deviations apart. */
const QUARTILES_APART = 1.349;

/**
 * The longest duration that is still believed, in seconds: beyond it somebody has forgotten to press "finish". By
 * middle and quartiles, which a few of those do not move.
 * @param usual seconds believed before any was seen
 */
export function longestBelieved(sums: DurationSums, usual: number): number {
  const steps = sorted(sums);
  const count = steps.reduce((sum, [, n]) => sum + n, 0);
  const usualLog = Math.log(Math.max(1, usual));
  if (!(count > 0)) return Math.exp(usualLog + OUTLIER * USUAL_LOG_SD);
  const at = (share: number) => logQuantile(steps, share * count);
  const middle = (count * at(0.5) + CENTRE_WEIGHT * usualLog) / (count + CENTRE_WEIGHT);
  const own = (at(0.75) - at(0.25)) / QUARTILES_APART;
  const spread = (count * own + SPREAD_WEIGHT * USUAL_LOG_SD) / (count + SPREAD_WEIGHT);
  return Math.exp(middle + OUTLIER * spread);
}

export type DurationMoments = {
  /** How many are believed, the old ones in part. */
  count: number;
  /** Seconds of those together. */
  seconds: number;
  /** Square of their spread over their mean; null with fewer than two. */
  squaredVariation: number | null;
};

/** Number, sum and spread of the durations up to the longest believed. Always finite. */
export function believedMoments(sums: DurationSums, longest: number): DurationMoments {
  let count = 0;
  let seconds = 0;
  let squares = 0;
  for (const [, n, total] of sorted(sums)) {
    const mean = n > 0 ? total / n : 0;
    if (!(n > 0) || mean > longest) continue;
    count += n;
    seconds += total;
    // Within a step durations lie evenly on the scale of logarithms.
    squares += n * mean * mean * (1 + STEP ** 2 / 12);
  }
  if (count <= 1) return { count, seconds, squaredVariation: null };
  const mean = seconds / count;
  return { count, seconds, squaredVariation: Math.max(0, squares / count / mean ** 2 - 1) };
}

function sorted(sums: DurationSums): [step: number, count: number, seconds: number][] {
  return Object.entries(sums)
    .map(([step, [count, seconds]]): [number, number, number] => [Number(step), count, seconds])
    .sort(([a], [b]) => a - b);
}

/** Logarithm of the duration below which this many lie, evenly spread within a step. */
function logQuantile(steps: readonly [number, number, number][], wanted: number): number {
  let below = 0;
  for (const [step, count] of steps) {
    if (below + count >= wanted) return STEP * (step + (count > 0 ? (wanted - below) / count : 0.5));
    below += count;
  }
  return STEP * ((steps.at(-1)?.[0] ?? 0) + 1);
}
