import { toEven } from '@/lib/waiting/promise-correction';
import { FEATURES } from './day-so-far';

type Feature = (typeof FEATURES)[number];

const INDEX = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<Feature, number>;

/** What today says counts at most this many times what the past lets expect: a single early call is no rate. */
const MOST_TIMES_EXPECTED = 4;

/**
 * A ticket's wait as several plain methods see it, on the even scale, with what the queue's past was like; the
 * second entry is the one that the blend starts from.
 */
function views(features: Float32Array): number[] {
  const value = (name: Feature) => features[INDEX[name]] as number;
  const ahead = value('peopleAhead');
  const expected = value('pastGapTimesAhead') + value('pastFirstWait');
  const today = (name: Feature) => {
    const minutes = value(name);
    return toEven(Number.isNaN(minutes) ? expected : Math.min(MOST_TIMES_EXPECTED * expected, minutes));
  };
  const minutesSince = (name: Feature) => {
    const minutes = value(name);
    return toEven(Number.isNaN(minutes) ? 60 : Math.min(60, minutes));
  };
  return [
    1,
    toEven(expected),
    toEven(value('pastGapTimesAhead')),
    toEven(expected * value('todayOverPastQueue')),
    toEven(expected * value('todayOverPastOffice')),
    toEven(value('pastCounterTimePerCounter')),
    toEven(expected / Math.min(3, Math.max(0.3, value('openOverUsual')))),
    today('recentGapTimesPlace'),
    today('todayGapTimesPlace'),
    today('lastEnteredScaled'),
    today('lastEntered'),
    today('meanWaitLastFive'),
    today('oldestWaitingScaled'),
    toEven(value('headAge')),
    Math.sqrt(ahead),
    Math.log1p(ahead),
    toEven(5 * value('aheadPerCounter')),
    toEven(value('pastMeanWait')),
    toEven(value('pastFirstWait')),
    value('pastFirstAtOnce'),
    minutesSince('sinceLastCall'),
    minutesSince('sinceLastIssue'),
  ];
}

const START = 1;
const RIDGE = 100;
const ROUNDS = 6;
/** Residuals smaller than this (even scale) all weigh the same. */
const SMALLEST_RESIDUAL = 0.15;

/** Weights of the views, apart for tickets with nobody and with somebody ahead; null: too few examples. */
export type LinearBlend = { alone: Float64Array | null; queued: Float64Array | null };

/**
 * The mix of plain methods that comes closest in the mean absolute error on the even scale. `waits` in minutes.
 *
 * Source: least absolute deviations by iteratively reweighted least squares (E. J. Schlossmacher, Journal of the
 * American Statistical Association 68, 1973), with a ridge that keeps the weights near the plain expectation.
 */
export function trainBlend(features: readonly Float32Array[], waits: readonly number[]): LinearBlend {
  const alone: { x: number[]; y: number }[] = [];
  const queued: { x: number[]; y: number }[] = [];
  features.forEach((row, i) => {
    const x = views(row);
    const group = (row[INDEX.peopleAhead] as number) === 0 ? alone : queued;
    group.push({ x, y: toEven(waits[i] as number) - (x[START] as number) });
  });
  return { alone: leastAbsolute(alone), queued: leastAbsolute(queued) };
}

/** The blended expectation on the even scale. */
export function blended(blend: LinearBlend, features: Float32Array): number {
  const x = views(features);
  const weights = (features[INDEX.peopleAhead] as number) === 0 ? blend.alone : blend.queued;
  const start = x[START] as number;
  return weights === null ? start : start + product(weights, x);
}

function product(weights: Float64Array, x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] as number) * (x[i] as number);
  return sum;
}

function leastAbsolute(rows: readonly { x: number[]; y: number }[]): Float64Array | null {
  const size = rows[0]?.x.length ?? 0;
  if (rows.length < 3 * size) return null;
  let weights: Float64Array | null = null;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const { x, y } of rows) {
      const residual = weights === null ? 1 : Math.abs(y - product(weights, x));
      const importance = 1 / Math.max(SMALLEST_RESIDUAL, residual);
      for (let i = 0; i < size; i += 1) {
        const row = matrix[i] as Float64Array;
        const factor = importance * (x[i] as number);
        for (let j = i; j < size; j += 1) row[j] = (row[j] as number) + factor * (x[j] as number);
        row[size] = (row[size] as number) + factor * y;
      }
    }
    weights = solved(matrix);
  }
  return weights;
}

/** Solves a symmetric system given by its upper half, with the right-hand side as last column and the ridge added. */
function solved(matrix: Float64Array[]): Float64Array {
  const size = matrix.length;
  const at = (i: number, j: number) => (matrix[i] as Float64Array)[j] as number;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) (matrix[i] as Float64Array)[j] = at(j, i);
    (matrix[i] as Float64Array)[i] = at(i, i) + RIDGE;
  }
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let i = pivot + 1; i < size; i += 1) {
      const factor = at(i, pivot) / at(pivot, pivot);
      for (let j = pivot; j <= size; j += 1) (matrix[i] as Float64Array)[j] = at(i, j) - factor * at(pivot, j);
    }
  }
  const weights = new Float64Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = at(i, size);
    for (let j = i + 1; j < size; j += 1) rest -= at(i, j) * (weights[j] as number);
    weights[i] = rest / at(i, i);
  }
  return weights;
}
