'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import type { LiveBoardView } from '@/lib/realtime/contract';

/** The standard of the touchpoint "queue": nine of ten customers are served within the limit. */
const standard = 0.9;

/** Today's service level, honest beside the usual figure, each named. */
export function ServiceLevelPanel({ level }: { level: LiveBoardView['serviceLevel'] }) {
  const t = useTranslations('live.level');
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Card title={t('title')}>
      <p className="-mt-2 mb-1 text-muted-foreground text-sm">
        {t('threshold', { minutes: Math.round(level.limitSeconds / 60), standard: percent(standard) })}
      </p>
      <dl className="grid grid-cols-2 gap-4">
        {(['honest', 'servedOnly'] as const).map((kind) => {
          const { share, within, counted } = level[kind];
          return (
            <div key={kind}>
              <dt className="font-semibold text-sm leading-snug">{t(kind)}</dt>
              <dd>
                <p className="flex flex-wrap items-baseline gap-x-2 leading-tight">
                  <span
                    className={cn('text-4xl tabular-nums', kind === 'honest' ? 'font-bold' : 'text-muted-foreground')}
                  >
                    {share === null ? '–' : percent(share)}
                  </span>
                  <span className="text-muted-foreground text-sm tabular-nums">
                    {share === null ? t('none') : t('counted', { within, counted })}
                  </span>
                </p>
                <div aria-hidden="true" className="relative my-1 h-2.5 rounded-sm bg-surface-sunken">
                  <div className="h-full rounded-sm bg-primary" style={{ width: `${(share ?? 0) * 100}%` }} />
                  <span
                    className="-inset-y-0.5 absolute w-0.5 bg-foreground"
                    style={{ insetInlineStart: `${standard * 100}%` }}
                  />
                </div>
                <p className="text-muted-foreground text-xs leading-snug">{t(`${kind}Hint`)}</p>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-1 text-muted-foreground text-sm">{t('leftBefore', { count: level.leftBefore })}</p>
    </Card>
  );
}
