/** A wait of an earlier day: at which hour of the hall's clock it began, and how long it was. */
export interface PastWait {
  hour: number;
  seconds: number;
}

export interface BestHour {
  /** Full hour of the hall's clock, 0–23. */
  hour: number;
  /** What the wait was in that hour, the mean. */
  waitSeconds: number;
}

/** Fewer waits than this say nothing about an hour. */
const LEAST_WAITS = 5;

/**
 * The hour in which people waited least on the same weekdays before; of equal ones the earlier. Only hours that count
 * (`hours`: those in which the hall is open and which are still to come). Null where too little is known.
 */
export function bestHour(waits: readonly PastWait[], hours: readonly number[]): BestHour | null {
  let best: BestHour | null = null;
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const known = waits.filter((wait) => wait.hour === hour);
    if (known.length < LEAST_WAITS) continue;
    const mean = Math.round(known.reduce((sum, wait) => sum + wait.seconds, 0) / known.length);
    if (best === null || mean < best.waitSeconds) best = { hour, waitSeconds: mean };
  }
  return best;
}

/** The full hours that begin within these opening spans, from `fromSecond` of the day on. */
export function hoursToCome(spans: readonly { opens: string; closes: string }[], fromSecond: number): number[] {
  const hours = new Set<number>();
  for (const { opens, closes } of spans) {
    const first = Math.ceil(Math.max(toSeconds(opens), fromSecond) / 3600);
    for (let hour = first; hour * 3600 < toSeconds(closes); hour++) hours.add(hour);
  }
  return [...hours].filter((hour) => hour < 24);
}

function toSeconds(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}
