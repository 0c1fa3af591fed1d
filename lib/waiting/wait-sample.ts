/**
 * Remaining wait until the start of service, in seconds, of a customer who stays. A figure is null when it cannot
 * be known: no counter that is there or will come back serves this ticket, or too often the day ends before it
 * is called.
 */
export type WaitEstimate = {
  p50Seconds: number | null;
  p90Seconds: number | null;
  meanSeconds: number | null;
};

/** Middle, promise and mean of a sample of waits, which it reorders. */
export function summariseWaits(sample: Float64Array): WaitEstimate {
  const n = sample.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += sample[i] as number;
  const seconds = (value: number): number | null => (value < Number.POSITIVE_INFINITY ? value : null);
  return {
    p50Seconds: seconds(quantile(sample, 0.5)),
    p90Seconds: seconds(quantile(sample, 0.9)),
    meanSeconds: seconds(sum / n),
  };
}

/** The k-th smallest of n has an expected share k / (n + 1) below it; between two ranks the line between them. */
function quantile(sample: Float64Array, share: number): number {
  const n = sample.length;
  const rank = Math.min(n, Math.max(1, share * (n + 1)));
  const below = Math.floor(rank);
  const low = smallest(sample, below - 1);
  if (rank === below) return low;
  const high = smallest(sample, below);
  return high === low ? low : low + (rank - below) * (high - low);
}

/** The value that would stand at place k if the list were sorted (C. A. R. Hoare, "Find", 1961). */
function smallest(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1;
      while ((values[j] as number) > pivot) j -= 1;
      if (i <= j) {
        const swap = values[i] as number;
        values[i] = values[j] as number;
        values[j] = swap;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k] as number;
}
