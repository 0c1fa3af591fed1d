/** So many wrong passwords in a row lock the name. */
export const ATTEMPTS = 5;
const FIRST_LOCK_SECONDS = 5 * 60;
const LONGEST_LOCK_SECONDS = 60 * 60;

/**
 * Seconds for which a name is locked after its `failures`-th wrong password in a row; 0 = not locked. Five wrong ones
 * lock for 5 minutes, each further five for twice as long, at most an hour: guessing gets hopeless, and somebody who
 * mistypes is not locked out for the day.
 */
export function lockSeconds(failures: number): number {
  if (failures === 0 || failures % ATTEMPTS !== 0) return 0;
  const doublings = Math.min(10, failures / ATTEMPTS - 1);
  return Math.min(LONGEST_LOCK_SECONDS, FIRST_LOCK_SECONDS * 2 ** doublings);
}
