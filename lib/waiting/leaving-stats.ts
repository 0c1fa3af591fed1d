/** What is known of customers who give up or do not answer their call: sums, the old ones in part. */
export type LeavingStats = {
  /** Customers called. */
  called: number;
  /** Of those, who did not come. */
  missed: number;
  /** Seconds that all customers together have waited. */
  waitedSeconds: number;
  /** Customers who said that they go, or were seen to have gone, before they were called. */
  left: number;
};

export type LegEnding = { waitSeconds: number; end: 'served' | 'noShow' | 'left' };

export const NO_LEAVING: LeavingStats = { called: 0, missed: 0, waitedSeconds: 0, left: 0 };

/** With how one wait ended, of this weight. */
export function addEnding(stats: LeavingStats, ending: LegEnding, weight: number): LeavingStats {
  const waited = Number.isFinite(ending.waitSeconds) ? Math.max(0, ending.waitSeconds) : 0;
  return {
    called: stats.called + (ending.end === 'left' ? 0 : weight),
    missed: stats.missed + (ending.end === 'noShow' ? weight : 0),
    waitedSeconds: stats.waitedSeconds + weight * waited,
    left: stats.left + (ending.end === 'left' ? weight : 0),
  };
}

export function fadeLeaving({ called, missed, waitedSeconds, left }: LeavingStats, share: number): LeavingStats {
  return { called: called * share, missed: missed * share, waitedSeconds: waitedSeconds * share, left: left * share };
}

export function addLeaving(a: LeavingStats, b: LeavingStats): LeavingStats {
  return {
    called: a.called + b.called,
    missed: a.missed + b.missed,
    waitedSeconds: a.waitedSeconds + b.waitedSeconds,
    left: a.left + b.left,
  };
}

/** Before data: two in a hundred do not come, worth fifty customers. */
const USUAL_NO_SHOW = 0.02;
const NO_SHOW_WEIGHT = 50;
/** Before data: one leaves in three hours of waiting. */
const USUAL_PATIENCE_SECONDS = 3 * 3600;
const LEAVING_WEIGHT = 1;

/**
 * Share of the called who do not come, above 0 and below 1: from the widest circle (the hall) to the narrowest (this
 * hour of a service), each leaning on the one before while it has few customers.
 */
export function noShowProbability(circles: readonly LeavingStats[]): number {
  return circles.reduce(
    (wider, { called, missed }) => (missed + NO_SHOW_WEIGHT * wider) / (called + NO_SHOW_WEIGHT),
    USUAL_NO_SHOW,
  );
}

/**
 * Mean patience in seconds, leaning likewise: time waited by all, divided by the number who left. That is the
 * maximum-likelihood estimate for exponential patience when most are served before they would have left (censored
 * observations). A narrower circle counts a wider one's patience as one who left after that long.
 */
export function patienceSeconds(circles: readonly LeavingStats[]): number {
  return circles.reduce(
    (wider, { waitedSeconds, left }) => (waitedSeconds + LEAVING_WEIGHT * wider) / (left + LEAVING_WEIGHT),
    USUAL_PATIENCE_SECONDS,
  );
}
