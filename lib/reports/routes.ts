import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { type Call, defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { findHallId } from '@/lib/halls/queries';
import { addDays, serviceDay } from '@/lib/halls/service-day';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { loadWaitReport, loadWorkReport } from './loaders';
import { tallyLegs } from './queries';
import {
  LONGEST_DAYS,
  reportDaysQuery,
  serviceLevelQuery,
  serviceLevelSchema,
  waitReportSchema,
  workReportSchema,
} from './schema';
import { addTallies, NO_WAITS, serviceLevelOf, tallyWaits, waitRecords } from './service-level';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const reportRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/reports/service-level',
    tag: 'reports',
    summary: 'Share of waits within the limit, by service days',
    description: 'Two figures, both named: the honest one and the usual one, which counts served customers only.',
    who: ['report.read'],
    params: hallParams,
    query: serviceLevelQuery,
    answer: serviceLevelSchema,
    async run(call) {
      const { house, params, query } = call;
      const hall = await readHall(call, params.hall, 'report.read', ({ state, now }) => {
        const { id, timeZone, limitSeconds, services } = state.config;
        const day = (text: string | undefined) =>
          text === undefined || !text.includes('T') ? text : serviceDay(new Date(text), timeZone);
        const to = day(query.to) ?? state.serviceDay;
        const from = day(query.from) ?? to;
        const waiting = [...state.tickets.values()].filter((t) => from <= t.serviceDay && t.serviceDay <= to);
        return {
          id,
          from,
          to,
          thresholdSeconds: query.thresholdSeconds ?? limitSeconds,
          services,
          waits: waitRecords([], waiting, now),
        };
      });
      if (!hall.ok) return hall;
      const { id, from, to, thresholdSeconds, services, waits } = hall.value;
      if (from > to || to > addDays(from, LONGEST_DAYS))
        return fail('invalid-input', {
          errors: [{ path: 'query.to', message: `from "from" on, at most ${LONGEST_DAYS} days` }],
        });
      const legs = await tallyLegs(house.db, id, { from, to }, thresholdSeconds);
      const byService = services.map((service) => {
        const here = waits.filter((wait) => wait.serviceId === service.id);
        return {
          code: service.code,
          tally: addTallies([legs.get(service.id) ?? NO_WAITS, tallyWaits(here, thresholdSeconds)]),
        };
      });
      return success({
        from,
        to,
        thresholdSeconds,
        ...serviceLevelOf(addTallies(byService.map((service) => service.tally))),
        services: byService.map(({ code, tally }) => ({ serviceCode: code, ...serviceLevelOf(tally) })),
      });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/reports/waits',
    tag: 'reports',
    summary: 'Waits of service days by day, hour, weekday and service',
    description:
      'From summaries: a year costs little more than a day. Exact to the events, the last half minute included.',
    who: ['report.read'],
    params: hallParams,
    query: reportDaysQuery,
    answer: waitReportSchema,
    run: (call) => ofHall(call, call.params.hall, (hallId) => loadWaitReport(call.house, hallId, call.query)),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/reports/work',
    tag: 'reports',
    summary: 'Handling by clerk and counter',
    description: "Beside the hall's own average for the same mix of services.",
    who: ['report.read'],
    params: hallParams,
    query: reportDaysQuery,
    answer: workReportSchema,
    run: (call) => ofHall(call, call.params.hall, (hallId) => loadWorkReport(call.house, hallId, call.query)),
  }),
];

/** For whoever may read reports in the hall. */
async function ofHall<T>(
  { house, actor }: Pick<Call, 'house' | 'actor'>,
  hall: string,
  read: (hallId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const hallId = await findHallId(house.db, hall);
  if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
  if (!permits(actor, 'report.read', hallId)) return fail(refusal(actor, hallId));
  return read(hallId);
}
