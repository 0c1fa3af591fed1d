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

export function localTime(at: Date, timeZone: string): LocalTime {
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
