import { normalQuantile } from './normal-quantile';
import type { Random } from './random';

/**
 * How long a clerk handles one customer of a service, in seconds.
 *
 * - `logNormal`: what handling times look like in practice; `sd` 0 means always the same.
 * - `exponential`: the textbook case, for which exact results exist.
 * - `quantiles`: measured; evenly spaced from the smallest (probability 0) to the largest (1), at least two.
 */
export type HandlingDistribution =
  | { kind: 'logNormal'; mean: number; sd: number }
  | { kind: 'exponential'; mean: number }
  | { kind: 'quantiles'; values: readonly number[] };

/** Cells of the table of quantiles. Beyond the last full cell the exact tail is used. */
const CELLS = 1024;
/** Down to a share of one in 100,000. */
const TAIL_ENTRIES = 28;

/**
 * A handling distribution made ready for drawing millions of values: a table of its quantiles, read with one
 * uniform number and no logarithm, and the exact formula in the last cell, where the table would cut the tail.
 */
export class HandlingSampler {
  readonly mean: number;
  readonly sd: number;
  private readonly table = new Float64Array(CELLS);
  private readonly tail = new Float64Array(TAIL_ENTRIES);
  private readonly quantile: (probability: number) => number;

  constructor(distribution: HandlingDistribution) {
    this.quantile = quantileFunction(distribution);
    for (let i = 0; i < CELLS; i += 1) this.table[i] = this.quantile(i / CELLS);
    for (let j = 0; j < TAIL_ENTRIES; j += 1) this.tail[j] = this.quantile(1 - tailSurvival(j));
    const [mean, sd] = moments(distribution);
    this.mean = mean;
    this.sd = sd;
  }

  /** The value below which this share of the handling times lies. */
  at(probability: number): number {
    const x = probability * CELLS;
    const cell = x | 0;
    if (cell >= CELLS - 1) return this.quantile(probability);
    const low = this.table[cell] as number;
    return low + (x - cell) * ((this.table[cell + 1] as number) - low);
  }

  draw(random: Random): number {
    return this.at(random.next());
  }

  /**
   * How much longer a handling lasts that has lasted `age` seconds.
   *
   * Beyond what one handling in 100,000 lasts, the clerk has surely forgotten to press "finish": age says nothing
   * any more, and a fresh handling time is drawn.
   */
  drawRemaining(age: number, random: Random): number {
    const { table, tail } = this;
    if (age <= (table[0] as number)) return this.draw(random) - Math.max(0, age);
    if (age < (tail[0] as number)) {
      const reached = place(table, age) / CELLS;
      return Math.max(0, this.at(reached + (1 - reached) * random.next()) - age);
    }
    if (age >= (tail[tail.length - 1] as number)) return this.draw(random);
    const surviving = tailSurvival(place(tail, age)) * (1 - random.next());
    return Math.max(0, this.quantile(1 - surviving) - age);
  }
}

/** Where a value lies in a rising list, as an index with a fraction; it must lie within the list. */
function place(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const from = values[low] as number;
  return low + (value - from) / ((values[high] as number) - from);
}

/** Share of handlings that last longer than entry j of the tail: 1 / 1024, then halved every four entries. */
function tailSurvival(j: number): number {
  return 2 ** (-j / 4) / CELLS;
}

/** The cells' normal quantiles once for all: they are most of the cost of a sampler. */
const CELL_QUANTILES = Float64Array.from({ length: CELLS }, (_, i) => normalQuantile(i / CELLS));

function cellOrExactQuantile(probability: number): number {
  const x = probability * CELLS;
  return Number.isInteger(x) && x < CELLS ? (CELL_QUANTILES[x] as number) : normalQuantile(probability);
}

function quantileFunction(distribution: HandlingDistribution): (probability: number) => number {
  if (distribution.kind === 'exponential') return (p) => -distribution.mean * Math.log(1 - p);
  if (distribution.kind === 'logNormal') {
    const { mean, sd } = distribution;
    if (!(sd > 0) || !(mean > 0)) return () => mean;
    const { location, scale } = logNormalParameters(mean, sd);
    return (p) => Math.exp(location + scale * cellOrExactQuantile(p));
  }
  const { values } = distribution;
  return (p) => {
    const x = p * (values.length - 1);
    const i = Math.min(values.length - 2, Math.floor(x));
    const low = values[i] as number;
    return low + (x - i) * ((values[i + 1] as number) - low);
  };
}

/** Location and scale of ln X for a log-normal X of this mean and standard deviation (method of moments). */
export function logNormalParameters(mean: number, sd: number): { location: number; scale: number } {
  const variance = Math.log(1 + (sd / mean) ** 2);
  return { location: Math.log(mean) - variance / 2, scale: Math.sqrt(variance) };
}

function moments(distribution: HandlingDistribution): [mean: number, sd: number] {
  if (distribution.kind === 'exponential') return [distribution.mean, distribution.mean];
  if (distribution.kind === 'logNormal') return [distribution.mean, distribution.sd];
  const { values } = distribution;
  const pieces = values.length - 1;
  let mean = 0;
  let square = 0;
  for (let i = 0; i < pieces; i += 1) {
    const a = values[i] as number;
    const b = values[i + 1] as number;
    mean += (a + b) / 2 / pieces;
    square += (a * a + a * b + b * b) / 3 / pieces;
  }
  return [mean, Math.sqrt(Math.max(0, square - mean * mean))];
}

/** Exponential with mean 1, about three times as fast as a logarithm; its mean is right to 1 in 10,000. */
export const UNIT_EXPONENTIAL = new HandlingSampler({ kind: 'exponential', mean: 1 });
