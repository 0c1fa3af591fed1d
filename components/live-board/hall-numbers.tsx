'use client';

import { useTranslations } from 'next-intl';
import { StatTile } from '@/components/ui/stat-tile';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { LiveBoardView } from '@/lib/realtime/contract';

/** Nothing to measure yet. */
const none = '–';

/** The hall in ten numbers. Red only where a wait is over the limit. */
export function HallNumbers({ view, at, serverOffsetMs }: { view: LiveBoardView; at: string; serverOffsetMs: number }) {
  const t = useTranslations('live.numbers');
  const { numbers, hall } = view;
  const longest = useElapsedSeconds(numbers.longestWaitingSince ?? at, at, serverOffsetMs);
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  return (
    <section aria-label={t('title')} className="grid grid-cols-2 gap-2 sm:grid-cols-5 xl:grid-cols-10">
      <StatTile label={t('waiting')} value={numbers.waiting} />
      <StatTile
        label={t('longest')}
        value={duration(numbers.longestWaitingSince ? longest : null)}
        tone={numbers.longestWaitingSince && longest >= hall.limitSeconds ? 'danger' : 'neutral'}
        detail={t('limit', { time: formatDuration(hall.limitSeconds) })}
      />
      <StatTile label={t('overLimit')} value={numbers.overLimit} tone={numbers.overLimit > 0 ? 'danger' : 'neutral'} />
      <StatTile label={t('likely')} value={numbers.likely} tone={numbers.likely > 0 ? 'warning' : 'neutral'} />
      <StatTile label={t('serving')} value={numbers.serving} />
      <StatTile
        label={t('counters')}
        value={numbers.countersOpen}
        detail={t('paused', { count: numbers.countersPaused })}
      />
      <StatTile label={t('issued')} value={numbers.issuedToday} />
      <StatTile label={t('served')} value={numbers.servedToday} />
      <StatTile label={t('left')} value={numbers.leftToday} detail={t('noShow', { count: numbers.noShowToday })} />
      <StatTile
        label={t('meanWait')}
        value={duration(numbers.meanWaitSeconds)}
        detail={t('meanHandling', { time: duration(numbers.meanHandlingSeconds) })}
      />
    </section>
  );
}
