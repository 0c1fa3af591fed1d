import type { HallConfig } from '@/lib/halls/hall-config';
import type { HallState } from '@/lib/halls/hall-state';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { dayFigures, type JourneyDay } from './journey-day';
import type { BehindView, JourneyView } from './schema';
import { touchpointViews } from './scorecard';
import { positionsAt, type VisitPosition } from './visit-position';

export function presentHall({ id, slug, names, timeZone }: HallConfig): JourneyView['hall'] {
  return { id, slug, names, timeZone };
}

/** The sixteen touchpoints on a day; with the people who are there now when it is today. */
export function presentJourney(config: HallConfig, day: JourneyDay, today: boolean, now: Date): JourneyView {
  const here = positionsAt(day.visits.values(), now);
  return {
    hall: presentHall(config),
    date: day.serviceDay,
    today,
    at: now.toISOString(),
    touchpoints: touchpointViews(dayFigures(day)).map((view) => ({
      ...view,
      here: today ? (here.get(view.key)?.length ?? 0) : null,
    })),
  };
}

/** Who is at a touchpoint now: ticket and service, never a name. */
export function presentPeople(
  state: HallState,
  day: JourneyDay,
  touchpoint: Touchpoint,
  now: Date,
): BehindView['people'] {
  return (positionsAt(day.visits.values(), now).get(touchpoint) ?? []).map((visit) => presentPerson(state, visit));
}

function presentPerson(state: HallState, visit: VisitPosition): BehindView['people'][number] {
  const own = [...visit.tickets].sort(([, a], [, b]) => b.since.getTime() - a.since.getTime());
  const ticket = own.map(([id]) => state.tickets.get(id)).find((found) => found !== undefined);
  return {
    visitId: visit.visitId,
    since: visit.since.toISOString(),
    number: ticket?.number ?? null,
    serviceCode: state.config.services.find(({ id }) => id === ticket?.serviceId)?.code ?? null,
    counterNumber: state.config.counters.find(({ id }) => id === ticket?.counterId)?.number ?? null,
    customerClass: ticket?.customerClass ?? null,
  };
}
