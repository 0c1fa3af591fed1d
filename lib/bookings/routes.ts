import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { cookiesOf } from '@/lib/auth/identity';
import { fail, success } from '@/lib/core/result';
import { execute, readState } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { addDays, serviceDay } from '@/lib/halls/service-day';
import { DEVICE_COOKIE, deviceMark, personMark } from '@/lib/remote/device';
import { rolesIn } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema, issuedTicketSchema, ticketSchema } from '@/lib/tickets/schema';
import { ticketToken } from '@/lib/tickets/token';
import { bookSlot, moveBooking } from './commands';
import { presentBooking, presentSlots } from './presenter';
import { countTaken, listBookings } from './queries';
import { bookingsQuery, bookingsSchema, bookSlotBody, moveBookingBody, slotsQuery, slotsSchema } from './schema';
import { bookableDays } from './slots';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const bookingRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/slots',
    tag: 'tickets',
    summary: 'Times that can be booked for a service',
    description: "Days and times are the hall's; `at` is what a booking takes. Times that are booked up have `free` 0.",
    who: ['hall.read'],
    params: hallParams,
    query: slotsQuery,
    answer: slotsSchema,
    refusals: ['bookings-off'],
    async run({ house, params: { hall }, query: { serviceCode, day } }) {
      const hallId = await findHallId(house.db, hall);
      const config = hallId && (await readState(house, hallId, (state) => state.config));
      if (!hallId || !config) return fail('not-found', { detail: 'There is no such hall.' });
      const service = config.services.find(({ code, active }) => code === serviceCode && active);
      const bookable = config.bookableServices.find(({ serviceId, active }) => serviceId === service?.id && active);
      if (!config.bookings || !bookable) return fail('bookings-off');
      const now = house.clock.now();
      const days = bookableDays(config, now).filter((one) => !day || one === day);
      const taken = await countTaken(house.db, { hallId, serviceId: bookable.serviceId, days });
      return success(presentSlots(config, bookable, days, taken, now));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/bookings',
    tag: 'tickets',
    summary: 'Book a time for a service',
    description:
      'A ticket in state `booked` with a number of that day; its `token` is what the customer follows, moves and ' +
      'cancels it with. One open booking for each device and each phone number.',
    who: ['ticket.issueRemote'],
    limit: 'remoteTicket',
    params: hallParams,
    body: bookSlotBody,
    status: 201,
    answer: issuedTicketSchema,
    refusals: ['bookings-off', 'service-inactive', 'slot-unavailable', 'slot-full', 'booking-open'],
    async run({ house, actor, caller, params: { hall }, body, requestHeaders, answerHeaders }) {
      const hallId = await findHallId(house.db, hall);
      // Staff book for many customers on one device.
      const own = rolesIn(actor, hallId).length === 0;
      const device = own ? deviceMark(house.secret, cookiesOf(requestHeaders.get('cookie')).get(DEVICE_COOKIE)) : null;
      const person = personMark(house.secret, body.customer?.phone);
      const booked = await execute(house, caller, bookSlot, {
        hall,
        ...body,
        ...(device ? { device } : {}),
        ...(person ? { person } : {}),
      });
      if (!booked.ok) return booked;
      answerHeaders.set('location', `/api/v1/tickets/${booked.value.id}`);
      return success({ ...booked.value, token: ticketToken(house.secret, booked.value.id) });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/bookings',
    tag: 'tickets',
    summary: 'Bookings of a day, or those that no longer fit',
    description:
      'In the order of their times. `misfit` says that the hall is closed then by now, or no longer offers the service; ' +
      '`affected=true` lists those of all days to come.',
    who: ['booking.read'],
    params: hallParams,
    query: bookingsQuery,
    answer: bookingsSchema,
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      const config = hallId && (await readState(house, hallId, (state) => state.config));
      if (!hallId || !config) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'booking.read', hallId)) return fail(refusal(actor, hallId));
      const now = house.clock.now();
      const today = serviceDay(now, config.timeZone);
      const ahead = { from: today, to: addDays(today, 400), open: true };
      const open = (await listBookings(house.db, hallId, ahead)).map((row) => presentBooking(config, row, now));
      const affected = open.filter(({ misfit }) => misfit !== null);
      const day = query.day ?? today;
      const items =
        query.affected === 'true'
          ? affected
          : (await listBookings(house.db, hallId, { from: day, to: day })).map((row) =>
              presentBooking(config, row, now),
            );
      return success({ day, timeZone: config.timeZone, items, affectedCount: affected.length });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/move',
    tag: 'tickets',
    summary: 'Another time for a booking',
    description:
      'The token stays. On another day the ticket gets a number of that day. By id for staff, who read it back.',
    who: ['booking.change'],
    params: z.object({ ticket: idSchema.describe('Id or token of the ticket.') }),
    body: moveBookingBody,
    answer: ticketSchema.pick({ number: true, status: true, bookedFor: true }),
    refusals: ['wrong-state', 'changed-meanwhile', 'bookings-off', 'slot-unavailable', 'slot-full', 'booking-fixed'],
    async run({ house, caller, params: { ticket }, ticketId, body }) {
      const moved = await execute(house, caller, moveBooking, { ticketId: ticketId ?? ticket, ...body });
      if (!moved.ok) return moved;
      const { number, status, bookedFor } = moved.value;
      return success({ number, status, bookedFor });
    },
  }),
];
