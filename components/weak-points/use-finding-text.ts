'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { WeakPointView } from '@/lib/weak-points/schema';

type Finding = NonNullable<WeakPointView['finding']>;

/**
 * What a weak point is, in words: as it was described, or what the scorecard measured. Needs the namespaces `standards`
 * and `weakPoints`.
 */
export function useFindingText(): (point: Pick<WeakPointView, 'touchpoint' | 'description' | 'finding'>) => string {
  const t = useTranslations('weakPoints');
  const standards = useTranslations('standards');
  const common = useTranslations('common');
  const locale = useLocale();
  const figure = (unit: Finding['unit'], value: number | null): string => {
    if (value === null) return common('noValue');
    if (unit === 'seconds') return formatDuration(Math.round(value));
    return new Intl.NumberFormat(locale, {
      style: unit === 'share' ? 'percent' : 'decimal',
      maximumFractionDigits: unit === 'share' ? 0 : 1,
    }).format(value);
  };
  return ({ touchpoint, description, finding }) => {
    if (description || !finding) return description;
    const { standard, unit, value, goal } = finding;
    const key = `${touchpoint}.${standard}` as Parameters<typeof standards>[0];
    const name = standards.has(key) ? standards(key) : standard;
    if (!goal) return `${name}: ${figure(unit, value)}`;
    const asked =
      'atLeast' in goal
        ? t('atLeast', { value: figure(unit, goal.atLeast) })
        : t('atMost', { value: figure(unit, goal.atMost) });
    return t('finding', { standard: name, value: figure(unit, value), goal: asked });
  };
}
