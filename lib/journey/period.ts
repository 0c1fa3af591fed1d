import { addDays } from '@/lib/halls/service-day';

/** What a scorecard is about: a service day, its week from Monday, its month. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface DayRange {
  from: string;
  to: string;
}

/** The period that a day lies in, both ends included. */
export function periodOf(period: Period, day: string): DayRange {
  if (period === 'day') return { from: day, to: day };
  if (period === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const from = addDays(day, -weekday);
    return { from, to: addDays(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
}

/** The period of the same kind before the one that begins on this day. */
export function periodBefore(period: Period, { from }: DayRange): DayRange {
  return periodOf(period, addDays(from, -1));
}

/** A day as an address names it; undefined for anything else. */
export function dayOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** A period as an address names it; the day for anything else. */
export function periodNamed(text: unknown): Period {
  return PERIODS.find((period) => period === text) ?? 'day';
}
