'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StateChip } from '@/components/ui/state-chip';
import { formatHallDateTime, formatServiceDay } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { MaterialView } from '@/lib/promotions/schema';
import { CONDITION_LOOKS, STATE_LOOKS } from './material-state';

/** One piece of material: what it is, where, how it is, until when; and what can be done about it. */
export function MaterialRow({
  material,
  timeZone,
  pending,
  onTakeDown,
  onPutUp,
  onCheck,
  onChange,
}: {
  material: MaterialView;
  timeZone: string;
  pending: boolean;
  onTakeDown?: () => void;
  onPutUp?: () => void;
  onCheck?: () => void;
  onChange?: () => void;
}) {
  const t = useTranslations('material');
  const common = useTranslations('common');
  const locale = useLocale();
  const { state, condition, daysLeft } = material;
  const title = localName(material.titles, locale);
  const when = (at: string) => formatHallDateTime(at, locale, timeZone);
  const validity = [
    state === 'planned' ? t('from', { day: formatServiceDay(material.validFrom, locale) }) : null,
    material.validUntil ? t('until', { day: formatServiceDay(material.validUntil, locale) }) : t('noEnd'),
    state === 'expiring' && daysLeft !== null ? t('daysLeft', { days: daysLeft }) : null,
    state === 'expired' && daysLeft !== null ? t('daysOver', { days: -daysLeft }) : null,
  ].filter((part) => part !== null);
  const history = material.removedAt
    ? t('removedAt', { who: material.removedBy ?? t('somebody'), when: when(material.removedAt) })
    : material.checkedAt
      ? t('checked', { who: material.checkedBy ?? t('somebody'), when: when(material.checkedAt) })
      : t('neverChecked');
  const place = [material.zone ? localName(material.zone.names, locale) : null, material.place || null].filter(Boolean);
  return (
    <li className="grid items-center gap-x-4 gap-y-2 rounded-xl border border-border bg-surface px-4 py-3 shadow-card md:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
      <StateChip {...STATE_LOOKS[state]} className="justify-self-start">
        {t(`state.${state}`)}
      </StateChip>
      <div className="min-w-0">
        <h2 className="font-semibold text-lg leading-snug">
          {title} <span className="font-normal text-base text-muted-foreground">{t(`kind.${material.kind}`)}</span>
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{[...place, t('pieces', { count: material.quantity })].join(' · ')}</span>
          {condition === 'good' ? null : (
            <StateChip size="sm" {...CONDITION_LOOKS[condition]}>
              {t(`condition.${condition}`)}
            </StateChip>
          )}
        </p>
        <p className="text-muted-foreground text-sm">
          {validity.join(' · ')} · {history}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 md:justify-end">
        {onChange ? (
          <Button variant="ghost" onClick={onChange} aria-label={t('changeOf', { title })}>
            {common('edit')}
          </Button>
        ) : null}
        {onCheck ? (
          <Button variant="secondary" onClick={onCheck} aria-label={t('checkOf', { title })}>
            {t('check')}
          </Button>
        ) : null}
        {onTakeDown ? (
          <Button
            variant={state === 'expired' ? 'primary' : 'secondary'}
            pending={pending}
            onClick={onTakeDown}
            aria-label={t('takeDownOf', { title })}
          >
            {t('takeDown')}
          </Button>
        ) : null}
        {onPutUp ? (
          <Button variant="secondary" pending={pending} onClick={onPutUp} aria-label={t('putUpOf', { title })}>
            {t('putUp')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
