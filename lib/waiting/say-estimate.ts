import { unbroken } from '@/lib/i18n/format-range';
import { roundEstimate } from './round-estimate';

/** Texts of the namespace `estimate`: minutes are put into them. */
type Say = (key: 'unknown' | 'atLeast' | 'range' | 'soon' | 'upTo', values?: { low?: number; high?: number }) => string;

/** An estimate as it may be said to a person: middle to promise, honestly rounded. */
export function sayEstimate(say: Say, estimate: { p50Seconds: number; p90Seconds: number } | null): string {
  const rounded = roundEstimate(estimate?.p50Seconds ?? null, estimate?.p90Seconds ?? null);
  switch (rounded.kind) {
    case 'unknown':
      return say('unknown');
    case 'atLeast':
      return say('atLeast', { low: rounded.lowMinutes });
    case 'range':
      return unbroken(say('range', { low: rounded.lowMinutes, high: rounded.highMinutes }));
    default:
      return say(rounded.kind, { high: rounded.highMinutes });
  }
}
