import { useLocale } from 'next-intl';

// A Monday; the days of a week follow it.
const MONDAY = Date.UTC(2024, 0, 1);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, day) => day);

/** A number for each hour of each weekday; hours are lines, days columns. */
export function WeekGrid({ name, values }: { name: string; values: unknown }) {
  const locale = useLocale();
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const cells = values as (string | undefined)[][] | undefined;
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return (
    <div className="max-w-full overflow-x-auto">
      <table className="border-separate border-spacing-1 text-sm">
        <thead>
          <tr>
            <td />
            {DAYS.map((day) => (
              <th key={day} scope="col" className="font-medium">
                {short.format(MONDAY + day * 86_400_000)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {HOURS.map((hour) => (
            <tr key={hour}>
              <th scope="row" className="pe-2 text-end font-medium tabular-nums">
                {clock(hour)}
              </th>
              {DAYS.map((day) => (
                <td key={day}>
                  <input
                    name={`${name}[${day}][${hour}]`}
                    defaultValue={cells?.[day]?.[hour] ?? ''}
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={`${long.format(MONDAY + day * 86_400_000)} ${clock(hour)}`}
                    className="h-9 w-14 rounded-md border border-border-strong bg-surface px-2 text-center tabular-nums"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
