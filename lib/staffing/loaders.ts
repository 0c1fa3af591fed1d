import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localTime } from '@/lib/halls/service-day';
import type { HallHistory } from '@/lib/waiting/estimate';
import { usualHistory } from '@/lib/waiting/hall-estimate';
import { playPlan, searchStaffing } from '@/lib/waiting/planned-day';
import { openingOrder, playSkilled, type SkilledDemand } from '@/lib/waiting/skilled-day';
import type { StaffingTarget } from '@/lib/waiting/staffing';
import { presentStaffing, type RealCounter } from './presenter';
import { findIntended, listArrivals } from './queries';
import { type StaffingView, staffingQuery } from './schema';
import { arrivalDays, dayDemand, skilledDemand } from './staffing-demand';

/** What the limit is kept for: nine of ten customers. */
const TARGET_SHARE = 0.9;
/** Days played before others get their turn. */
const AT_A_STRETCH = 5;

/**
 * What a weekday of a hall needs and what is intended, each played many times. The caller has checked who asks.
 * @param weekday Monday = 0; left out: today's
 */
export async function loadStaffing(house: House, hallId: string, weekday?: number): Promise<StaffingView> {
  const now = house.clock.now();
  const hall = await readState(house, hallId, (state) => ({ config: state.config, history: usualHistory(state) }));
  if (!hall) throw new Error(`There is no hall ${hallId}.`);
  const { config } = hall;
  const history = offeredHistory(hall);
  const today = localTime(now, config.timeZone);
  const asked = weekday ?? today.weekday;
  const { rows, mix } = await listArrivals(house.db, hallId, today.day);
  const days = arrivalDays(rows, today.day);
  const intended = await findIntended(house.db, hallId, asked);
  const target: StaffingTarget = {
    share: TARGET_SHARE,
    seconds: config.limitSeconds,
    mostCounters: config.counters.filter(({ active }) => active).length,
  };
  const day = dayDemand(days, asked, config.weeklyHours[asked] ?? [], history, mix);
  const about = {
    weekday: asked,
    learnedDays: days.length,
    target,
    meanHandlingSeconds: day?.demand.meanHandlingSeconds ?? 0,
    intended,
  };
  if (!day) return presentStaffing(about, null);
  // The same chances for both, and the same each time the page is opened.
  const seed = 1 + asked;
  const { demand, first } = day;
  const needed = await inStretches(searchStaffing(demand, target, seed));
  const counters = intended?.counters.slice(first, first + demand.perHour.length);
  const played = counters ? await inStretches(playPlan(demand, target, counters, seed)) : null;
  // The sums know no services: what the counters really take is played beside them.
  const apart = skilledDemand(day, history, mix);
  const real = realCounters(config, history, apart);
  const playReal = (open: readonly number[]) =>
    inStretches(
      playSkilled(
        apart,
        target,
        real.map(({ services }) => services),
        open,
        seed,
      ),
    );
  return presentStaffing(about, {
    day,
    needed,
    intended: played,
    skilled: {
      services: history.services.flatMap(({ serviceId }) => config.services.filter(({ id }) => id === serviceId)),
      counters: real,
      needed: await playReal(needed.counters),
      intended: counters ? await playReal(counters) : null,
    },
  });
}

/** Of the services offered now: whoever came for another is taken to want one of these. */
function offeredHistory({ config, history }: { config: HallConfig; history: HallHistory }): HallHistory {
  const offered = new Set(config.services.flatMap(({ id, active }) => (active ? id : [])));
  return { ...history, services: history.services.filter(({ serviceId }) => offered.has(serviceId)) };
}

/** The counters in use with the services they take, by their place in the history, in the order of their opening. */
function realCounters({ counters }: HallConfig, { services }: HallHistory, demand: SkilledDemand): RealCounter[] {
  const used = counters
    .filter(({ active }) => active)
    .map(({ number, serviceIds }) => ({
      number,
      services: services.flatMap(({ serviceId }, i) => (serviceIds.includes(serviceId) ? [i] : [])),
    }));
  const order = openingOrder(
    demand,
    used.map((counter) => counter.services),
  );
  return order.map((i) => used[i] as RealCounter);
}

/** The weekday that an address asks for; nothing where it names none. */
export function askedWeekday(text: unknown): number | undefined {
  const found = staffingQuery.safeParse({ weekday: text ?? undefined });
  return found.success ? found.data.weekday : undefined;
}

/** Plays on, and lets whoever waits for this process in between: a plan must not keep a call from the display. */
async function inStretches<Value>(work: Generator<void, Value>): Promise<Value> {
  for (let played = 1; ; played += 1) {
    const { done, value } = work.next();
    if (done) return value;
    if (played % AT_A_STRETCH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
