import type { HallConfig, OpenSpan } from './hall-config';
import { addDays, instantOf, localTime } from './service-day';

type Hours = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>;

/** What the hours alone say: open or closed now, today's spans, and the next change. */
export interface Opening {
  open: boolean;
  /** When the opening that lasts now began; null while closed, and in a hall that has been open longer than a day. */
  since: Date | null;
  today: OpenSpan[];
  /** The next opening or closing; null when none comes within two weeks. */
  nextChange: { at: Date; opens: boolean } | null;
}

export function seconds(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60;
}

export function hoursOn(hours: Omit<Hours, 'timeZone'>, day: string): OpenSpan[] {
  const exception = hours.exceptions.find((e) => e.date === day);
  if (exception) return exception.hours;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return hours.weeklyHours[weekday] ?? [];
}

export function opening(hours: Hours, now: Date): Opening {
  const known = remembered.get(hours);
  if (known && known.from <= now.getTime() && now.getTime() < known.to) return known.opening;
  const found = findOpening(hours, now);
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  remembered.set(hours, {
    from: now.getTime(),
    to: Math.min(minute + 60_000, found.nextChange?.at.getTime() ?? Number.POSITIVE_INFINITY),
    opening: found,
  });
  return found;
}

// Every view of every push asks; the answer stays the same until the next change, and is worked out anew each minute.
const remembered = new WeakMap<Hours, { from: number; to: number; opening: Opening }>();

function findOpening(hours: Hours, now: Date): Opening {
  const { day } = localTime(now, hours.timeZone);
  const spans: { from: number; to: number }[] = [];
  for (let i = -1; i <= 14; i++) {
    const date = addDays(day, i);
    for (const span of hoursOn(hours, date)) {
      const from = instantOf(date, seconds(span.opens), hours.timeZone).getTime();
      const to = instantOf(date, seconds(span.closes), hours.timeZone).getTime();
      const last = spans.at(-1);
      // "… – 24:00" followed by "00:00 – …" is one opening, not a change at midnight.
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else spans.push({ from, to });
    }
  }
  const at = now.getTime();
  const current = spans.find((s) => s.from <= at && at < s.to);
  const next = spans.find((s) => s.from > at);
  const nextAt = current ? current.to : next?.from;
  const horizon = at + 14 * 86_400_000;
  const lookback = instantOf(addDays(day, -1), 0, hours.timeZone).getTime();
  return {
    open: current !== undefined,
    since: current && current.from > lookback ? new Date(current.from) : null,
    today: hoursOn(hours, day),
    nextChange: nextAt !== undefined && nextAt < horizon ? { at: new Date(nextAt), opens: !current } : null,
  };
}
