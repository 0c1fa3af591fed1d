import type { Locale } from '@/lib/core/locale';
import type { QueueRow } from '@/lib/realtime/contract';

/** The ticket that is being made: what the guide has tapped so far. */
export interface Draft {
  serviceCode: string | null;
  customerClass: string | null;
  needs: readonly string[];
  /** Codes of papers that the customer has with them. */
  prepared: readonly string[];
  name: string;
  phone: string;
  locale: Locale | null;
  /** Another service of a visit that has begun. */
  visit: { id: string; number: string } | null;
}

export const EMPTY_DRAFT: Draft = {
  serviceCode: null,
  customerClass: null,
  needs: [],
  prepared: [],
  name: '',
  phone: '',
  locale: null,
  visit: null,
};

/** The next ticket of the same customer: class and needs are known already. */
export function secondDraft(row: Pick<QueueRow, 'visitId' | 'number' | 'customerClass' | 'needs'>): Draft {
  return {
    ...EMPTY_DRAFT,
    customerClass: row.customerClass,
    needs: row.needs,
    visit: { id: row.visitId, number: row.number },
  };
}

/** The body for the API: only what was tapped. */
export function bodyOf(draft: Draft): Record<string, unknown> {
  const name = draft.name.trim();
  const phone = draft.phone.trim();
  return {
    serviceCode: draft.serviceCode,
    ...(draft.customerClass ? { customerClass: draft.customerClass } : {}),
    ...(draft.needs.length > 0 ? { needs: draft.needs } : {}),
    ...(draft.prepared.length > 0 ? { prepared: draft.prepared } : {}),
    ...(name || phone ? { customer: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(draft.locale ? { locale: draft.locale } : {}),
    ...(draft.visit ? { visitId: draft.visit.id } : {}),
  };
}

/** Adds a code to a choice of several, or takes it out. */
export function toggled(codes: readonly string[], code: string, on: boolean): string[] {
  const others = codes.filter((other) => other !== code);
  return on ? [...others, code] : others;
}
