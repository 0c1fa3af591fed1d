import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { type Call, defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { execute, readState } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { serviceDay } from '@/lib/halls/service-day';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { changeMailing, removeMailing, saveMailing } from './commands';
import { loadHallsReport, loadServiceLevel, loadWaitReport, loadWorkReport, readableHalls } from './loaders';
import { listMailings } from './queries';
import {
  hallsReportSchema,
  type Mailing,
  mailingBody,
  mailingChange,
  mailingSchema,
  reportDaysQuery,
  serviceLevelQuery,
  serviceLevelSchema,
  waitReportSchema,
  workReportSchema,
} from './schema';

const mailingParams = z.object({ mailing: idSchema });

const presentMailing = ({ hallId: _hallId, ...mailing }: Mailing) => mailing;
const presented = (saved: Result<Mailing>) => (saved.ok ? success(presentMailing(saved.value)) : saved);

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
    run: (call) =>
      ofHall(call, call.params.hall, async (hallId) => {
        const { house, query } = call;
        const timeZone = await readState(house, hallId, ({ config }) => config.timeZone);
        const day = (text: string | undefined) =>
          text === undefined || !text.includes('T') || !timeZone ? text : serviceDay(new Date(text), timeZone);
        return loadServiceLevel(house, hallId, { ...query, from: day(query.from), to: day(query.to) });
      }),
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
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/mailings',
    tag: 'reports',
    summary: 'Reports that go out by e-mail by themselves',
    who: ['settings.read'],
    params: hallParams,
    query: pageQuery,
    answer: pageOf(mailingSchema),
    async run({ house, actor, params, query }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'settings.read', hallId)) return fail(refusal(actor, hallId));
      const after = (id: string) => query.after === undefined || id > query.after;
      const rows = (await listMailings(house.db, hallId)).filter(({ id }) => after(id)).map(presentMailing);
      return success(page(rows.slice(0, query.limit + 1), query.limit, (row) => row.id));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/mailings',
    tag: 'reports',
    summary: 'Let a report go out by e-mail every day, week or month',
    description:
      'To whom, when by the clock of the hall, and in which language. Each recipient sees only the own address.',
    who: ['settings.write'],
    params: hallParams,
    body: mailingBody,
    status: 201,
    answer: mailingSchema,
    run: async ({ house, caller, params, body }) =>
      presented(await execute(house, caller, saveMailing, { hall: params.hall, ...body })),
  }),
  defineRoute({
    method: 'patch',
    path: '/mailings/{mailing}',
    tag: 'reports',
    summary: 'Change a mailing, or switch it off',
    who: ['settings.write'],
    params: mailingParams,
    body: mailingChange,
    answer: mailingSchema,
    run: async ({ house, caller, params, body }) =>
      presented(await execute(house, caller, changeMailing, { mailingId: params.mailing, ...body })),
  }),
  defineRoute({
    method: 'delete',
    path: '/mailings/{mailing}',
    tag: 'reports',
    summary: 'Send these reports no more',
    description: 'What is known of the reports that went out by it is deleted too. To keep that, switch it off.',
    who: ['settings.write'],
    params: mailingParams,
    answer: z.null(),
    nothing: 'Nothing goes out any more.',
    run: ({ house, caller, params }) => execute(house, caller, removeMailing, { mailingId: params.mailing }),
  }),
  defineRoute({
    method: 'get',
    path: '/reports/halls',
    tag: 'reports',
    summary: 'Waits of all halls whose reports one may read, beside each other and together',
    description: 'Service days are those of each hall. Left out: the today of the first hall.',
    who: ['report.read'],
    query: reportDaysQuery,
    answer: hallsReportSchema,
    async run({ house, actor, query }) {
      const halls = await readableHalls(house, actor);
      if (halls.length === 0) return fail(refusal(actor, null));
      return loadHallsReport(house, halls, query);
    },
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
