import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime, serviceDay } from '@/lib/halls/service-day';

/** What of a service can be booked. `perHour`: seven days, Monday first, each 24 numbers of customers. */
export interface BookableService {
  serviceId: string;
  slotMinutes: number;
  perHour: number[][];
  active: boolean;
}

/** Lengths of a slot in minutes: those that fill an hour. */
export const SLOT_MINUTES = [5, 10, 15, 20, 30, 60] as const;

/** A time that can be booked. `day` is the hall's service day, `capacity` how many customers may book it. */
export interface Slot {
  at: Date;
  day: string;
  capacity: number;
}

/** How many of an hour's contingent may be booked: the share for people who just come is kept free. */
export function bookableOf(contingent: number, walkInShare: number): number {
  return Math.floor((contingent * (100 - walkInShare)) / 100 + 1e-9);
}

/** An hour's bookable customers, spread over its slots as evenly as whole people go; the sum stays the hour's. */
export function spread(bookable: number, slots: number): number[] {
  return Array.from(
    { length: slots },
    (_, i) => Math.floor(((i + 1) * bookable) / slots) - Math.floor((i * bookable) / slots),
  );
}

type SlotConfig = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions' | 'bookingWalkInShare'>;

/**
 * The slots of a service on a service day: whole within the hours of that day (its exception, where it has one), by the
 * hall's wall clock. A time that the start of summer time skips is no slot; one that its end repeats is its first.
 */
export function slotsOn(config: SlotConfig, bookable: BookableService, day: string): Slot[] {
  if (!bookable.active) return [];
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const length = bookable.slotMinutes * 60;
  const spans = hoursOn(config, day).map((span) => ({ from: seconds(span.opens), to: seconds(span.closes) }));
  const slots: Slot[] = [];
  for (const [hour, contingent] of (bookable.perHour[weekday] ?? []).entries()) {
    const capacities = spread(bookableOf(contingent, config.bookingWalkInShare), 60 / bookable.slotMinutes);
    for (const [i, capacity] of capacities.entries()) {
      const from = hour * 3600 + i * length;
      if (capacity === 0 || !spans.some((span) => span.from <= from && from + length <= span.to)) continue;
      const at = instantOf(day, from, config.timeZone);
      if (localTime(at, config.timeZone).secondOfDay === from) slots.push({ at, day, capacity });
    }
  }
  return slots;
}

/** The service days on which something may be booked now: today and so many after it. */
export function bookableDays(config: Pick<HallConfig, 'timeZone' | 'bookingDaysAhead'>, now: Date): string[] {
  const today = serviceDay(now, config.timeZone);
  return Array.from({ length: config.bookingDaysAhead + 1 }, (_, i) => addDays(today, i));
}

/** The slot that begins at an instant, if it can be booked now; null for all other times. */
export function slotAt(
  config: SlotConfig & Pick<HallConfig, 'bookingDaysAhead'>,
  bookable: BookableService,
  at: Date,
  now: Date,
): Slot | null {
  if (at <= now) return null;
  const day = serviceDay(at, config.timeZone);
  if (!bookableDays(config, now).includes(day)) return null;
  return slotsOn(config, bookable, day).find((slot) => slot.at.getTime() === at.getTime()) ?? null;
}

/** Whether the hall is closed in the slot by now: its hours or its exceptions were changed after it was booked. */
export function isOutsideHours(config: SlotConfig, slotMinutes: number, at: Date): boolean {
  const { day, secondOfDay } = localTime(at, config.timeZone);
  return !hoursOn(config, day).some(
    (span) => seconds(span.opens) <= secondOfDay && secondOfDay + slotMinutes * 60 <= seconds(span.closes),
  );
}
