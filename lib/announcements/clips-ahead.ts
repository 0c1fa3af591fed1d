import type { Locale } from '@/lib/core/locale';
import { speechPlan } from './speech-plan';

const DIGITS = '0123456789';
const COUNTERS = Array.from({ length: 99 }, (_, i) => i + 1);

/** Addresses of all clips that a hall's calls in one language can need, so that a display has them before the first. */
export function clipsAhead(locale: Locale, letters: readonly string[]): string[] {
  const spelled = `${letters.join('')}${DIGITS}`;
  return [...new Set(COUNTERS.flatMap((counter) => speechPlan(locale, spelled, counter).clips))];
}
