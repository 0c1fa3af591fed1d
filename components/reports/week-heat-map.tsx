import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { WaitReport } from '@/lib/reports/schema';

/** A Monday: what the names of weekdays are made from. */
const monday = Date.UTC(2024, 0, 1);

/** Mean wait by weekday and hour. The figure is in each cell: the shade only helps to find the dark hours. */
export async function WeekHeatMap({ report }: { report: WaitReport }) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const hours = [...new Set(report.week.map(({ hour }) => hour))].sort((a, b) => a - b);
  const weekdays = [...new Set(report.week.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const longest = Math.max(1, ...report.week.map(({ meanWaitSeconds }) => meanWaitSeconds ?? 0));
  const name = (weekday: number) =>
    format.dateTime(new Date(monday + weekday * 86_400_000), { weekday: 'short', timeZone: 'UTC' });
  return (
    <Card title={t('week')}>
      <div className="overflow-x-auto">
        <table className="w-full border-separate border-spacing-0.5 text-sm tabular-nums">
          <caption className="sr-only">{t('week')}</caption>
          <thead>
            <tr>
              <th scope="col" className="text-start font-semibold">
                {t('hour')}
              </th>
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col" className="font-semibold">
                  {name(weekday)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <tr key={hour}>
                <th scope="row" className="whitespace-nowrap text-start font-normal">
                  {t('hourOf', { from: hour, to: hour + 1 })}
                </th>
                {weekdays.map((weekday) => {
                  const cell = report.week.find((one) => one.hour === hour && one.weekday === weekday);
                  const wait = cell?.meanWaitSeconds ?? null;
                  return (
                    <td key={weekday} className="p-0">
                      <div
                        className="rounded-sm px-2 py-1 text-center"
                        style={
                          wait === null
                            ? undefined
                            : {
                                background: `color-mix(in oklab, var(--color-primary) ${Math.round((wait / longest) * 35)}%, transparent)`,
                              }
                        }
                      >
                        {wait === null ? '–' : formatDuration(wait)}
                      </div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-muted-foreground text-sm">{t('weekHint')}</p>
    </Card>
  );
}
