import type { Locale } from './config';

// Making an Intl.DateTimeFormat is slow (about 0.1 ms), and a list of 80 people needs 80 of them.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, timeZone: string, kind: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${timeZone} ${kind}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

/** Clock time in the hall's zone, 24 hours in every language: `09:05`. */
export function formatHallTime(at: Date | string, locale: Locale, timeZone: string): string {
  return format(locale, timeZone, 'time', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/**
 * An opening or closing time as people say it: today `18:00`, within a week `Mon 09:00`, otherwise with its date
 * `Mon, 2 Mar 09:00`.
 */
export function formatHallChange(at: Date | string, now: Date, locale: Locale, timeZone: string): string {
  const change = new Date(at);
  const day = format(locale, timeZone, 'isoDay', { year: 'numeric', month: '2-digit', day: '2-digit' });
  const time = formatHallTime(change, locale, timeZone);
  if (day.format(change) === day.format(now)) return time;
  const inAWeek = change.getTime() - now.getTime() < 6 * 86_400_000;
  const date: Intl.DateTimeFormatOptions = inAWeek
    ? { weekday: 'short' }
    : { weekday: 'short', day: 'numeric', month: 'short' };
  return `${format(locale, timeZone, inAWeek ? 'weekday' : 'date', date).format(change)} ${time}`;
}

/** Day in the hall's zone with its weekday: `Mon, 13 Jan 2020`. */
export function formatHallDay(at: Date | string, locale: Locale, timeZone: string): string {
  return format(locale, timeZone, 'day', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(at));
}

/** Day and clock time in the hall's zone. */
export function formatHallDateTime(at: Date | string, locale: Locale, timeZone: string): string {
  return format(locale, timeZone, 'dateTime', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** A service day as it is written, short: `10 Mar 2026`. It is the hall's own day and not moved to a zone. */
export function formatServiceDay(day: string, locale: Locale): string {
  return format(locale, 'UTC', 'serviceDay', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A service day of the next weeks with its weekday, without a year that everybody knows: `Tue, 10 Mar`. */
export function formatNearDay(day: string, locale: Locale): string {
  return format(locale, 'UTC', 'nearDay', { weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A month as people say it: `March 2026`. */
export function formatMonth(month: string, locale: Locale): string {
  return format(locale, 'UTC', 'month', { month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`));
}
