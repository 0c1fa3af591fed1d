import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

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

/**
 * When a thing lent now should be back: at the day's last closing; afterwards, and on closed days, at its end. Where the
 * hall stays open over midnight the day's last closing is that after it; one that does not close then ends the day.
 */
export function dueBack(hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>, now: Date): Date {
  const { day, secondOfDay } = localTime(now, hours.timeZone);
  const at = (date: string, second: number) => instantOf(date, second, hours.timeZone);
  const tonight = closingAfterMidnight(hours, day);
  if (tonight !== null && secondOfDay < tonight) return at(day, tonight);
  const next = closingAfterMidnight(hours, addDays(day, 1));
  if (next !== null) return at(addDays(day, 1), next);
  const last = Math.max(0, ...hoursOn(hours, day).map((span) => seconds(span.closes)));
  const closing = at(day, last);
  return last > 0 && closing > now ? closing : at(day, DAY_SECONDS);
}

/** When hours that began on the day before end on this one, in seconds; null where none do. */
function closingAfterMidnight(hours: Pick<HallConfig, 'weeklyHours' | 'exceptions'>, day: string): number | null {
  const [night] = hoursOn(hours, day);
  const goesOn = night?.opens === '00:00' && hoursOn(hours, addDays(day, -1)).at(-1)?.closes === '24:00';
  const closes = goesOn ? seconds(night.closes) : DAY_SECONDS;
  return closes < DAY_SECONDS ? closes : null;
}
