/**
 * A quantile of values that are only known by steps: `count` of them are above the step before (the first: 0 or more)
 * and at most `upTo`. Within a step values count as spread evenly, so the answer is off by the width of a step at most.
 * `all` counts those beyond the last step too; a quantile among them is the last step. null when there are none.
 */
export function quantileOf(
  steps: readonly { upTo: number; count: number }[],
  all: number,
  quantile: number,
): number | null {
  if (all === 0) return null;
  const wanted = quantile * all;
  let below = 0;
  let from = 0;
  for (const { upTo, count } of steps) {
    if (count > 0 && below + count >= wanted) return from + ((wanted - below) / count) * (upTo - from);
    below += count;
    from = upTo;
  }
  return from;
}
