/** How good predictions of the middle were, in minutes; `bias` above 0: too long. */
export type Scores = { count: number; mae: number; rmse: number; medianError: number; bias: number };

/** Null without any prediction. */
export function scoresOf(predicted: readonly number[], actual: readonly number[]): Scores | null {
  const count = actual.length;
  if (count === 0) return null;
  const errors = predicted.map((value, i) => value - (actual[i] as number));
  const absolute = errors.map(Math.abs).sort((a, b) => a - b);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    count,
    mae: sum(absolute) / count,
    rmse: Math.sqrt(sum(errors.map((error) => error * error)) / count),
    medianError: ((absolute[(count - 1) >> 1] as number) + (absolute[count >> 1] as number)) / 2,
    bias: sum(errors) / count,
  };
}

/** Share of waits that were at most as long as promised; null without any. */
export function shareKept(promised: readonly number[], actual: readonly number[]): number | null {
  if (actual.length === 0) return null;
  return actual.filter((wait, i) => wait <= (promised[i] as number)).length / actual.length;
}
