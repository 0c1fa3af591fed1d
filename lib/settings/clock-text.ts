/*
 * Times as people type them. A length of time is minutes, or minutes and seconds: "5", "5:30", "90:00". A time of day is
 * "9:00", "09:00", "900" or "9". The wide colon of Chinese keyboards counts too.
 */

const plain = (text: string) => text.trim().replaceAll('：', ':');

/** Seconds of a typed length of time; NaN when it is none. */
export function typedSeconds(text: string): number {
  const match = /^(\d{1,4})(?::([0-5]\d))?$/.exec(plain(text));
  return match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : Number.NaN;
}

/** A length of time as it is typed: 330 → "5:30". Minutes go on above 59, so that it reads as one unit. */
export function secondsText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A typed time of day as "HH:MM"; what is none stays as it was typed, for the message beside it. */
export function typedClock(text: string): string {
  const match = /^(\d{1,2})(?::?([0-5]\d))?$/.exec(plain(text));
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : text.trim();
}
