import type { ApiProblem } from '@/components/live/call-api';
import type { Locale } from '@/lib/core/locale';
import type { KioskTicket } from '@/lib/kiosk/schema';

/** What one customer has chosen so far. */
export interface KioskDraft {
  locale: Locale;
  serviceCode: string;
  needs: readonly string[];
  customerClass: string | null;
}

/** The number that was given: what the screen shows of the answer, and nothing else of it. */
export interface GivenNumber {
  id: string;
  token: string;
  number: string;
  serviceCode: string;
  peopleAhead: number | null;
  estimate: { p50Seconds: number; p90Seconds: number } | null;
}

/** Where a customer is, from the first touch to the number. */
export type KioskStep =
  | { at: 'start' }
  | { at: 'zone'; locale: Locale }
  | { at: 'service'; locale: Locale; zoneCode: string | null; page: number }
  | { at: 'confirm'; draft: KioskDraft; zoneCode: string | null; problem: ApiProblem | null }
  | { at: 'issuing'; draft: KioskDraft; zoneCode: string | null }
  | { at: 'number'; locale: Locale; given: GivenNumber }
  | { at: 'code'; locale: Locale; text: string; pending: boolean; problem: ApiProblem | null }
  | { at: 'found'; locale: Locale; code: string; found: KioskTicket; pending: boolean; problem: ApiProblem | null };

export function localeOf(step: KioskStep): Locale | undefined {
  if (step.at === 'start') return undefined;
  return step.at === 'confirm' || step.at === 'issuing' ? step.draft.locale : step.locale;
}

/** More services than this, in several zones: the zone is asked for first. */
const MANY_SERVICES = 8;

export function asksForZone(services: readonly { zoneCode: string | null }[]): boolean {
  return services.length > MANY_SERVICES && new Set(services.map(({ zoneCode }) => zoneCode)).size > 1;
}

/** The step before this one; from the first question back to the start. */
export function stepBack(step: KioskStep, zonesAsked: boolean): KioskStep {
  switch (step.at) {
    case 'service':
      if (step.page > 0) return { ...step, page: step.page - 1 };
      return zonesAsked ? { at: 'zone', locale: step.locale } : { at: 'start' };
    case 'confirm':
      return { at: 'service', locale: step.draft.locale, zoneCode: step.zoneCode, page: 0 };
    case 'found':
      return { at: 'code', locale: step.locale, text: '', pending: false, problem: null };
    case 'code':
      return zonesAsked
        ? { at: 'zone', locale: step.locale }
        : { at: 'service', locale: step.locale, zoneCode: null, page: 0 };
    default:
      return { at: 'start' };
  }
}

/**
 * The keys of taps that got no answer: the same wish goes out under the same key, so that a number which was given and
 * never arrived here is found again instead of given twice. An answer of any kind ends it.
 */
export class OpenWishes {
  private readonly keys = new Map<string, { key: string; at: number }>();

  constructor(private readonly keptMs: number) {}

  keyFor(wish: string, now: number, make: () => string): string {
    const known = this.keys.get(wish);
    if (known && now - known.at < this.keptMs) return known.key;
    const key = make();
    this.keys.set(wish, { key, at: now });
    return key;
  }

  answered(wish: string): void {
    this.keys.delete(wish);
  }
}
