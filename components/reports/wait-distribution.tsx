import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import type { WaitReport } from '@/lib/reports/schema';

/** Five and ten minutes are what waits are measured by: lines across the bars. */
const marks: readonly (number | null)[] = [300, 600];

/** How long the served customers waited: a bar for each step, and its number beside it. */
export async function WaitDistribution({ report }: { report: WaitReport }) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const all = report.distribution.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...report.distribution.map(({ count }) => count));
  const longest = report.distribution.findLast(({ withinSeconds }) => withinSeconds !== null)?.withinSeconds ?? 0;
  return (
    <Card title={t('distribution')}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('distribution')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('waited')}</th>
            <th scope="col">{t('customers')}</th>
          </tr>
        </thead>
        <tbody>
          {report.distribution.map(({ withinSeconds, count }) => (
            <tr
              key={withinSeconds}
              className={cn(marks.includes(withinSeconds) && 'border-foreground border-b-2', 'text-sm tabular-nums')}
            >
              <th scope="row" className="w-32 whitespace-nowrap py-0.5 text-start font-normal">
                {withinSeconds === null
                  ? t('longer', { minutes: longest / 60 })
                  : t('within', { minutes: withinSeconds / 60 })}
              </th>
              <td className="py-0.5">
                <div className="flex items-center gap-2">
                  <div
                    aria-hidden="true"
                    className={cn(
                      'h-4 min-w-px rounded-sm',
                      withinSeconds !== null && withinSeconds <= 300
                        ? 'bg-primary/55'
                        : withinSeconds !== null && withinSeconds <= 600
                          ? 'bg-primary'
                          : 'hatch bg-danger',
                    )}
                    style={{ width: `${(count / most) * 70}%` }}
                  />
                  <span>
                    {count}
                    {all > 0 ? ` · ${format.number(count / all, { style: 'percent', maximumFractionDigits: 0 })}` : ''}
                  </span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
