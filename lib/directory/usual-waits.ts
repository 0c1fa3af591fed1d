/** A wait of an earlier day: at which hour of the hall's clock it began, and how long it was. */
interface PastWait {
  hour: number;
  seconds: number;
}

export interface UsualWait {
  /** Full hour of the hall's clock, 0–23. */
  hour: number;
  /** Mean wait of those who came in that hour. */
  waitSeconds: number;
}

/** Fewer waits than this say nothing about an hour. */
const LEAST_WAITS = 5;

/** What the wait usually is in each of these hours, in their order; hours of which too little is known are left out. */
export function usualWaits(waits: readonly PastWait[], hours: readonly number[]): UsualWait[] {
  const sums = new Map<number, { seconds: number; count: number }>();
  for (const { hour, seconds } of waits) {
    const sum = sums.get(hour) ?? { seconds: 0, count: 0 };
    sums.set(hour, { seconds: sum.seconds + seconds, count: sum.count + 1 });
  }
  return [...hours]
    .sort((a, b) => a - b)
    .flatMap((hour) => {
      const sum = sums.get(hour);
      return sum && sum.count >= LEAST_WAITS ? [{ hour, waitSeconds: Math.round(sum.seconds / sum.count) }] : [];
    });
}
