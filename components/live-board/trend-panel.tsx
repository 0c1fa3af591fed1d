'use client';

import { TableProperties } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatHallTime } from '@/lib/i18n/hall-time';
import type { LiveBoardView } from '@/lib/realtime/contract';

// The chart library weighs more than the rest of the board: it comes when the board can be read already.
const TrendCharts = dynamic(() => import('./trend-charts').then((module) => module.TrendCharts), {
  ssr: false,
  loading: () => <Skeleton className="h-40 w-full" />,
});

/** The last two hours as two plots; the same as a table for those who read rather than look. */
export function TrendPanel({ view, className }: { view: LiveBoardView; className?: string }) {
  const t = useTranslations('live.trend');
  const locale = useLocale();
  const [asTable, setAsTable] = useState(false);
  const [painted, setPainted] = useState(false);
  useEffect(() => afterLoad(() => setPainted(true)), []);
  const points = view.trend.map((point) => ({ ...point, time: formatHallTime(point.at, locale, view.hall.timeZone) }));
  return (
    <Card
      title={t('title')}
      className={className}
      actions={
        <Button variant="secondary" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <TableProperties aria-hidden="true" className="size-4" />
          {t('table')}
        </Button>
      }
    >
      {asTable ? (
        <Table caption={t('title')} captionHidden>
          <TableHead>
            <tr>
              <Th>{t('time')}</Th>
              <Th numeric>{t('waiting')}</Th>
              <Th numeric>{t('served')}</Th>
              <Th numeric>{t('meanWait')}</Th>
            </tr>
          </TableHead>
          <TableBody>
            {points.toReversed().map((point) => (
              <tr key={point.at}>
                <Td>{point.time}</Td>
                <Td numeric>{point.waiting}</Td>
                <Td numeric>{point.served}</Td>
                <Td numeric>{point.meanWaitSeconds === null ? '–' : formatDuration(point.meanWaitSeconds)}</Td>
              </tr>
            ))}
          </TableBody>
        </Table>
      ) : painted ? (
        <TrendCharts
          points={points}
          goalMinutes={view.hall.goalSeconds / 60}
          limitMinutes={view.hall.limitSeconds / 60}
        />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Card>
  );
}

/** Runs `begin` when the page has loaded and a frame has been drawn. Returns how to call it off. */
function afterLoad(begin: () => void): () => void {
  let frame = 0;
  const draw = () => {
    frame = requestAnimationFrame(begin);
  };
  if (document.readyState === 'complete') draw();
  else window.addEventListener('load', draw, { once: true });
  return () => {
    window.removeEventListener('load', draw);
    cancelAnimationFrame(frame);
  };
}
