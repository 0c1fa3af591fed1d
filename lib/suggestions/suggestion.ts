import type { Localized } from '@/lib/core/localized';

/** What a clerk may offer in addition; without services it fits all of them. */
export interface Suggestion {
  id: string;
  code: string;
  names: Localized;
  serviceIds: string[];
  sort: number;
  active: boolean;
}

/** The one suggestion that fits a service: one made for it before one for all, in the order of the settings. */
export function fittingSuggestion(suggestions: readonly Suggestion[], serviceId: string): Suggestion | null {
  const fitting = suggestions.filter(
    (s) => s.active && (s.serviceIds.length === 0 || s.serviceIds.includes(serviceId)),
  );
  const [best] = [...fitting].sort(
    (a, b) => Number(a.serviceIds.length === 0) - Number(b.serviceIds.length === 0) || a.sort - b.sort,
  );
  return best ?? null;
}
