import { z } from 'zod';
import { page, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { logApproach, undoApproach } from './commands';
import { presentApproach, presentCounts } from './presenter';
import { countApproaches, listApproaches } from './queries';
import { approachesSchema, approachSchema, logApproachBody, loggedApproachSchema } from './schema';

const params = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const approachRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/approaches',
    tag: 'floor',
    summary: "Today's approached visitors, newest first",
    who: ['approach.log'],
    params,
    query: pageQuery,
    answer: approachesSchema,
    async run(call) {
      const { house, query } = call;
      const hall = await readHall(call, call.params.hall, 'approach.log', ({ state }) => ({
        config: state.config,
        serviceDay: state.serviceDay,
      }));
      if (!hall.ok) return hall;
      const { config, serviceDay } = hall.value;
      const [rows, counts] = await Promise.all([
        listApproaches(house.db, config.id, { serviceDay, before: query.after, limit: query.limit + 1 }),
        countApproaches(house.db, config.id, serviceDay),
      ]);
      const { items, nextCursor } = page(rows, query.limit, ({ approach }) => approach.id);
      return success({
        serviceDay,
        ...presentCounts(counts),
        items: items.map(({ approach, number }) => presentApproach(config, approach, number)),
        nextCursor,
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/approaches',
    tag: 'floor',
    summary: 'Somebody who looked around was approached',
    description: 'With the outcome `ticket` and a `serviceCode` the number is issued in the same step.',
    who: ['approach.log'],
    params,
    body: logApproachBody,
    status: 201,
    answer: loggedApproachSchema,
    refusals: ['service-inactive', 'hall-closed', 'remote-not-allowed'],
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, logApproach, { ...body, hall }),
  }),
  defineRoute({
    method: 'post',
    path: '/approaches/{approach}/undo',
    tag: 'floor',
    summary: 'Take the tap back, and the number it issued',
    who: ['approach.log'],
    params: z.object({ approach: idSchema }),
    answer: approachSchema,
    refusals: ['nothing-to-undo', 'undo-expired', 'wrong-state', 'counter-busy'],
    run: ({ house, caller, params: { approach } }) => execute(house, caller, undoApproach, { approachId: approach }),
  }),
];
