import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import type { Figures } from '@/lib/reports/schema';

const PARTS = [
  { key: 'chartWithin', mark: 'bg-primary' },
  { key: 'chartLater', mark: 'hatch bg-danger' },
  { key: 'chartLeft', mark: 'border-2 border-foreground border-dashed bg-surface' },
] as const;

/**
 * Customers by the hour in which their wait began: a bar of who was served in time, later, or not at all. The parts differ
 * in filling as well as colour, and each has its number in the table that the bars are drawn in.
 */
export async function HourChart({ hours }: { hours: readonly (Figures & { hour: number })[] }) {
  const t = await getTranslations('reports');
  const rows = hours.map((row) => {
    const { within, counted } = row.level.servedOnly;
    return { hour: row.hour, counts: [within, counted - within, row.abandoned + row.noShow] };
  });
  const most = Math.max(1, ...rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  return (
    <Card title={t('hourChart')} className="break-inside-avoid">
      <p aria-hidden="true" className="mb-2 flex flex-wrap gap-x-4 text-sm">
        {PARTS.map(({ key, mark }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <span className={cn('inline-block h-3 w-5 rounded-sm', mark)} />
            {t(key)}
          </span>
        ))}
      </p>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{t('hourChart')}</caption>
        <thead className="text-muted-foreground">
          <tr>
            <th scope="col" className="text-start font-semibold">
              {t('hour')}
            </th>
            <td aria-hidden="true" className="w-1/2" />
            {PARTS.map(({ key }) => (
              <th key={key} scope="col" className="ps-2 text-end align-bottom font-semibold text-xs">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, counts }) => (
            <tr key={hour}>
              <th scope="row" className="whitespace-nowrap pe-2 text-start font-normal">
                {t('hourOf', { from: hour, to: hour + 1 })}
              </th>
              <td aria-hidden="true">
                <div className="flex h-4">
                  {counts.map((count, part) =>
                    count > 0 ? (
                      <div
                        key={PARTS[part]?.key}
                        className={cn('h-4 rounded-sm', PARTS[part]?.mark)}
                        style={{ width: `${(count / most) * 100}%` }}
                      />
                    ) : null,
                  )}
                </div>
              </td>
              {counts.map((count, part) => (
                <td key={PARTS[part]?.key} className="text-end">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-muted-foreground text-sm">{t('hourChartHint')}</p>
    </Card>
  );
}
