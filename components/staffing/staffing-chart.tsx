import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { StaffingStepView } from '@/lib/staffing/schema';

const height = 140;
const stepWidth = 36;
const left = 28;
const top = 8;

/**
 * Customers as bars, counters as lines: needed full, intended dashed, so that no colour is needed to tell them. The
 * table below has every figure, so the picture says nothing to screen readers.
 */
export function StaffingChart({ steps }: { steps: readonly StaffingStepView[] }) {
  const t = useTranslations('staffing');
  const mostArrivals = Math.max(1, ...steps.map(({ arrivals }) => arrivals));
  const mostCounters = Math.max(
    1,
    ...steps.flatMap(({ needed, intended }) => [needed.counters, intended?.counters ?? 0]),
  );
  const width = left * 2 + steps.length * stepWidth;
  const x = (i: number) => left + i * stepWidth;
  const y = (counters: number) => top + height - (counters / mostCounters) * height;
  const line = (counters: (step: StaffingStepView) => number) =>
    steps.map((step, i) => `${i === 0 ? 'M' : 'L'}${x(i)},${y(counters(step))}H${x(i + 1)}`).join('');
  const planned = steps.some(({ intended }) => intended !== null);
  return (
    <Card title={t('chart')}>
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block h-3 w-4 rounded-sm bg-primary/25" />
          {t('chartArrivals')} ({t('perHalfHour')})
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block w-6 border-foreground border-t-3" />
          {t('chartNeeded')}
        </li>
        {planned ? (
          <li className="flex items-center gap-2">
            <span aria-hidden="true" className="inline-block w-6 border-primary border-t-3 border-dashed" />
            {t('chartIntended')}
          </li>
        ) : null}
      </ul>
      <div aria-hidden="true">
        <svg
          viewBox={`0 0 ${width} ${height + 34}`}
          className="h-auto w-full"
          style={{ maxWidth: `${width * 1.6}px` }}
          role="presentation"
        >
          {steps.map(({ halfHour, from, arrivals }, i) => {
            const tall = (arrivals / mostArrivals) * height;
            return (
              <g key={halfHour}>
                <rect
                  x={x(i) + 4}
                  y={top + height - tall}
                  width={stepWidth - 8}
                  height={tall}
                  rx={3}
                  className="fill-primary/25"
                />
                {i % 2 === 0 ? (
                  <text x={x(i)} y={height + 26} textAnchor="middle" className="fill-muted-foreground text-[11px]">
                    {from}
                  </text>
                ) : null}
              </g>
            );
          })}
          <line x1={left} x2={width - left} y1={top + height} y2={top + height} className="stroke-border-strong" />
          {[0, mostCounters].map((counters) => (
            <text
              key={counters}
              x={left - 6}
              y={y(counters) + 4}
              textAnchor="end"
              className="fill-muted-foreground text-[11px]"
            >
              {counters}
            </text>
          ))}
          <path d={line(({ needed }) => needed.counters)} fill="none" strokeWidth={2.5} className="stroke-foreground" />
          {planned ? (
            <path
              d={line(({ intended }) => intended?.counters ?? 0)}
              fill="none"
              strokeWidth={2.5}
              strokeDasharray="6 4"
              className="stroke-primary"
            />
          ) : null}
        </svg>
      </div>
    </Card>
  );
}
