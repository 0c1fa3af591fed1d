'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatHallTime } from '@/lib/i18n/hall-time';

/** When the clerk of a paused counter said to be back, and that this time is over. */
export function BackAt({
  endsAt,
  timeZone,
  at,
  serverOffsetMs,
}: {
  endsAt: string;
  timeZone: string;
  at: string;
  serverOffsetMs: number;
}) {
  const t = useTranslations('pausePlan');
  const locale = useLocale();
  const late = useElapsedSeconds(endsAt, at, serverOffsetMs) > 0;
  return <>{t(late ? 'late' : 'backAt', { time: formatHallTime(endsAt, locale, timeZone) })}</>;
}
