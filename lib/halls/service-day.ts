const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, found);
  }
  return found;
}

/** The wall clock of a hall at an instant: its service day (YYYY-MM-DD), weekday (0 = Monday), second of the day. */
export interface LocalTime {
  day: string;
  weekday: number;
  secondOfDay: number;
}

/** The minute that was asked for last, by time zone: every command asks for the day of the present minute. */
const lastMinutes = new Map<string, { minute: number; shown: LocalTime }>();
const MINUTE = 60_000;

export function localTime(at: Date, timeZone: string): LocalTime {
  // Wall clocks differ from universal time by whole minutes, so all of a minute is of one day.
  const minute = Math.floor(at.getTime() / MINUTE);
  let last = lastMinutes.get(timeZone);
  if (last?.minute !== minute) {
    last = { minute, shown: formatted(new Date(minute * MINUTE), timeZone) };
    lastMinutes.set(timeZone, last);
  }
  const { day, weekday, secondOfDay } = last.shown;
  return { day, weekday, secondOfDay: secondOfDay + Math.floor((at.getTime() - minute * MINUTE) / 1000) };
}

function formatted(at: Date, timeZone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of format(timeZone).formatToParts(at)) part[type] = value;
  const day = `${part.year}-${part.month}-${part.day}`;
  return {
    day,
    weekday: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7,
    secondOfDay: Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second),
  };
}

/** A service day belongs to the hall's time zone. */
export function serviceDay(at: Date, timeZone: string): string {
  return localTime(at, timeZone).day;
}

/**
 * The instant at which a hall's wall clock shows `day` and `secondOfDay`. Where the clock jumps over it (start of
 * summer time) the instant that far after the jump; where it happens twice, the first.
 */
export function instantOf(day: string, secondOfDay: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + secondOfDay * 1000;
  const shown = (at: number) => {
    const local = localTime(new Date(at), timeZone);
    return Date.parse(`${local.day}T00:00:00Z`) + local.secondOfDay * 1000;
  };
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => shown(at) - at);
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  return new Date(candidates.find((at) => shown(at) === wanted) ?? (candidates[1] as number));
}

/** The day after (or `days` after) a service day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
