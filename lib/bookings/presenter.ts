import type { HallConfig } from '@/lib/halls/hall-config';
import { localTime } from '@/lib/halls/service-day';
import type { BookingRow } from './booking-row';
import { bookingTimes } from './booking-times';
import type { BookingView, SlotsView } from './schema';
import { type BookableService, isOutsideHours, slotsOn } from './slots';

/** The times of a service on some days, with how many may still be booked. Days without any are left out. */
export function presentSlots(
  config: HallConfig,
  bookable: BookableService,
  days: readonly string[],
  taken: ReadonlyMap<number, number>,
  now: Date,
): SlotsView {
  const items = days.map((day) => ({
    day,
    slots: slotsOn(config, bookable, day)
      .filter(({ at }) => at > now)
      .map(({ at, capacity }) => ({
        at: at.toISOString(),
        time: clock(localTime(at, config.timeZone).secondOfDay),
        free: Math.max(0, capacity - (taken.get(at.getTime()) ?? 0)),
      })),
  }));
  return {
    timeZone: config.timeZone,
    slotMinutes: bookable.slotMinutes,
    items: items.filter(({ slots }) => slots.length > 0),
  };
}

function clock(secondOfDay: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(secondOfDay / 3600)}:${two((secondOfDay / 60) % 60)}`;
}

/** A booking for staff, and whether it still fits what the hall offers. */
export function presentBooking(config: HallConfig, row: BookingRow, now: Date): BookingView {
  const service = config.services.find(({ id }) => id === row.serviceId);
  const bookable = config.bookableServices.find(({ serviceId }) => serviceId === row.serviceId);
  const expected = row.status === 'booked';
  const closed = isOutsideHours(config, bookable?.slotMinutes ?? 5, row.slotAt);
  return {
    ticketId: row.ticketId,
    number: row.number,
    status: row.status,
    at: row.slotAt.toISOString(),
    day: row.serviceDay,
    serviceCode: service?.code ?? '',
    customer: { name: row.customerName, phone: row.customerPhone },
    misfit: !expected ? null : closed ? 'closed' : service?.active ? null : 'service',
    mayCheckIn: expected && bookingTimes(row.slotAt, config).checkInFrom <= now,
  };
}
