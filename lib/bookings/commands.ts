import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall, locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { hallOpening } from '@/lib/halls/hall-opening';
import { rolesIn } from '@/lib/staff/actor';
import { presentTicket } from '@/lib/tickets/presenter';
import { idSchema } from '@/lib/tickets/schema';
import { changeTicket, enterQueue, findTicket, readOrder } from '@/lib/tickets/steps';
import { BOOKED_CLASS, bookingTimes } from './booking-times';
import { findOpenBooking, isFromHotline } from './queries';
import { changeBooking, insertBooking } from './repository';
import { bookSlotBody, moveBookingBody } from './schema';
import { type Slot, slotAt } from './slots';
import { followBooking, freePlace, tooLateToChange } from './steps';

/** The slot that begins then, for a service that can be booked; otherwise why not. */
function findSlot(work: Work, serviceId: string, at: Date) {
  const bookable = work.config.bookableServices.find((one) => one.serviceId === serviceId && one.active);
  if (!work.config.bookings || !bookable) return fail('bookings-off');
  const slot: Slot | null = slotAt(work.config, bookable, at, work.now);
  return slot ? success(slot) : fail('slot-unavailable', { detail: 'Slots are listed at GET /halls/{hall}/slots.' });
}

/**
 * Books a slot of a service: a ticket in state `booked` with a number of that day. One open booking for each device and
 * each phone number. `device`, `person`: keyed marks of them, made by the doors.
 */
export const bookSlot = queueCommand({
  name: 'booking.book',
  input: bookSlotBody.extend({
    hall: idSchema,
    device: z.string().max(64).optional(),
    person: z.string().max(64).optional(),
  }),
  permission: 'ticket.issueRemote',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const { config, state, now } = work;
    const customerClass = config.classes.some(({ code, active }) => code === BOOKED_CLASS && active);
    const order = readOrder(work, { ...input, ...(customerClass ? { customerClass: BOOKED_CLASS } : {}) });
    if (!order.ok) return order;
    const { service } = order.value;
    const slotOf = findSlot(work, service.id, new Date(input.at));
    if (!slotOf.ok) return slotOf;
    const { at, day, capacity } = slotOf.value;
    const { device = null, person = null } = input;
    if (await findOpenBooking(work.tx, work.hallId, { device, person }))
      return fail('booking-open', { detail: 'One open booking for each person.' });
    const place = await freePlace(work, { serviceId: service.id, slotAt: at, capacity });
    if (!place.ok) return place;

    const ticket = enterQueue(work, order.value, {
      input,
      channel: 'booking',
      number: await work.nextNumber(service.letter, day),
      at: now,
      bookedFor: at,
      serviceDay: day,
      issueOrder: (day === work.serviceDay ? state.issuedToday : await countTickets(work, day)) + 1,
    });
    await insertBooking(work.tx, {
      ticketId: ticket.id,
      hallId: work.hallId,
      serviceId: service.id,
      serviceDay: day,
      slotAt: at,
      place: place.value,
      device,
      person,
      bookedAt: now,
      byHotline: rolesIn(work.actor, work.hallId).includes('hotline'),
    });
    await followBooking(work, ticket);
    const about = { visitId: ticket.visitId, ticketId: ticket.id };
    work.record({ kind: 'visit.found', ...about, payload: { channel: 'booking' } });
    work.record({
      kind: 'booking.made',
      ...about,
      payload: {
        number: ticket.number,
        service: service.code,
        at: at.toISOString(),
        open: hallOpening(state, now).open,
        by: work.actor.kind,
      },
    });
    return success(presentTicket(state, ticket, now));
  },
});

function countTickets(work: Work, serviceDay: string): Promise<number> {
  return work.tx.ticket.count({ where: { hallId: work.hallId, serviceDay } });
}

/** Another time for a booking: the ticket and its link stay; on another day it gets a number of that day. */
export const moveBooking = queueCommand({
  name: 'booking.move',
  input: moveBookingBody.extend({ ticketId: idSchema }),
  permission: 'booking.change',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, at: wanted }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const before = found.value;
    if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
    if (before.status !== 'booked' || !before.bookedFor)
      return fail('wrong-state', { currentState: before.status, detail: 'Only an open booking can be moved.' });
    const late = tooLateToChange(work, before);
    if (late) return late;
    if (before.bookedFor.getTime() === Date.parse(wanted)) return success(presentTicket(work.state, before, work.now));
    const slotOf = findSlot(work, before.serviceId, new Date(wanted));
    if (!slotOf.ok) return slotOf;
    const { at, day, capacity } = slotOf.value;
    const place = await freePlace(work, { serviceId: before.serviceId, slotAt: at, capacity });
    if (!place.ok) return place;
    const letter = work.config.services.find(({ id }) => id === before.serviceId)?.letter ?? '';
    const sameDay = day === before.serviceDay;
    const saved = work.saveTicket(before, {
      ...before,
      bookedFor: at,
      serviceDay: day,
      number: sameDay ? before.number : await work.nextNumber(letter, day),
    });
    if (!sameDay) work.changeVisit(before.visitId, { serviceDay: day });
    await changeBooking(work.tx, ticketId, { slotAt: at, serviceDay: day, place: place.value });
    await followBooking(work, saved);
    work.record({
      kind: 'booking.changed',
      visitId: before.visitId,
      ticketId,
      payload: {
        number: saved.number,
        from: before.bookedFor.toISOString(),
        to: at.toISOString(),
        by: work.actor.kind,
      },
    });
    return success(presentTicket(work.state, saved, work.now));
  },
});

/** Some time before the booked one: told once, for whoever carries messages to customers. */
export async function remindOfBooking(work: Work, { subjectId }: Deadline): Promise<void> {
  const ticket = await work.ticket(subjectId);
  if (ticket?.status !== 'booked' || !ticket.bookedFor || ticket.bookedFor <= work.now) return;
  work.record({
    kind: 'booking.reminder',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    payload: {
      number: ticket.number,
      service: work.config.services.find(({ id }) => id === ticket.serviceId)?.code ?? '',
      at: ticket.bookedFor.toISOString(),
    },
  });
}

/** Nobody came: the booking is given up, and its customer is a no-show. */
export async function lapseBooking(work: Work, { subjectId }: Deadline): Promise<void> {
  const ticket = await work.ticket(subjectId);
  if (ticket?.status !== 'booked' || !ticket.bookedFor) return;
  // The rule gives more time by now.
  const { lapsesAt } = bookingTimes(ticket.bookedFor, work.config);
  if (lapsesAt > work.now) return work.setDeadline('booking.lapseDue', ticket.id, lapsesAt);
  const lapsed = await changeTicket(work, ticket, { type: 'noShow' });
  if (!lapsed.ok) return;
  work.record({
    kind: 'booking.lapsed',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    payload: {
      number: ticket.number,
      at: ticket.bookedFor.toISOString(),
      hotline: await isFromHotline(work.tx, ticket.id),
    },
  });
}
