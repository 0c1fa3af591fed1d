import { addSeconds } from '@/lib/core/clock';
import type { HallConfig } from '@/lib/halls/hall-config';
import { instantOf, serviceDay } from '@/lib/halls/service-day';
import { queueTime } from '@/lib/tickets/queue-order';

/** The rules of a hall's bookings, in minutes before or after the booked time, and the zone of its days. */
export type BookingRules = Pick<
  HallConfig,
  | 'timeZone'
  | 'bookingEarlyMinutes'
  | 'bookingLateMinutes'
  | 'bookingLapseMinutes'
  | 'bookingReminderMinutes'
  | 'bookingChangeMinutes'
>;

/** What the rules make of a booked time. */
export interface BookingTimes {
  /**
   * Earlier nobody checks in, unless he takes his place as one who has just come. Never before the service day of the
   * booked time: until midnight the hall's queue is that of another day, whose numbers are others.
   */
  checkInFrom: Date;
  /** Until then the place is the booked one; later it is that of one who has just come. */
  onTimeUntil: Date;
  /** From then on the booking is nobody's any more. */
  lapsesAt: Date;
  /** Until then the customer may change and cancel it himself. */
  changeUntil: Date;
  remindAt: Date;
}

export function bookingTimes(at: Date, rules: BookingRules): BookingTimes {
  const minutes = (count: number) => addSeconds(at, count * 60);
  const dayBegins = instantOf(serviceDay(at, rules.timeZone), 0, rules.timeZone);
  return {
    checkInFrom: new Date(Math.max(minutes(-rules.bookingEarlyMinutes).getTime(), dayBegins.getTime())),
    onTimeUntil: minutes(rules.bookingLateMinutes),
    lapsesAt: minutes(Math.max(rules.bookingLapseMinutes, rules.bookingLateMinutes)),
    changeUntil: minutes(-rules.bookingChangeMinutes),
    remindAt: minutes(-rules.bookingReminderMinutes),
  };
}

/**
 * The place in the queue of a booked customer who arrives now. On time it is that of the booked time, with the credit
 * of his class: whoever comes a little early does not wait behind people who come after the booked time, and overtakes
 * nobody who was due before him. Too early (he takes a number now) or too late it is that of one who has just come,
 * with the credit he would have had without booking.
 */
export function bookedPlace(
  ticket: { bookedFor: Date; creditSeconds: number },
  now: Date,
  rules: BookingRules,
  walkInCreditSeconds: number,
): Date {
  const { checkInFrom, onTimeUntil } = bookingTimes(ticket.bookedFor, rules);
  const onTime = checkInFrom <= now && now <= onTimeUntil;
  return onTime ? queueTime(ticket.bookedFor, ticket.creditSeconds) : queueTime(now, walkInCreditSeconds);
}

/** The class of customers who come by booking, where a hall has it: see the defaults of a hall. */
export const BOOKED_CLASS = 'booked';
