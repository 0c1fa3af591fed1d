/** What is known of customers who give up or do not answer their call: plain numbers, stored as one row. */
export type LeavingStats = {
  /** Customers called, the old ones in part. */
  called: number;
  /** Of those, who did not come. */
  missed: number;
  /** Seconds that all customers together have waited. */
  waitedSeconds: number;
  /** Customers who said that they go, or were seen to have gone, before they were called. */
  left: number;
};

export type LegEnding = { waitSeconds: number; end: 'served' | 'noShow' | 'left' };

/** Half as much after about 350 further customers: leaving is rare, so it needs a longer memory than handling. */
const FADE = 0.998;

export function emptyLeavingStats(): LeavingStats {
  return { called: 0, missed: 0, waitedSeconds: 0, left: 0 };
}

/** Takes in how one wait ended. */
export function observeEnding(stats: LeavingStats, ending: LegEnding): LeavingStats {
  const waited = Number.isFinite(ending.waitSeconds) ? Math.max(0, ending.waitSeconds) : 0;
  return {
    called: stats.called * FADE + (ending.end === 'left' ? 0 : 1),
    missed: stats.missed * FADE + (ending.end === 'noShow' ? 1 : 0),
    waitedSeconds: stats.waitedSeconds * FADE + waited,
    left: stats.left * FADE + (ending.end === 'left' ? 1 : 0),
  };
}

/** Before data: two in a hundred do not come, worth fifty customers. */
const PRIOR_CALLED = 50;
const PRIOR_MISSED = 1;
/** Before data: one leaves in three hours of waiting. */
const PRIOR_WAITED_SECONDS = 3 * 3600;
const PRIOR_LEFT = 1;

/** Share of the called who do not come, above 0 and below 1. */
export function noShowProbability(stats: LeavingStats | null): number {
  return ((stats?.missed ?? 0) + PRIOR_MISSED) / ((stats?.called ?? 0) + PRIOR_CALLED);
}

/**
 * Mean patience in seconds: time waited by all, divided by the number who left. That is the maximum-likelihood
 * estimate for exponential patience when most are served before they would have left (censored observations).
 */
export function patienceSeconds(stats: LeavingStats | null): number {
  return ((stats?.waitedSeconds ?? 0) + PRIOR_WAITED_SECONDS) / ((stats?.left ?? 0) + PRIOR_LEFT);
}
