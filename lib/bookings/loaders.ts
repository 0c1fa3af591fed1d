import { cookies } from 'next/headers';
import { readState } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import type { HallConfig } from '@/lib/halls/hall-config';
import { findHallId } from '@/lib/halls/queries';
import { addDays, serviceDay } from '@/lib/halls/service-day';
import { DEVICE_COOKIE, deviceMark } from '@/lib/remote/device';
import { findStoredTicket } from '@/lib/tickets/queries';
import type { Ticket } from '@/lib/tickets/ticket';
import { ticketIdOf, ticketToken } from '@/lib/tickets/token';
import { bookingTimes } from './booking-times';
import { presentBooking, presentSlots } from './presenter';
import { countTaken, findOpenBooking, listBookings } from './queries';
import type { SlotsView } from './schema';
import { bookableDays } from './slots';

/** The open booking of this phone in a hall. */
export async function loadMyBooking(hallId: string): Promise<{ token: string; at: string } | null> {
  const open = house();
  const device = deviceMark(open.secret, (await cookies()).get(DEVICE_COOKIE)?.value);
  const id = await findOpenBooking(open.db, hallId, { device });
  const ticket = id ? await findStoredTicket(open.db, id) : null;
  return ticket?.bookedFor ? { token: ticketToken(open.secret, ticket.id), at: ticket.bookedFor.toISOString() } : null;
}

export interface BookPage {
  hall: Pick<HallConfig, 'slug' | 'names' | 'timeZone'>;
  services: { code: string; names: Record<string, string> }[];
  /** The service that was chosen, and its times. */
  service: { code: string; names: Record<string, string> } | null;
  slots: SlotsView | null;
  /** The booking that is to be moved. */
  moved: { token: string; at: string; mayChange: boolean } | null;
}

/** What the page of bookings shows; null where there is no such hall, or it takes no bookings. */
export async function loadBookPage(
  slug: string,
  { serviceCode, change }: { serviceCode: string | undefined; change: string | undefined },
): Promise<BookPage | null> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  const config = hallId ? await readState(open, hallId, (state) => state.config) : null;
  if (!hallId || !config?.active || !config.bookings) return null;
  const now = open.clock.now();
  const movedId = change ? ticketIdOf(open.secret, change) : null;
  const stored = movedId ? await findStoredTicket(open.db, movedId) : null;
  const moved: Ticket | null = stored?.hallId === hallId && stored.status === 'booked' ? stored : null;
  const offered = config.bookableServices.filter(({ active }) => active);
  const services = config.services.filter(({ id, active }) => active && offered.some((one) => one.serviceId === id));
  const service = services.find(({ id, code }) => (moved ? id === moved.serviceId : code === serviceCode));
  const bookable = offered.find(({ serviceId }) => serviceId === service?.id);
  const days = bookableDays(config, now);
  const choice = ({ code, names }: { code: string; names: Record<string, string> }) => ({ code, names });
  return {
    hall: { slug: config.slug, names: config.names, timeZone: config.timeZone },
    services: services.map(choice),
    service: service ? choice(service) : null,
    slots: bookable
      ? presentSlots(
          config,
          bookable,
          days,
          await countTaken(open.db, { hallId, serviceId: bookable.serviceId, days }),
          now,
        )
      : null,
    moved:
      moved?.bookedFor && change
        ? {
            token: change,
            at: moved.bookedFor.toISOString(),
            mayChange: now <= bookingTimes(moved.bookedFor, config).changeUntil,
          }
        : null,
  };
}

/** What the calendar entry of a booking is made of; null for a token without one. */
export async function loadCalendarFacts(token: string) {
  const open = house();
  const id = ticketIdOf(open.secret, token);
  const ticket = id ? await findStoredTicket(open.db, id) : null;
  if (!ticket?.bookedFor) return null;
  const config = await readState(open, ticket.hallId, (state) => state.config);
  const service = config?.services.find((one) => one.id === ticket.serviceId);
  if (!config || !service) return null;
  const bookable = config.bookableServices.find(({ serviceId }) => serviceId === service.id);
  return {
    id: ticket.id,
    number: ticket.number,
    at: ticket.bookedFor,
    checkInFrom: bookingTimes(ticket.bookedFor, config).checkInFrom,
    minutes: bookable?.slotMinutes ?? 15,
    remindMinutes: config.bookingReminderMinutes,
    hallNames: config.names,
    address: config.address,
    serviceNames: service.names,
    timeZone: config.timeZone,
  };
}

/** A day's bookings for staff, or of all days those that no longer fit; the caller has checked who asks. */
export async function loadDeskBookings(
  open: House,
  hallId: string,
  { day, affected }: { day: string; affected: boolean },
) {
  const config = await readState(open, hallId, (state) => state.config);
  if (!config) throw new Error('The hall is gone.');
  const now = open.clock.now();
  const today = serviceDay(now, config.timeZone);
  const shown = /^\d{4}-\d\d-\d\d$/.test(day) ? day : today;
  const ahead = await listBookings(open.db, hallId, { from: today, to: addDays(today, 400), open: true });
  const misfits = ahead.map((row) => presentBooking(config, row, now)).filter(({ misfit }) => misfit !== null);
  const ofDay = affected
    ? misfits
    : (await listBookings(open.db, hallId, { from: shown, to: shown })).map((row) => presentBooking(config, row, now));
  return {
    slug: config.slug,
    hallNames: config.names,
    timeZone: config.timeZone,
    takes: config.bookings,
    day: shown,
    affectedCount: misfits.length,
    items: ofDay.map((booking) => ({
      ...booking,
      serviceNames: config.services.find(({ code }) => code === booking.serviceCode)?.names ?? {},
    })),
  };
}
