import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { listHallIds } from '@/lib/halls/queries';
import { serviceDay } from '@/lib/halls/service-day';
import { perHouse } from '@/lib/platform/per-house';
import { momentOf } from '@/lib/realtime/presenter';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import type { PastWait } from './best-hour';
import { presentHotlineHall, presentNotice } from './presenter';
import { listNotices, listPastWaits } from './queries';
import type { HotlineDeskView, HotlineHall } from './schema';

/** Days that are over do not change: read once a day for each hall. */
async function pastWaits(house: House, hallId: string, timeZone: string): Promise<PastWait[]> {
  const today = serviceDay(house.clock.now(), timeZone);
  const known = perHouse(house, 'past waits', () => new Map<string, { day: string; waits: PastWait[] }>());
  const found = known.get(hallId);
  if (found?.day === today) return found.waits;
  const waits = await listPastWaits(house.db, hallId, timeZone, today);
  known.set(hallId, { day: today, waits });
  return waits;
}

async function loadHall(house: House, hallId: string): Promise<HotlineHall | null> {
  const timeZone = await readState(house, hallId, (state) => state.config.timeZone);
  if (!timeZone) return null;
  const past = await pastWaits(house, hallId, timeZone);
  return readState(house, hallId, (state) => {
    const now = house.clock.now();
    return presentHotlineHall(state, now, momentOf(state, now).estimate, past);
  });
}

/** The hotline desk of a person: the halls for which he answers the phone. */
export async function loadHotlineDesk(house: House, actor: Actor): Promise<HotlineDeskView> {
  const ids = (await listHallIds(house.db)).filter((id) => permits(actor, 'hotline.use', id));
  const halls = await Promise.all(ids.map((id) => loadHall(house, id)));
  const now = house.clock.now();
  const notices = await listNotices(house.db, ids, actorRef(actor), now);
  return {
    at: now.toISOString(),
    halls: halls.filter((hall) => hall !== null),
    notices: notices.map(({ notice, acknowledgedAt }) => presentNotice(notice, acknowledgedAt)),
  };
}
