import { addDays, instantOf } from '@/lib/halls/service-day';

/** Why business was not accepted; what to do about it differs, so the list is closed. */
export const UNACCEPTED_REASONS = ['papers', 'system', 'stock', 'authority', 'otherHall', 'rules', 'other'] as const;
export type UnacceptedReason = (typeof UNACCEPTED_REASONS)[number];

/** Business that could not be accepted: somebody owns it until the customer has his answer. */
export interface Unaccepted {
  id: string;
  hallId: string;
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  serviceCode: string | null;
  what: string;
  why: UnacceptedReason;
  customerName: string | null;
  customerPhone: string | null;
  promisedDay: string;
  dueAt: Date;
  ownerRef: string;
  ownerName: string | null;
  registeredAt: Date;
  registeredBy: string;
  state: 'open' | 'answered';
  remindedAt: Date | null;
  overdueAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
}

const MORNING_SECONDS = 9 * 3600;

/** A promise for a day is kept until that day ends in the hall. */
export function endOfDay(day: string, timeZone: string): Date {
  return instantOf(addDays(day, 1), 0, timeZone);
}

/** The owner is reminded in the morning of the day before. */
export function remindAt(day: string, timeZone: string): Date {
  return instantOf(addDays(day, -1), MORNING_SECONDS, timeZone);
}

/** The furthest day that may be promised. */
const FURTHEST_DAYS = 366;

/** A promise is for today or later, and not for never. */
export function isPromisable(day: string, today: string): boolean {
  return day >= today && day <= addDays(today, FURTHEST_DAYS);
}
