'use client';

import { CheckCheck, ClipboardCheck, Clock, TimerOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StateChip } from '@/components/ui/state-chip';
import { formatHallChange, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { RoundsView } from '@/lib/rounds/schema';

/** One checklist: what it is, whether it is due, who signed it last, and the way into it. */
export function RoundCard({
  round,
  at,
  timeZone,
  maySign,
  onStart,
}: {
  round: RoundsView['rounds'][number];
  at: string;
  timeZone: string;
  maySign: boolean;
  onStart: () => void;
}) {
  const t = useTranslations('rounds');
  const locale = useLocale();
  const time = (when: string) => formatHallTime(when, locale, timeZone);
  const { template, wanted, next, signed } = round;
  const name = localName(template.names, locale);
  return (
    <Card title={name} level={3} className={wanted ? 'border-2 border-primary' : undefined}>
      <div className="space-y-2">
        <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
          {wanted?.state === 'due' ? (
            <StateChip tone="warning" solid icon={<Clock aria-hidden="true" />}>
              {t('dueBy', { time: time(wanted.signBy) })}
            </StateChip>
          ) : null}
          {wanted?.state === 'missed' ? (
            <StateChip tone="danger" solid icon={<TimerOff aria-hidden="true" />}>
              {t('missedSince', { time: time(wanted.signBy) })}
            </StateChip>
          ) : null}
          {signed && !wanted ? (
            <StateChip tone={signed.failed > 0 ? 'warning' : 'success'} icon={<CheckCheck aria-hidden="true" />}>
              {t('signedAt', { time: time(signed.at), name: signed.name ?? '' })}
            </StateChip>
          ) : null}
        </div>
        <p className="text-muted-foreground text-sm">
          {t('items', { count: template.items.length })}
          {signed && signed.failed > 0 ? ` · ${t('failed', { count: signed.failed })}` : ''}
          {next ? ` · ${t('next', { time: formatHallChange(next.dueAt, new Date(at), locale, timeZone) })}` : ''}
        </p>
        {maySign ? (
          <Button
            block
            size={wanted ? 'lg' : 'md'}
            variant={wanted ? 'primary' : 'secondary'}
            aria-label={t('startOf', { name })}
            onClick={onStart}
          >
            <ClipboardCheck aria-hidden="true" className="size-5 shrink-0" />
            {t('start')}
          </Button>
        ) : (
          <p className="text-sm">{t('leadSigns')}</p>
        )}
      </div>
    </Card>
  );
}
