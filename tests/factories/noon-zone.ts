/**
 * A zone in which it is between twelve and one now. A hall in it meets no midnight, whatever the hour at which its tests
 * run: nobody's number is of yesterday, there is a time to book today, and no door is closed.
 */
export function noonZone(now = new Date()): string {
  const hours = 12 - now.getUTCHours();
  // The sign is that of POSIX: Etc/GMT-8 is eight hours ahead.
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
