import { useFormatter, useTranslations } from 'next-intl';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { StandardView } from '@/lib/journey/schema';

type Unit = StandardView['unit'];

/** How the figures of standards read: their names, values and goals. */
export function useStandardTexts() {
  const format = useFormatter();
  const t = useTranslations('journey');
  const names = useTranslations('standards');

  const value = (unit: Unit, figure: number | null): string => {
    if (figure === null) return '–';
    // Never rounded up to a goal that was not reached.
    if (unit === 'share')
      return format.number(Math.floor(figure * 1000) / 1000, { style: 'percent', maximumFractionDigits: 1 });
    if (unit === 'seconds') return formatDuration(figure);
    return format.number(figure, { maximumFractionDigits: unit === 'score' ? 1 : 2 });
  };
  return {
    value,
    name: (touchpoint: string, code: string): string => names(`${touchpoint}.${code}` as never),
    goal: ({ unit, goal }: Pick<StandardView, 'unit' | 'goal'>): string | null => {
      if (!goal) return null;
      return 'atLeast' in goal
        ? t('goal.atLeast', { value: value(unit, goal.atLeast) })
        : t('goal.atMost', { value: value(unit, goal.atMost) });
    },
  };
}
