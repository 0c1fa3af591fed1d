'use client';

import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';
import { cn } from './class-names';
import { useElapsedSeconds } from './use-elapsed-seconds';

/**
 * Time since something began, ticking: `4:07`. It is not announced while it runs; screen readers
 * read it when they come to it.
 */
export function Timer({
  since,
  at,
  serverOffsetMs,
  className,
}: {
  /** Start, ISO 8601. */
  since: string;
  /** Server time of the snapshot that is shown, ISO 8601. */
  at: string;
  /** Server time minus device time, from `useLiveView`. */
  serverOffsetMs?: number;
  className?: string;
}) {
  const seconds = useElapsedSeconds(since, at, serverOffsetMs);
  return (
    <time dateTime={isoDuration(seconds)} className={cn('tabular-nums', className)}>
      {formatDuration(seconds)}
    </time>
  );
}
