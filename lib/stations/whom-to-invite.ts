/** Somebody who waits, as far as this rule needs to know. */
export interface Waiter {
  ticketId: string;
  number: string;
  waitingSince: string;
  /** How much longer the wait is expected to be. */
  expectedSeconds: number | null;
}

/** A trial takes some minutes; nobody is invited who would be called in the middle of it. */
export const SHORTEST_WAIT_SECONDS = 5 * 60;
/** A station that nobody has tried for this long stands idle. */
export const IDLE_SECONDS = 5 * 60;

/** A station that works, stands ready and that nobody is at. */
export function isIdle(station: { state: string; active: boolean; lastTrialAt: Date | null }, now: Date): boolean {
  return (
    station.active &&
    station.state === 'working' &&
    (station.lastTrialAt === null || now.getTime() - station.lastTrialAt.getTime() >= IDLE_SECONDS * 1000)
  );
}

/**
 * Whom to invite to an idle station: those who will wait longest, since it shortens the wait most; each is asked once.
 * Nobody is proposed whose remaining wait is short or unknown.
 */
export function whomToInvite(waiting: readonly Waiter[], asked: ReadonlySet<string>, most = 3): Waiter[] {
  return waiting
    .filter(({ ticketId, expectedSeconds }) => !asked.has(ticketId) && (expectedSeconds ?? 0) >= SHORTEST_WAIT_SECONDS)
    .sort(
      (a, b) =>
        (b.expectedSeconds ?? 0) - (a.expectedSeconds ?? 0) ||
        a.waitingSince.localeCompare(b.waitingSince) ||
        a.ticketId.localeCompare(b.ticketId),
    )
    .slice(0, most);
}
