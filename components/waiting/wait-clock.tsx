'use client';

import { AlarmClock, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { cn } from '@/components/ui/class-names';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';

/**
 * How long somebody has waited, ticking; over the limit it is red and says so by its sign. Needs the namespace `wait`
 * and `LiveTime` around it.
 */
export function WaitClock({
  since,
  excusedSeconds,
  limitSeconds,
  early = false,
  className,
}: {
  since: string;
  /** Seconds that do not count as wait. */
  excusedSeconds: number;
  limitSeconds: number;
  /** The estimate says that it will pass the limit. */
  early?: boolean;
  className?: string;
}) {
  const t = useTranslations('wait');
  const { at, serverOffsetMs } = useLiveTime();
  const seconds = Math.max(0, useElapsedSeconds(since, at, serverOffsetMs) - excusedSeconds);
  const over = seconds >= limitSeconds;
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 whitespace-nowrap font-semibold tabular-nums [&_svg]:size-[0.9em] [&_svg]:shrink-0',
        over && 'text-danger',
        className,
      )}
    >
      {over ? <TriangleAlert aria-label={t('overLimit')} role="img" /> : null}
      {early && !over ? <AlarmClock aria-label={t('early')} role="img" /> : null}
      <time dateTime={isoDuration(seconds)}>{formatDuration(seconds)}</time>
    </span>
  );
}
