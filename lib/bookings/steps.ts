import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import { hallOpening } from '@/lib/halls/hall-opening';
import { creditSeconds } from '@/lib/tickets/queue-order';
import type { Ticket } from '@/lib/tickets/ticket';
import { BOOKED_CLASS, bookedPlace, bookingTimes } from './booking-times';
import { findOpenBooking, takenPlaces } from './queries';
import { changeBooking, endBooking } from './repository';
import { slotsOn } from './slots';

/** Credit of a customer's needs and of his class; that of those who come by booking only while the booking counts. */
function creditWithoutBooking({ config }: Work, ticket: Ticket): number {
  if (ticket.customerClass !== BOOKED_CLASS) return ticket.creditSeconds;
  const needs = ticket.needs.map((code) => config.needs.find((need) => need.code === code)?.creditMinutes ?? 0);
  return creditSeconds(undefined, needs);
}

/** Refuses the arrival of a booking that is too early, except of one who takes his place as a newcomer today. */
export function bookedTooEarly(work: Work, ticket: Ticket, takeNow: boolean): ReturnType<typeof fail> | null {
  if (!ticket.bookedFor) return null;
  const { checkInFrom } = bookingTimes(ticket.bookedFor, work.config);
  if (work.now >= checkInFrom) return null;
  if (takeNow && ticket.serviceDay === work.serviceDay)
    return hallOpening(work.state, work.now).open ? null : fail('hall-closed');
  return fail('check-in-early', {
    detail: `Check-in is from ${checkInFrom.toISOString()}.`,
    currentState: ticket.status,
  });
}

/** The place of a booked customer who arrives now; null for tickets without a booked time. */
export function placeOfBooking(work: Work, ticket: Ticket): Date | null {
  const { bookedFor } = ticket;
  if (!bookedFor) return null;
  return bookedPlace({ ...ticket, bookedFor }, work.now, work.config, creditWithoutBooking(work, ticket));
}

/** Customers change and cancel a booking themselves until the rule's time; staff do so whenever they are asked to. */
export function tooLateToChange(work: Work, ticket: Ticket): ReturnType<typeof fail> | null {
  if (work.actor.kind !== 'customer' || ticket.status !== 'booked' || !ticket.bookedFor) return null;
  const { changeUntil } = bookingTimes(ticket.bookedFor, work.config);
  return work.now <= changeUntil
    ? null
    : fail('booking-fixed', { detail: `It could be changed until ${changeUntil.toISOString()}.` });
}

/** From now on the clock reminds of the booking, and gives it up when nobody comes. */
export async function followBooking(work: Work, ticket: Ticket): Promise<void> {
  if (ticket.status !== 'booked' || !ticket.bookedFor) return;
  const { remindAt, lapsesAt } = bookingTimes(ticket.bookedFor, work.config);
  if (remindAt > work.now) await work.setDeadline('booking.reminderDue', ticket.id, remindAt);
  else await work.clearDeadline('booking.reminderDue', ticket.id);
  await work.setDeadline('booking.lapseDue', ticket.id, lapsesAt);
}

/** A free place of a slot, counted from 1; `slot-full` where there is none. */
export async function freePlace(
  work: Work,
  slot: { serviceId: string; slotAt: Date; capacity: number },
): Promise<Result<number>> {
  const { serviceId, slotAt, capacity } = slot;
  const taken = await takenPlaces(work.tx, { hallId: work.hallId, serviceId, slotAt });
  if (taken.size >= capacity) return fail('slot-full', { detail: 'All places of this time are booked.' });
  let place = 1;
  while (taken.has(place)) place += 1;
  return success(place);
}

/** A change has ended or brought back what was expected: the booking and its clocks follow the ticket. */
export async function settleBooking(work: Work, before: Ticket, after: Ticket): Promise<void> {
  if (!before.bookedFor || before.status === after.status) return;
  if (after.status === 'booked') return followBooking(work, after);
  if (before.status !== 'booked') return;
  const early = after.arrivedAt !== null && after.arrivedAt < bookingTimes(before.bookedFor, work.config).checkInFrom;
  await endBooking(work.tx, before.id, after.status === 'cancelled' || early);
  await work.clearDeadline('booking.reminderDue', before.id);
  await work.clearDeadline('booking.lapseDue', before.id);
}

/**
 * Takes the booked place again when the end of a booking is taken back. Refused with `slot-full` when somebody else has
 * it by now. To be asked last, before anything else is changed.
 */
export async function resumeBooking(
  work: Work,
  before: Ticket,
  after: Ticket,
): Promise<ReturnType<typeof fail> | null> {
  if (after.status !== 'booked' || before.status === 'booked' || !after.bookedFor) return null;
  const row = await work.tx.booking.findUnique({ where: { ticketId: after.id } });
  if (!row) return null;
  let { place } = row;
  if (place === null) {
    const bookable = work.config.bookableServices.find(({ serviceId }) => serviceId === row.serviceId);
    const slots = bookable ? slotsOn(work.config, bookable, row.serviceDay) : [];
    const capacity = slots.find(({ at }) => at.getTime() === row.slotAt.getTime())?.capacity ?? 0;
    const free = await freePlace(work, { serviceId: row.serviceId, slotAt: row.slotAt, capacity });
    if (!free.ok) return free;
    place = free.value;
  }
  // Meanwhile he may have booked something else: that one stays his open booking.
  const other = await findOpenBooking(work.tx, work.hallId, row);
  await changeBooking(work.tx, after.id, {
    place,
    ...(other ? {} : { openDevice: row.device, openPerson: row.person }),
  });
  return null;
}
