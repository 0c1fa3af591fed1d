import { fail, type Result, success } from '@/lib/core/result';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { HallConfig } from '@/lib/halls/hall-config';
import { addDays } from '@/lib/halls/service-day';
import { listStaffNames } from '@/lib/staff/queries';
import { limitsOf } from './commands';
import { addUp, type WaitCounts, waitCountsOf, waitKeyOf, workCountsOf, workKeyOf } from './leg-summary';
import { sumWaitsByHour, sumWaitsByService, sumWork, withLooseLegs } from './queries';
import { LONGEST_DAYS, type WaitReport, type WorkReport } from './schema';
import { tallyWaits, waitRecords } from './service-level';
import { cutsOf, distributionOf, figuresOf, workFiguresOf } from './wait-report';

interface Days {
  from: string;
  to: string;
}

interface Asked {
  config: HallConfig;
  days: Days;
  today: string;
  /** People who wait now, past their limit, by service id. */
  waitingPast: Map<string, number>;
}

/** Completes the days asked for, and looks at the hall as it is. */
async function askedFor(house: House, hallId: string, { from, to }: Partial<Days>): Promise<Result<Asked>> {
  const read = await readState(house, hallId, (state) => ({
    config: state.config,
    today: state.serviceDay,
    waits: waitRecords([], state.tickets.values(), house.clock.now()),
  }));
  if (!read) return fail('not-found', { detail: 'There is no such hall.' });
  const { config, today, waits } = read;
  const last = to ?? today;
  const days = { from: from ?? last, to: last };
  if (days.from > days.to || days.to > addDays(days.from, LONGEST_DAYS))
    return fail('invalid-input', {
      errors: [{ path: 'query.to', message: `from "from" on, at most ${LONGEST_DAYS} days` }],
    });
  const waitingPast = new Map<string, number>();
  if (days.from <= today && today <= days.to)
    for (const { id } of config.services) {
      const here = waits.filter((wait) => wait.serviceId === id);
      waitingPast.set(id, tallyWaits(here, limitsOf(config, id).limitSeconds).waitingPast);
    }
  return success({ config, days, today, waitingPast });
}

/** Waits of some service days, from summaries and the legs that are not in them yet. */
export async function loadWaitReport(house: House, hallId: string, asked: Partial<Days>): Promise<Result<WaitReport>> {
  const found = await askedFor(house, hallId, asked);
  if (!found.ok) return found;
  const { config, days, today, waitingPast } = found.value;
  const read = await withLooseLegs(house.db, hallId, days, async () => ({
    byHour: await sumWaitsByHour(house.db, hallId, days),
    byService: await sumWaitsByService(house.db, hallId, days),
  }));
  const { byHour, byService } = read.sums;
  const loose = read.loose.map((leg) => ({
    key: waitKeyOf(leg, config.timeZone),
    counts: waitCountsOf(leg, limitsOf(config, leg.serviceId)),
  }));
  const cuts = cutsOf(
    addUp([
      ...byHour,
      ...loose.map(({ key: { serviceDay, weekday, hour }, counts }) => ({
        key: { serviceDay, weekday, hour },
        counts,
      })),
    ]),
  );
  const services = new Map(
    addUp([...byService, ...loose.map(({ key, counts }) => ({ key: { serviceId: key.serviceId }, counts }))]).map(
      ({ key, counts }): [string, WaitCounts] => [key.serviceId, counts],
    ),
  );
  const past = [...waitingPast.values()].reduce((sum, count) => sum + count, 0);
  return success({
    ...days,
    total: figuresOf(cuts.total, past),
    days: cuts.days.map(({ key, counts }) => ({
      day: key.serviceDay,
      ...figuresOf(counts, key.serviceDay === today ? past : 0),
    })),
    hours: cuts.hours.map(({ key, counts }) => ({ ...key, ...figuresOf(counts) })),
    week: cuts.week.map(({ key, counts }) => ({ ...key, ...figuresOf(counts) })),
    services: config.services.flatMap(({ id, code, names }) => {
      const counts = services.get(id);
      return counts ? [{ serviceCode: code, names, ...figuresOf(counts, waitingPast.get(id)) }] : [];
    }),
    distribution: distributionOf(cuts.total),
  });
}

/** Handling of some service days by clerk and by counter. */
export async function loadWorkReport(house: House, hallId: string, asked: Partial<Days>): Promise<Result<WorkReport>> {
  const found = await askedFor(house, hallId, asked);
  if (!found.ok) return found;
  const { config, days } = found.value;
  const { sums, loose } = await withLooseLegs(house.db, hallId, days, () => sumWork(house.db, hallId, days));
  const rows = addUp([
    ...sums,
    ...loose.map((leg) => {
      const { serviceDay: _day, ...key } = workKeyOf(leg);
      return { key, counts: workCountsOf(leg, limitsOf(config, leg.serviceId)) };
    }),
  ]);
  const byClerk = workFiguresOf(rows, ({ staffId }) => staffId);
  const byCounter = workFiguresOf(rows, ({ counterId }) => counterId);
  const names = await listStaffNames(house.db, [...byClerk.keys()].filter(Boolean));
  return success({
    ...days,
    clerks: [...byClerk]
      .map(([id, figures]) => ({ staffId: id || null, name: names.get(id) ?? null, ...figures }))
      .sort((a, b) => b.handled - a.handled),
    counters: [...byCounter]
      .map(([id, figures]) => ({
        counterNumber: config.counters.find((counter) => counter.id === id)?.number ?? null,
        ...figures,
      }))
      .sort((a, b) => (a.counterNumber ?? 0) - (b.counterNumber ?? 0)),
  });
}
