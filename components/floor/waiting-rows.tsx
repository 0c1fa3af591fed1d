'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CareActionButtons } from '@/components/care/care-action-buttons';
import { useWhereabouts } from '@/components/care/care-card';
import { cn } from '@/components/ui/class-names';
import { WaitClock } from '@/components/waiting/wait-clock';
import type { CareAction } from '@/lib/care/care-visit';
import type { QueueRow } from '@/lib/realtime/contract';

/** People in line, one line each; a tap opens what can be done for them. */
export function WaitingRows({
  label,
  rows,
  serviceName,
  onGive,
}: {
  label: string;
  rows: readonly QueueRow[];
  serviceName: (code: string) => string;
  onGive: (row: QueueRow, action: CareAction) => void;
}) {
  const t = useTranslations('floor');
  const whereabouts = useWhereabouts();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <ul aria-label={label} className="divide-y divide-border overflow-clip rounded-xl border border-border bg-surface">
      {rows.map((row) => {
        const open = row.id === openId;
        const early = row.earlyFlaggedAt !== null && row.flaggedAt === null;
        return (
          <li key={row.id} className={cn(early && 'border-s-4 border-s-warning')}>
            <button
              type="button"
              aria-expanded={open}
              onClick={() => setOpenId(open ? null : row.id)}
              className="grid min-h-16 w-full grid-cols-[4.5rem_minmax(0,1fr)_auto_auto] items-center gap-x-2 px-3 py-1.5 text-start focus-visible:-outline-offset-4"
            >
              <span className="font-bold text-xl tabular-nums">{row.number}</span>
              <span className="min-w-0">
                <span className="block truncate font-medium leading-tight">{serviceName(row.serviceCode)}</span>
                <span className="block text-muted-foreground break-keep text-sm leading-tight">{whereabouts(row)}</span>
              </span>
              {row.waitingSince ? (
                <WaitClock
                  since={row.waitingSince}
                  excusedSeconds={row.excusedSeconds}
                  limitSeconds={row.limitSeconds}
                  early={early}
                  className="text-lg"
                />
              ) : null}
              <ChevronDown
                aria-hidden="true"
                className={cn('size-5 text-muted-foreground transition-transform', open && 'rotate-180')}
              />
              <span className="sr-only">{t('greetNow')}</span>
            </button>
            {open ? (
              <div className="px-3 pb-3">
                <CareActionButtons
                  large
                  number={row.number}
                  onGive={(action) => {
                    onGive(row, action);
                    setOpenId(null);
                  }}
                />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
