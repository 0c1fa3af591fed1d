/**
 * Where a clock that may have stood still must start to show the right time now: its start, moved by the
 * pauses. Pauses are what is missing between the start and the seconds that count.
 *
 * @param start ISO 8601
 * @param seconds counted until `at`
 * @param at server time of the snapshot, ISO 8601
 */
export function runningSince(start: string, seconds: number, at: string): string {
  const pausedMs = Date.parse(at) - Date.parse(start) - seconds * 1000;
  // Seconds are whole: less than one and a half is rounding, and following it would make the clock jump.
  return pausedMs < 1_500 ? start : new Date(Date.parse(start) + pausedMs).toISOString();
}
