import { addSeconds } from '@/lib/core/clock';
import type { Topic } from '@/lib/knowledge/article';

/** How a question ended: answered, turned into a number for the counter, or the customer did not want an answer any more. */
export const ENQUIRY_OUTCOMES = ['answered', 'ticket', 'withdrawn'] as const;
export type EnquiryOutcome = (typeof ENQUIRY_OUTCOMES)[number];

/** The real reason why somebody wants to leave. */
export const RETENTION_REASONS = [
  'price',
  'coverage',
  'service',
  'otherCarrier',
  'moving',
  'notNeeded',
  'bill',
  'other',
] as const;
export type RetentionReason = (typeof RETENTION_REASONS)[number];

export const RETENTION_RESULTS = ['stayed', 'left', 'thinking'] as const;
export type RetentionResult = (typeof RETENTION_RESULTS)[number];

export interface Retention {
  enquiryId: string;
  hallId: string;
  reason: RetentionReason;
  words: string | null;
  offer: string | null;
  result: RetentionResult;
  openedAt: Date;
  decidedAt: Date | null;
}

export interface Enquiry {
  id: string;
  hallId: string;
  serviceDay: string;
  openedAt: Date;
  openedByRef: string;
  topic: Topic;
  question: string | null;
  articleId: string | null;
  state: 'open' | 'closed';
  outcome: EnquiryOutcome | null;
  /** Never nobody: who was asked first, until a colleague has accepted it. */
  ownerRef: string;
  ownerName: string | null;
  offeredToRef: string | null;
  offeredToName: string | null;
  offeredAt: Date | null;
  handovers: number;
  note: string | null;
  dueAt: Date;
  overdueAt: Date | null;
  closedAt: Date | null;
  closedByRef: string | null;
  ticketId: string | null;
  visitId: string | null;
  customerName: string | null;
  customerPhone: string | null;
}

/** A customer who is in the hall gets his answer within this time. */
export const IN_HALL_SECONDS = 15 * 60;
/** Somebody who left his number is called back within a day. */
export const CALL_BACK_SECONDS = 24 * 3600;
/** Somebody who thinks about staying is asked again within two days. */
export const THINKING_SECONDS = 48 * 3600;

/** Until when a question must be answered. */
export function dueAt(openedAt: Date, { reachable, thinking }: { reachable: boolean; thinking: boolean }): Date {
  if (thinking) return addSeconds(openedAt, THINKING_SECONDS);
  return addSeconds(openedAt, reachable ? CALL_BACK_SECONDS : IN_HALL_SECONDS);
}

/** Answered at first contact: by the one who was asked first, while the customer was still there. */
export function isFirstContact({ openedAt, handovers }: Pick<Enquiry, 'openedAt' | 'handovers'>, now: Date): boolean {
  return handovers === 0 && now.getTime() - openedAt.getTime() <= IN_HALL_SECONDS * 1000;
}

/** Mine first, those I am asked to take over before them; then what is due next. */
export function byConcern(me: string) {
  const rank = (enquiry: { offeredToRef: string | null; ownerRef: string }) =>
    enquiry.offeredToRef === me ? 0 : enquiry.ownerRef === me ? 1 : 2;
  return (
    a: { offeredToRef: string | null; ownerRef: string; dueAt: string },
    b: { offeredToRef: string | null; ownerRef: string; dueAt: string },
  ): number => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt);
}
