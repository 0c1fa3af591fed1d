'use client';

import { useTranslations } from 'next-intl';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { LiveBoardView } from '@/lib/realtime/contract';

/** A point with its clock time in the hall's zone. */
export type TimedPoint = LiveBoardView['trend'][number] & { time: string };

const axis = { fontSize: 12, fill: 'var(--muted-foreground)' };
const plot = { margin: { top: 8, right: 28, bottom: 0, left: -18 }, accessibilityLayer: false };

/**
 * People waiting as a line over the bars of those who were started; the mean wait beside it, against goal
 * and limit. Line, bar and dashes tell them apart without colour; the table holds every value.
 */
export function TrendCharts({
  points,
  goalMinutes,
  limitMinutes,
}: {
  points: TimedPoint[];
  goalMinutes: number;
  limitMinutes: number;
}) {
  const t = useTranslations('live.trend');
  const minutes = points.map((point) => ({
    ...point,
    meanWaitMinutes: point.meanWaitSeconds === null ? null : Math.round(point.meanWaitSeconds / 6) / 10,
  }));
  const highest = Math.max(limitMinutes * 1.2, ...minutes.map((point) => point.meanWaitMinutes ?? 0));
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <figure>
        <figcaption className="flex flex-wrap gap-x-4 text-muted-foreground text-sm">
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="h-0.5 w-5 bg-primary" />
            {t('waiting')}
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="h-3 w-2 bg-border-strong/60" />
            {t('served')}
          </span>
        </figcaption>
        <div role="img" aria-label={`${t('waiting')}, ${t('served')}`}>
          <ResponsiveContainer width="100%" height={132}>
            <ComposedChart data={minutes} {...plot}>
              <CartesianGrid vertical={false} stroke="var(--border)" />
              <XAxis dataKey="time" tick={axis} interval={3} stroke="var(--border-strong)" />
              <YAxis allowDecimals={false} tick={axis} stroke="var(--border-strong)" />
              <Tooltip isAnimationActive={false} />
              <Bar
                dataKey="served"
                name={t('served')}
                fill="var(--border-strong)"
                fillOpacity={0.6}
                isAnimationActive={false}
              />
              <Line
                dataKey="waiting"
                name={t('waiting')}
                stroke="var(--primary)"
                strokeWidth={2.5}
                dot={false}
                isAnimationActive={false}
              />
            </ComposedChart>
          </ResponsiveContainer>
        </div>
      </figure>
      <figure>
        <figcaption className="text-muted-foreground text-sm">{t('meanWait')}</figcaption>
        <div role="img" aria-label={t('meanWait')}>
          <ResponsiveContainer width="100%" height={132}>
            <LineChart data={minutes} {...plot}>
              <CartesianGrid vertical={false} stroke="var(--border)" />
              <XAxis dataKey="time" tick={axis} interval={3} stroke="var(--border-strong)" />
              <YAxis tick={axis} stroke="var(--border-strong)" domain={[0, Math.ceil(highest)]} allowDecimals={false} />
              <Tooltip isAnimationActive={false} />
              <ReferenceLine
                y={goalMinutes}
                stroke="var(--border-strong)"
                strokeDasharray="4 4"
                label={{ value: t('goal'), position: 'insideBottomLeft', ...axis }}
              />
              <ReferenceLine
                y={limitMinutes}
                stroke="var(--foreground)"
                strokeWidth={2}
                strokeDasharray="8 4"
                label={{ value: t('limit'), position: 'insideBottomLeft', ...axis }}
              />
              <Line
                dataKey="meanWaitMinutes"
                name={t('meanWait')}
                stroke="var(--primary)"
                strokeWidth={2.5}
                dot={{ r: 2 }}
                connectNulls
                isAnimationActive={false}
              />
            </LineChart>
          </ResponsiveContainer>
        </div>
      </figure>
    </div>
  );
}
