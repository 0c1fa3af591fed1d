import { cookies } from 'next/headers';
import { readState } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { hoursOn } from '@/lib/halls/opening-hours';
import { presentHall } from '@/lib/halls/presenter';
import { findHallId, listHallIds } from '@/lib/halls/queries';
import type { HallView } from '@/lib/halls/schema';
import { serviceDay } from '@/lib/halls/service-day';
import { hoursToCome } from '@/lib/hotline/best-hour';
import { byUsefulness, distanceKm, matches } from '@/lib/hotline/hall-search';
import { listPastWaits } from '@/lib/hotline/queries';
import { perHouse } from '@/lib/platform/per-house';
import { momentOf } from '@/lib/realtime/presenter';
import { DEVICE_COOKIE, deviceMark } from '@/lib/remote/device';
import { countRemote, ticketsOfDevice } from '@/lib/tickets/queries';
import { isActive } from '@/lib/tickets/ticket';
import { ticketToken } from '@/lib/tickets/token';
import type { Near } from './directory-query';
import { type UsualWait, usualWaits } from './usual-waits';

export interface DirectoryEntry {
  hall: HallView;
  /** As the crow flies; null where one of the places is not known. */
  distanceKm: number | null;
}

/** Halls that fit the words, open ones first, then the nearest or the emptiest. */
export async function loadDirectory(words: string, near: Near | null): Promise<DirectoryEntry[]> {
  const open = house();
  const views = await Promise.all((await listHallIds(open.db)).map((id) => loadView(open, id)));
  const fitting = views
    .filter((view) => view !== null)
    .filter((view) => matches({ ...view, address: everyText(view.address, view.district) }, words));
  return byUsefulness(fitting, near).map((hall) => ({ hall, distanceKm: near && distanceKm(near, hall) }));
}

/** The district is searched like the address. */
function everyText(address: Record<string, string>, district: Record<string, string>): Record<string, string> {
  return {
    ...address,
    ...Object.fromEntries(Object.entries(district).map(([key, text]) => [`district ${key}`, text])),
  };
}

function loadView(open: House, hallId: string): Promise<HallView | null> {
  const now = open.clock.now();
  return readState(open, hallId, (state) => presentHall(state, now, momentOf(state, now).estimate));
}

export interface HallPage {
  hall: HallView;
  now: string;
  usualWaits: UsualWait[];
  /** The number that this phone has open here. */
  mine: { number: string; token: string } | null;
  /** All tickets from afar of today are given out. */
  full: boolean;
}

/** Everything a customer wants to know of a hall before he goes there; null where there is none. */
export async function loadHallPage(slug: string): Promise<HallPage | null> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  if (!hallId) return null;
  const now = open.clock.now();
  const device = deviceMark(open.secret, (await cookies()).get(DEVICE_COOKIE)?.value);
  const own = device ? await ticketsOfDevice(open.db, hallId, device) : [];
  const found = await readState(open, hallId, (state) => {
    if (!state.config.active) return null;
    const mine = own.map((id) => state.tickets.get(id)).find((ticket) => ticket && isActive(ticket.status));
    return {
      hall: presentHall(state, now, momentOf(state, now).estimate),
      mine: mine ? { number: mine.number, token: ticketToken(open.secret, mine.id) } : null,
      hours: hoursToCome(hoursOn(state.config, serviceDay(now, state.config.timeZone)), 0),
      perDay: state.config.remotePerDay,
    };
  });
  if (!found) return null;
  const { hall, mine, hours, perDay } = found;
  const today = serviceDay(now, hall.timeZone);
  return {
    hall,
    mine,
    now: now.toISOString(),
    usualWaits: usualWaits(await pastWaits(open, hallId, hall.timeZone, today), hours),
    full: perDay !== null && (await countRemote(open.db, hallId, today)) >= perDay,
  };
}

type PastWaits = Awaited<ReturnType<typeof listPastWaits>>;

/** Days that are over do not change: read once a day for each hall. */
async function pastWaits(open: House, hallId: string, timeZone: string, today: string): Promise<PastWaits> {
  const known = perHouse(open, 'usual waits', () => new Map<string, { day: string; waits: PastWaits }>());
  const found = known.get(hallId);
  if (found?.day === today) return found.waits;
  const waits = await listPastWaits(open.db, hallId, timeZone, today);
  known.set(hallId, { day: today, waits });
  return waits;
}
