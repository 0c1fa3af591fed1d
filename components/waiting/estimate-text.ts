import type { useTranslations } from 'next-intl';
import { roundEstimate } from '@/lib/waiting/round-estimate';

/** An estimate as it may be said to a person: middle to promise, honestly rounded; `t` of the namespace `estimate`. */
export function estimateText(
  t: ReturnType<typeof useTranslations<'estimate'>>,
  estimate: { p50Seconds: number; p90Seconds: number } | null,
): string {
  const rounded = roundEstimate(estimate?.p50Seconds ?? null, estimate?.p90Seconds ?? null);
  switch (rounded.kind) {
    case 'unknown':
      return t('unknown');
    case 'atLeast':
      return t('atLeast', { low: rounded.lowMinutes });
    case 'range':
      return t('range', { low: rounded.lowMinutes, high: rounded.highMinutes });
    default:
      return t(rounded.kind, { high: rounded.highMinutes });
  }
}
