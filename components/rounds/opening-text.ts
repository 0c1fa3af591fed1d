import { useLocale, useTranslations } from 'next-intl';
import type { OpeningView } from '@/lib/halls/schema';
import { formatHallChange, formatHallTime } from '@/lib/i18n/hall-time';

/** What there is to say about the hall being open, in lines: why, and what comes next. Needs the namespace `opening`. */
export function useOpeningLines(): (opening: OpeningView, at: string, timeZone: string) => string[] {
  const t = useTranslations('opening');
  const locale = useLocale();
  return (opening, at, timeZone) => {
    const time = (when: string) => formatHallTime(when, locale, timeZone);
    const name = (given: string | null) => given || t('somebody');
    const lines = [t(`why.${opening.why}`)];
    const { decision, check, nextChange, plannedAt } = opening;
    if (decision)
      lines.push(
        t('decided', {
          name: name(decision.name),
          time: time(decision.at),
          reason: [t(`reason.${decision.reason as 'other'}`), decision.note].filter(Boolean).join(' · '),
        }),
      );
    if (check) lines.push(t('checked', { name: name(check.name), time: time(check.at) }));
    if (opening.why === 'awaitingCheck' && plannedAt) lines.push(t('planned', { time: time(plannedAt) }));
    if (nextChange) {
      const when = formatHallChange(nextChange.at, new Date(at), locale, timeZone);
      lines.push(t(nextChange.opens ? 'opensAt' : 'closesAt', { time: when }));
    }
    return lines;
  };
}
