'use client';

import { Check, CircleAlert, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { cn } from '@/components/ui/class-names';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';
import type { FaultStep } from '@/lib/machines/fault';
import type { FaultView } from '@/lib/machines/schema';

/** The three clocks of a fault side by side: what is left of each, what was kept, what ran out. */
export function FaultClocks({ fault }: { fault: FaultView }) {
  const repliedAt = fault.repliedAt ?? fault.onSiteAt;
  return (
    <dl className="grid grid-cols-3 gap-2">
      <Clock step="reply" since={fault.reportedAt} due={fault.replyDueAt} doneAt={repliedAt} />
      <Clock step="site" since={fault.reportedAt} due={fault.siteDueAt} doneAt={fault.onSiteAt} />
      <Clock step="repair" since={fault.reportedAt} due={fault.repairDueAt} doneAt={null} />
    </dl>
  );
}

function Clock({ step, since, due, doneAt }: { step: FaultStep; since: string; due: string; doneAt: string | null }) {
  const t = useTranslations('machines');
  const { at, serverOffsetMs } = useLiveTime();
  const left = (Date.parse(due) - Date.parse(since)) / 1000 - useElapsedSeconds(since, at, serverOffsetMs);
  const late = doneAt === null ? left <= 0 : doneAt >= due;
  const Icon = late ? CircleAlert : doneAt ? Check : Hourglass;
  return (
    <div
      className={cn(
        'min-w-0 rounded-lg border px-2 py-1.5',
        late ? 'border-danger bg-danger-soft text-danger-soft-foreground' : 'border-border bg-surface-sunken',
      )}
    >
      <dt className="truncate text-sm">{t(`steps.${step}`)}</dt>
      <dd className="flex flex-wrap items-center gap-x-1.5 font-semibold tabular-nums">
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        {doneAt ? (
          t(late ? 'doneLate' : 'doneInTime')
        ) : (
          <>
            <span className="sr-only">{t(late ? 'overdueBy' : 'timeLeft')}</span>
            <time role="timer" dateTime={isoDuration(Math.abs(left))}>
              {late ? '+' : ''}
              {formatDuration(Math.abs(left))}
            </time>
          </>
        )}
      </dd>
    </div>
  );
}
