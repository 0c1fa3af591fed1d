'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';

/** How long this customer has been served, against the service's target. Past it the colour turns, quietly: no alarm. */
export function HandlingClock({
  since,
  at,
  serverOffsetMs,
  targetSeconds,
}: {
  since: string;
  at: string;
  serverOffsetMs: number;
  targetSeconds: number;
}) {
  const t = useTranslations('counter.clock');
  const seconds = useElapsedSeconds(since, at, serverOffsetMs);
  const past = seconds >= targetSeconds;
  const share = Math.min(1, targetSeconds > 0 ? seconds / targetSeconds : 1);
  return (
    <div
      className={cn(
        'min-w-52 rounded-lg px-4 py-2 transition-colors duration-1000',
        past ? 'bg-foreground text-background' : 'bg-primary-soft text-primary-soft-foreground',
      )}
    >
      <p className="flex items-center gap-1.5 text-sm [&_svg]:size-4">
        <Hourglass aria-hidden="true" />
        {past ? t('past') : t('title')}
      </p>
      <p className="flex items-baseline gap-2">
        <time dateTime={isoDuration(seconds)} className="font-semibold text-4xl tabular-nums leading-tight">
          {formatDuration(seconds)}
        </time>
        <span className="text-sm">{t('target', { time: formatDuration(targetSeconds) })}</span>
      </p>
      <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-current/20">
        <div className="h-full bg-current" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
