import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { presentCounter } from '@/lib/counters/presenter';
import { counterSchema } from '@/lib/counters/schema';
import { execute } from '@/lib/door/execute';
import { boardViewSchema, liveViewSchema, queueViewSchema } from '@/lib/realtime/contract';
import { presentBoard, presentLive, presentQueue } from '@/lib/realtime/presenter';
import { idSchema } from '@/lib/tickets/schema';
import { createHall } from './commands';
import { presentHall } from './presenter';
import { listHalls } from './queries';
import { createdHallSchema, createHallBody, type HallView, hallSchema } from './schema';

const params = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const hallRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls',
    tag: 'halls',
    summary: 'Directory of halls',
    who: 'anyone',
    query: pageQuery,
    answer: pageOf(hallSchema),
    async run({ house, actor, answerHeaders, query }) {
      const { items, nextCursor } = page(
        await listHalls(house.db, { after: query.after, limit: query.limit + 1 }),
        query.limit,
        (row) => row.slug,
      );
      const views: HallView[] = [];
      for (const { id } of items) {
        const view = await readHall({ house, actor, answerHeaders }, id, 'hall.read', ({ state, now, estimate }) =>
          presentHall(state, now, estimate),
        );
        if (view.ok) views.push(view.value);
      }
      answerHeaders.delete('x-hall-version');
      return success({ items: views, nextCursor });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls',
    tag: 'halls',
    summary: 'Make a hall',
    description:
      'With everything below it: zones, services, counters, classes, needs and outcomes. What is left out gets the ' +
      'usual values.',
    who: 'administrator',
    body: createHallBody,
    status: 201,
    answer: createdHallSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, body }) => execute(house, caller, createHall, body),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}',
    tag: 'halls',
    summary: 'A hall: where, when, what, how long',
    who: ['hall.read'],
    params,
    answer: hallSchema,
    run: (call) =>
      readHall(call, call.params.hall, 'hall.read', ({ state, now, estimate }) => presentHall(state, now, estimate)),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/counters',
    tag: 'halls',
    summary: 'Counters, their state and who is there',
    who: ['counter.read'],
    params,
    answer: pageOf(counterSchema),
    run: (call) =>
      readHall(call, call.params.hall, 'counter.read', ({ state }) => ({
        items: state.config.counters.filter((c) => c.active).map((counter) => presentCounter(state, counter)),
        nextCursor: null,
      })),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/board',
    tag: 'halls',
    summary: "The lobby display's view",
    who: ['board.read'],
    params,
    answer: boardViewSchema,
    run: (call) => readHall(call, call.params.hall, 'board.read', presentBoard),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/queue',
    tag: 'halls',
    summary: 'Everyone waiting, in order, with flags and care',
    who: ['queue.read'],
    params,
    answer: queueViewSchema,
    run: (call) => readHall(call, call.params.hall, 'queue.read', presentQueue),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/live',
    tag: 'halls',
    summary: "The live board's view",
    who: ['live.read'],
    params,
    answer: liveViewSchema,
    run: (call) => readHall(call, call.params.hall, 'live.read', presentLive),
  }),
];
