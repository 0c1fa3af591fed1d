import type { useTranslations } from 'next-intl';
import { sayEstimate } from '@/lib/waiting/say-estimate';

/** An estimate as it may be said to a person: middle to promise, honestly rounded; `t` of the namespace `estimate`. */
export function estimateText(
  t: ReturnType<typeof useTranslations<'estimate'>>,
  estimate: { p50Seconds: number; p90Seconds: number } | null,
): string {
  return sayEstimate(t, estimate);
}
