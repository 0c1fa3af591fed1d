import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { instantOf, localTime } from '@/lib/halls/service-day';

export const LOAN_KINDS = ['umbrella', 'locker'] as const;
export type LoanKind = (typeof LOAN_KINDS)[number];

/** A thing the hall lends. */
export interface LoanItem {
  id: string;
  kind: LoanKind;
  number: number;
  /** In minor units; 0 = none. */
  deposit: number;
  active: boolean;
}

/** A thing that is, or was, in a customer's hands. */
export interface Loan {
  id: string;
  itemId: string;
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  deposit: number;
  lentAt: Date;
  lentBy: string;
  overdueAt: Date | null;
  returnedAt: Date | null;
}

const DAY_SECONDS = 24 * 3600;

/** When a thing lent now should be back: at the day's last closing; afterwards, and on closed days, at its end. */
export function dueBack(hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>, now: Date): Date {
  const { day } = localTime(now, hours.timeZone);
  const last = Math.max(0, ...hoursOn(hours, day).map((span) => seconds(span.closes)));
  const closing = instantOf(day, last, hours.timeZone);
  return last > 0 && closing > now ? closing : instantOf(day, DAY_SECONDS, hours.timeZone);
}
