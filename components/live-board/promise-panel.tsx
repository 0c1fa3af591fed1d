'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { LiveBoardView } from '@/lib/realtime/contract';

/** How true today's estimates were: what customers were told beside what happened. */
export function PromisePanel({ promises }: { promises: LiveBoardView['promises'] }) {
  const t = useTranslations('live.promises');
  const format = useFormatter();
  const { counted, kept, medianErrorSeconds, biasSeconds } = promises;
  const bias = biasSeconds ?? 0;
  const direction = Math.abs(bias) < 15 ? 'exact' : bias > 0 ? 'longer' : 'shorter';
  return (
    <Card title={t('title')}>
      {kept === null || medianErrorSeconds === null ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-4">
            <div>
              <dt className="font-semibold text-sm leading-snug">{t('kept')}</dt>
              <dd>
                <p className="font-bold text-2xl tabular-nums leading-tight">
                  {format.number(kept, { style: 'percent', maximumFractionDigits: 0 })}
                </p>
                <p className="text-muted-foreground text-xs leading-snug">{t('keptHint')}</p>
              </dd>
            </div>
            <div>
              <dt className="font-semibold text-sm leading-snug">{t('error')}</dt>
              <dd>
                <p className="font-bold text-2xl tabular-nums leading-tight">{formatDuration(medianErrorSeconds)}</p>
                <p className="text-muted-foreground text-xs leading-snug">{t('errorHint')}</p>
              </dd>
            </div>
          </dl>
          <p className="mt-1 text-muted-foreground text-sm">
            {t('bias')}: {t(direction, { time: formatDuration(Math.abs(bias)) })} · {t('counted', { count: counted })}
          </p>
        </>
      )}
    </Card>
  );
}
