'use client';

import { AlarmClock, CircleAlert, Clock4 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { StateChip } from '@/components/ui/state-chip';
import type { ComplaintView } from '@/lib/complaints/schema';

const everyMs = 15_000;

/** The device's clock in steps that are worth a render; `offsetMs` = server minus device. */
function useNow(offsetMs: number): number {
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  useEffect(() => {
    setNow(Date.now() + offsetMs);
    const timer = setInterval(() => setNow(Date.now() + offsetMs), everyMs);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return now;
}

/** How long until the promise: days and hours first, minutes when it is near, late after it. */
export function TimeLeft({ complaint, offsetMs }: { complaint: ComplaintView; offsetMs: number }) {
  const t = useTranslations('complaints');
  const now = useNow(offsetMs);
  const seconds = Math.round((Date.parse(complaint.promisedAt) - now) / 1000);
  const all = Math.floor(Math.abs(seconds) / 60);
  const [days, hours, minutes] = [Math.floor(all / 1440), Math.floor(all / 60) % 24, all % 60];
  const time =
    days > 0 ? t('days', { days, hours }) : hours > 0 ? t('hours', { hours, minutes }) : t('minutes', { minutes });
  const late = seconds < 0;
  const near = complaint.ladder !== 'none';
  return (
    <StateChip
      tone={late ? 'danger' : near ? 'warning' : 'neutral'}
      icon={
        late ? (
          <CircleAlert aria-hidden="true" />
        ) : near ? (
          <AlarmClock aria-hidden="true" />
        ) : (
          <Clock4 aria-hidden="true" />
        )
      }
      className="tabular-nums"
    >
      <span suppressHydrationWarning>{late ? t('late', { time }) : t('left', { time })}</span>
    </StateChip>
  );
}
