/**
 * How a wait stands: within the goal, past it, early (an estimate says that it will cross the
 * limit), or over the limit. Over counts from the limit itself on: 10:00 of 10:00 is over.
 */
export type WaitLevel = 'withinGoal' | 'pastGoal' | 'early' | 'overLimit';

/** All in seconds. */
export function waitLevel(
  waitedSeconds: number,
  limits: { goalSeconds: number; limitSeconds: number },
  earlyFlag = false,
): WaitLevel {
  if (waitedSeconds >= limits.limitSeconds) return 'overLimit';
  if (earlyFlag) return 'early';
  return waitedSeconds >= limits.goalSeconds ? 'pastGoal' : 'withinGoal';
}
