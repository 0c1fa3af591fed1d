import { page } from '@/lib/api/page';
import { fail, type Result, success } from '@/lib/core/result';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { findHallId, listHallIds } from '@/lib/halls/queries';
import type { Actor } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { type EventPlace, eventCursor } from '@/lib/touchpoints/schema';
import { rebuildDay, todayOf } from './cache';
import { dayFigures, type TouchpointFigures } from './journey-day';
import { type DayRange, type Period, periodBefore, periodOf } from './period';
import { presentHall, presentJourney, presentPeople } from './presenter';
import { listDayFigures, listTouchpointEvents } from './queries';
import type { BehindView, JourneyView, Scorecard } from './schema';
import { addDaysUp, type FiguresByTouchpoint, scoresOf, weakest } from './scorecard';

/** The hall's id for somebody who may read its journey. */
export async function journeyHall(house: House, actor: Actor, hall: string): Promise<Result<string>> {
  const hallId = await findHallId(house.db, hall);
  if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
  if (!permits(actor, 'journey.read', hallId)) return fail(refusal(actor, hallId));
  return success(hallId);
}

/** The journey board of a day; left out, today's. Null where there is no such hall. */
export async function loadJourney(house: House, hallId: string, date?: string): Promise<JourneyView | null> {
  const present = await readState(house, hallId, ({ config, serviceDay }) => ({ config, serviceDay }));
  if (!present) return null;
  const today = date === undefined || date === present.serviceDay;
  const day = today ? await todayOf(house, hallId) : await rebuildDay(house, hallId, date);
  return presentJourney(present.config, day, today, house.clock.now());
}

/** The people and a page of the events behind a touchpoint's number. Null where there is no such hall. */
export async function loadBehind(
  house: House,
  hallId: string,
  touchpoint: Touchpoint,
  asked: { date?: string; before?: EventPlace; limit: number },
): Promise<BehindView | null> {
  const { date, before, limit } = asked;
  const day = await todayOf(house, hallId);
  const serviceDay = date ?? day.serviceDay;
  const present = await readState(house, hallId, (state) => ({
    counters: new Map(state.config.counters.map(({ id, number }) => [id, number])),
    people: serviceDay === day.serviceDay ? presentPeople(state, day, touchpoint, house.clock.now()) : [],
  }));
  if (!present) return null;
  const rows = await listTouchpointEvents(house.db, { hallId, serviceDay, touchpoint }, { before, limit: limit + 1 });
  const { items, nextCursor } = page(rows, limit, eventCursor);
  return {
    touchpoint,
    date: serviceDay,
    people: present.people,
    items: items.map(({ id, at, kind, number, visitId, counterId }) => ({
      id,
      at: at.toISOString(),
      kind,
      number,
      counterNumber: present.counters.get(counterId ?? '') ?? null,
      visitId,
    })),
    nextCursor,
  };
}

/** The figures of the days of a range: kept ones, and today's as they are now. */
async function figuresOf(house: House, hallId: string, range: DayRange, today: string) {
  const days = new Map<string, Map<Touchpoint, TouchpointFigures>>();
  for (const { serviceDay, touchpoint, figures } of await listDayFigures(house.db, hallId, range))
    days.set(serviceDay, (days.get(serviceDay) ?? new Map()).set(touchpoint, figures));
  if (range.from <= today && today <= range.to) days.set(today, dayFigures(await todayOf(house, hallId)));
  return days;
}

/** The scorecard of the period in which a day lies; left out, today. Null where there is no such hall. */
export async function loadScorecard(
  house: House,
  hallId: string,
  period: Period,
  date?: string,
): Promise<Scorecard | null> {
  const present = await readState(house, hallId, ({ config, serviceDay }) => ({ config, serviceDay }));
  if (!present) return null;
  const range = periodOf(period, date ?? present.serviceDay);
  const days = await figuresOf(house, hallId, range, present.serviceDay);
  const before = await figuresOf(house, hallId, periodBefore(period, range), present.serviceDay);
  const sum = (found: Map<string, FiguresByTouchpoint>) => addDaysUp([...found.values()]);
  const touchpoints = scoresOf(sum(days), sum(before));
  return {
    hall: presentHall(present.config),
    today: present.serviceDay,
    period,
    ...range,
    days: days.size,
    at: house.clock.now().toISOString(),
    touchpoints,
    weakest: weakest(touchpoints),
  };
}

/** The halls whose scorecards this person may read. */
export async function loadComparableHalls(house: House, actor: Actor) {
  const halls = await listHallIds(house.db);
  const found = await Promise.all(
    halls
      .filter((id) => permits(actor, 'journey.read', id))
      .map((id) => readState(house, id, ({ config }) => ({ id, slug: config.slug, names: config.names }))),
  );
  return found.filter((hall) => hall !== null);
}
