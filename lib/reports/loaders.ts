import { fail, type Result, success } from '@/lib/core/result';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { HallConfig } from '@/lib/halls/hall-config';
import { listHallIds } from '@/lib/halls/queries';
import { addDays } from '@/lib/halls/service-day';
import type { Actor } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { listStaffNames } from '@/lib/staff/queries';
import {
  addUp,
  careCountsOf,
  careKeyOf,
  careWorkKeyOf,
  careWorkOf,
  lengthsOf,
  noWaitCounts,
  type WaitCounts,
  waitCountsOf,
  waitKeyOf,
  workCountsOf,
  workKeyOf,
} from './leg-summary';
import { limitsOf } from './limits-of';
import {
  type Days,
  type Loose,
  listDeliveries,
  listMailings,
  listWaitLengths,
  sumWaitsByDay,
  sumWaitsByHour,
  sumWaitsByWeek,
  sumWork,
  withLoose,
} from './queries';
import { type HallsReport, LONGEST_DAYS, type WaitReport, type WorkReport } from './schema';
import {
  addTallies,
  NO_WAITS,
  serviceLevelOf,
  tallyLengths,
  tallyWaits,
  type WaitRecord,
  waitRecords,
} from './service-level';
import { cutsOf, distributionOf, figuresOf } from './wait-report';
import { workFiguresOf } from './work-report';

interface Asked {
  config: HallConfig;
  days: Days;
  today: string;
  /** The waits of the people who are in the hall now, of these days. */
  here: WaitRecord[];
}

/** Completes the days asked for, and looks at the hall as it is. */
async function askedFor(house: House, hallId: string, { from, to }: Partial<Days>): Promise<Result<Asked>> {
  const read = await readState(house, hallId, ({ config, serviceDay: today, tickets }) => {
    const last = to ?? today;
    const days = { from: from ?? last, to: last };
    const inside = [...tickets.values()].filter((t) => days.from <= t.serviceDay && t.serviceDay <= days.to);
    return { config, today, days, here: waitRecords([], inside, house.clock.now()) };
  });
  if (!read) return fail('not-found', { detail: 'There is no such hall.' });
  const { days } = read;
  if (days.from > days.to || days.to > addDays(days.from, LONGEST_DAYS))
    return fail('invalid-input', {
      errors: [{ path: 'query.to', message: `from "from" on, at most ${LONGEST_DAYS} days` }],
    });
  return success(read);
}

/** Who waits now, past the limit of the service, by service id. */
function waitingPastOf({ config, here }: Asked): Map<string, number> {
  return new Map(
    config.services.map(({ id }) => {
      const waits = here.filter((wait) => wait.serviceId === id);
      return [id, tallyWaits(waits, limitsOf(config, id).limitSeconds).waitingPast];
    }),
  );
}

/** What loose legs and care add to the waits. */
function looseWaits(config: HallConfig, { legs, care }: Loose) {
  return [
    ...legs.map((leg) => ({
      key: waitKeyOf(leg, config.timeZone),
      counts: waitCountsOf(leg, limitsOf(config, leg.serviceId)),
    })),
    ...care.map((visit) => ({ key: careKeyOf(visit, config.timeZone), counts: careCountsOf(visit) })),
  ];
}

const byText = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '');

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);

/** Waits of some service days, from summaries and what is not in them yet. */
export async function loadWaitReport(house: House, hallId: string, asked: Partial<Days>): Promise<Result<WaitReport>> {
  const found = await askedFor(house, hallId, asked);
  if (!found.ok) return found;
  const { config, days, today } = found.value;
  const read = await withLoose(house.db, hallId, days, async () => ({
    byWeek: await sumWaitsByWeek(house.db, hallId, days),
    byDay: days.from === days.to ? null : await sumWaitsByDay(house.db, hallId, days),
  }));
  const loose = looseWaits(config, read.loose);
  const cuts = cutsOf([
    ...read.sums.byWeek,
    ...loose.map(({ key: { weekday, hour, serviceId }, counts }) => ({ key: { weekday, hour, serviceId }, counts })),
  ]);
  const byDay = read.sums.byDay
    ? addUp([
        ...read.sums.byDay,
        ...loose.map(({ key, counts }) => ({ key: { serviceDay: key.serviceDay }, counts })),
      ]).sort((a, b) => a.key.serviceDay.localeCompare(b.key.serviceDay))
    : cuts.total.legs + cuts.total.careDue > 0
      ? [{ key: { serviceDay: days.from }, counts: cuts.total }]
      : [];
  const waitingPast = waitingPastOf(found.value);
  const past = sumOf(waitingPast.values());
  const services = new Map(cuts.services.map(({ key, counts }): [string, WaitCounts] => [key.serviceId, counts]));
  const codes = new Map(config.services.map(({ id, code }) => [id, code]));
  const order = config.services.map(({ id }) => id);
  return success({
    ...days,
    total: figuresOf(cuts.total, past),
    days: byDay.map(({ key, counts }) => ({
      day: key.serviceDay,
      ...figuresOf(counts, key.serviceDay === today ? past : 0),
    })),
    hours: cuts.hours.map(({ key, counts }) => ({ ...key, ...figuresOf(counts) })),
    week: cuts.week.map(({ key, counts }) => ({ ...key, ...figuresOf(counts) })),
    services: config.services.flatMap(({ id, code, names }) => {
      const counts = services.get(id);
      return counts ? [{ serviceCode: code, names, ...figuresOf(counts, waitingPast.get(id)) }] : [];
    }),
    serviceHours: cuts.serviceHours
      .sort((a, b) => a.key.hour - b.key.hour || order.indexOf(a.key.serviceId) - order.indexOf(b.key.serviceId))
      .flatMap(({ key: { serviceId, hour }, counts }) => {
        const serviceCode = codes.get(serviceId);
        return serviceCode === undefined ? [] : [{ serviceCode, hour, ...figuresOf(counts) }];
      }),
    distribution: distributionOf(cuts.total),
  });
}

/** Work of some service days by clerk and by counter. */
export async function loadWorkReport(house: House, hallId: string, asked: Partial<Days>): Promise<Result<WorkReport>> {
  const found = await askedFor(house, hallId, asked);
  if (!found.ok) return found;
  const { config, days } = found.value;
  const { sums, loose } = await withLoose(house.db, hallId, days, () => sumWork(house.db, hallId, days));
  const ofDay = <Key extends { serviceDay: string }>({ serviceDay: _day, ...key }: Key) => key;
  const rows = addUp([
    ...sums,
    ...loose.legs.map((leg) => ({
      key: ofDay(workKeyOf(leg)),
      counts: workCountsOf(leg, limitsOf(config, leg.serviceId)),
    })),
    ...loose.care
      .filter(({ state }) => state === 'done')
      .map((visit) => ({ key: ofDay(careWorkKeyOf(visit)), counts: careWorkOf(visit) })),
  ]);
  const byClerk = workFiguresOf(rows, ({ staffId }) => staffId);
  const byCounter = workFiguresOf(
    // Care is given in the hall, by somebody: it belongs to no counter.
    rows.filter(({ counts }) => counts.legs > 0),
    ({ counterId }) => counterId,
  );
  const names = await listStaffNames(house.db, [...byClerk.keys()].filter(Boolean));
  return success({
    ...days,
    clerks: [...byClerk]
      .map(([id, figures]) => ({ staffId: id || null, name: names.get(id) ?? null, ...figures }))
      .sort((a, b) => b.handled - a.handled || byText(a.name, b.name) || byText(a.staffId, b.staffId)),
    counters: [...byCounter]
      .map(([id, figures]) => ({
        counterNumber: config.counters.find((counter) => counter.id === id)?.number ?? null,
        ...figures,
      }))
      .sort((a, b) => (a.counterNumber ?? 0) - (b.counterNumber ?? 0)),
  });
}

/** Service level of some service days against any threshold, in seconds; left out, the hall's limit. */
export async function loadServiceLevel(
  house: House,
  hallId: string,
  { thresholdSeconds, ...asked }: Partial<Days> & { thresholdSeconds?: number },
) {
  const found = await askedFor(house, hallId, asked);
  if (!found.ok) return found;
  const { config, days, here } = found.value;
  const threshold = thresholdSeconds ?? config.limitSeconds;
  const { sums, loose } = await withLoose(house.db, hallId, days, () => listWaitLengths(house.db, hallId, days));
  const lengths = [
    ...sums,
    ...[...lengthsOf(loose.legs).values()].map(({ key, lengths: more }) => ({
      serviceId: key.serviceId,
      lengths: more,
    })),
  ];
  const byService = config.services.map(({ id, code }) => ({
    code,
    tally: addTallies([
      NO_WAITS,
      ...lengths
        .filter(({ serviceId }) => serviceId === id)
        .map(({ lengths: waits }) => tallyLengths(waits, threshold)),
      tallyWaits(
        here.filter((wait) => wait.serviceId === id),
        threshold,
      ),
    ]),
  }));
  return success({
    ...days,
    thresholdSeconds: threshold,
    ...serviceLevelOf(addTallies(byService.map(({ tally }) => tally))),
    services: byService.map(({ code, tally }) => ({ serviceCode: code, ...serviceLevelOf(tally) })),
  });
}

/** The halls that somebody may read the reports of. */
export async function readableHalls(house: House, actor: Actor): Promise<string[]> {
  return (await listHallIds(house.db)).filter((hallId) => permits(actor, 'report.read', hallId));
}

/**
 * Waits of some service days in several halls, which the caller may all read. Days are each hall's own; left out, the
 * today of the first.
 */
export async function loadHallsReport(
  house: House,
  hallIds: readonly string[],
  asked: Partial<Days>,
): Promise<Result<HallsReport>> {
  const [first] = hallIds;
  if (first === undefined) return fail('forbidden', { detail: 'There is no hall whose reports you may read.' });
  const begun = await askedFor(house, first, asked);
  if (!begun.ok) return begun;
  const { days } = begun.value;
  const halls: { slug: string; names: HallConfig['names']; counts: WaitCounts; past: number; today: string }[] = [];
  const byHour: { key: { hour: number }; counts: WaitCounts }[] = [];
  const byDay: { key: { serviceDay: string }; counts: WaitCounts }[] = [];
  for (const hallId of hallIds) {
    const found = await askedFor(house, hallId, days);
    if (!found.ok) return found;
    const { config, today } = found.value;
    const read = await withLoose(house.db, hallId, days, async () => ({
      hours: await sumWaitsByHour(house.db, hallId, days),
      days: await sumWaitsByDay(house.db, hallId, days),
    }));
    const loose = looseWaits(config, read.loose);
    const hours = [...read.sums.hours, ...loose.map(({ key, counts }) => ({ key: { hour: key.hour }, counts }))];
    byHour.push(...hours);
    byDay.push(...read.sums.days, ...loose.map(({ key, counts }) => ({ key: { serviceDay: key.serviceDay }, counts })));
    halls.push({
      slug: config.slug,
      names: config.names,
      counts: addUp(hours.map(({ counts }) => ({ key: {}, counts })))[0]?.counts ?? noWaitCounts(),
      past: sumOf(waitingPastOf(found.value).values()),
      today,
    });
  }
  const total = addUp(halls.map(({ counts }) => ({ key: {}, counts })))[0]?.counts ?? noWaitCounts();
  return success({
    ...days,
    total: figuresOf(total, sumOf(halls.map(({ past }) => past))),
    halls: halls.map(({ slug, names, counts, past }) => ({ hall: slug, names, ...figuresOf(counts, past) })),
    hours: addUp(byHour)
      .sort((a, b) => a.key.hour - b.key.hour)
      .map(({ key, counts }) => ({ ...key, ...figuresOf(counts) })),
    days: addUp(byDay)
      .sort((a, b) => a.key.serviceDay.localeCompare(b.key.serviceDay))
      .map(({ key, counts }) => ({
        day: key.serviceDay,
        ...figuresOf(counts, sumOf(halls.filter(({ today }) => today === key.serviceDay).map(({ past }) => past))),
      })),
  });
}

/** The service day that a hall has now. */
export function todayOfHall(house: House, hallId: string): Promise<string | null> {
  return readState(house, hallId, ({ serviceDay }) => serviceDay);
}

/** The mailings of a hall, and what became of the last reports. */
export async function loadMailings(house: House, hallId: string) {
  return {
    mailings: await listMailings(house.db, hallId),
    deliveries: await listDeliveries(house.db, hallId, 20),
  };
}
