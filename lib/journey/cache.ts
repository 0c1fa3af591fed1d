import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { perHouse } from '@/lib/platform/per-house';
import { beginDay, type JourneyDay, takeEvent } from './journey-day';
import { lastPlace, listDayEvents, listNewEvents } from './queries';
import { placeOfTicket, type VisitPosition } from './visit-position';

/** Events read at once while a day catches up. */
const AT_ONCE = 1000;

interface HallJourney {
  day: JourneyDay | null;
  /** The reading that is under way: who asks meanwhile waits for the next one, and shares it. */
  running: Promise<JourneyDay> | null;
  next: Promise<JourneyDay> | null;
}

/** The service day of a hall as its events tell it, rebuilt from them: for a day that is over. */
export async function rebuildDay(house: House, hallId: string, serviceDay: string): Promise<JourneyDay> {
  const day = beginDay(serviceDay);
  for (const event of await listDayEvents(house.db, hallId, serviceDay)) takeEvent(day, event);
  return day;
}

/**
 * Today in a hall, up to its last event. The fold stays in memory and takes only events that are new, whoever wrote
 * them: the events' table is the truth, also after a restart and beside another server. Nobody watches: nothing is read.
 */
export async function todayOf(house: House, hallId: string): Promise<JourneyDay> {
  const halls = perHouse(house, 'journey', () => new Map<string, HallJourney>());
  let hall = halls.get(hallId);
  if (!hall) {
    hall = { day: null, running: null, next: null };
    halls.set(hallId, hall);
  }
  const own = hall;
  // A reading that began before this question may have missed the event that led to it.
  if (own.running) {
    own.next ??= own.running
      .catch(() => null)
      .then(() => {
        own.next = null;
        return begin(house, hallId, own);
      });
    return own.next;
  }
  return begin(house, hallId, own);
}

function begin(house: House, hallId: string, hall: HallJourney): Promise<JourneyDay> {
  hall.running = catchUp(house, hallId, hall).finally(() => {
    hall.running = null;
  });
  return hall.running;
}

async function catchUp(house: House, hallId: string, hall: HallJourney): Promise<JourneyDay> {
  const present = await readState(house, hallId, (state) => ({
    serviceDay: state.serviceDay,
    here: [...state.tickets.values()].flatMap((ticket) => {
      const at = ticket.serviceDay < state.serviceDay ? placeOfTicket(ticket) : null;
      return at ? [{ visitId: ticket.visitId, ticketId: ticket.id, at, since: ticket.issuedAt }] : [];
    }),
  }));
  if (!present) throw new Error('There is no such hall.');
  let day = hall.day;
  if (day?.serviceDay !== present.serviceDay) {
    const last = await lastPlace(house.db, hallId);
    // Who stayed over midnight is where the state has him: the day's own events tell only of those who moved since.
    day = beginDay(present.serviceDay, stayed(present.here));
    for (const event of await listDayEvents(house.db, hallId, present.serviceDay)) takeEvent(day, event);
    // A day without events yet goes on from the last one of the days before.
    if (day.place.version < last.version) day.place = last;
  }
  for (;;) {
    const events = await listNewEvents(house.db, hallId, day.place, AT_ONCE);
    for (const event of events) takeEvent(day, event);
    if (events.length < AT_ONCE) break;
  }
  hall.day = day;
  return day;
}

function stayed(
  tickets: readonly { visitId: string; ticketId: string; at: VisitPosition['at']; since: Date }[],
): VisitPosition[] {
  const visits = new Map<string, VisitPosition>();
  for (const { visitId, ticketId, at, since } of tickets) {
    const visit = visits.get(visitId) ?? { visitId, at, since, tickets: new Map() };
    visit.tickets.set(ticketId, { at, since });
    visits.set(visitId, visit);
  }
  return [...visits.values()];
}
