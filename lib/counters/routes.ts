import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { locateCounter } from '@/lib/door/locate';
import { counterViewSchema } from '@/lib/realtime/contract';
import { presentCounterDesk } from '@/lib/realtime/presenter';
import { callNext, callTicket } from '@/lib/serving/commands';
import { permits, refusal } from '@/lib/staff/policy';
import { callBody, idSchema, reasonSchema, ticketSchema } from '@/lib/tickets/schema';
import { closeCounter, openCounter, openCounterBody, pauseCounter, pauseCounterBody, releaseCounter } from './commands';
import { counterSchema } from './schema';

const params = z.object({ counter: idSchema });
const own = ['counter-not-open', 'not-your-counter'] as const;

export const counterRoutes = [
  defineRoute({
    method: 'get',
    path: '/counters/{counter}',
    tag: 'counters',
    summary: "The counter desk's view",
    description: 'The customer there, what has happened to him so far, and the queue of this counter.',
    who: ['counter.read'],
    params,
    answer: counterViewSchema,
    async run(call) {
      const {
        house,
        actor,
        params: { counter: id },
      } = call;
      const hallId = await locateCounter(house, id);
      if (!hallId.ok) return hallId;
      if (!permits(actor, 'counter.read', hallId.value)) return fail(refusal(actor, hallId.value));
      const view = await readHall(call, hallId.value, 'counter.read', (moment) => {
        const counter = moment.state.config.counters.find((c) => c.id === id);
        return counter ? presentCounterDesk(moment, counter) : null;
      });
      if (!view.ok) return view;
      return view.value ? success(view.value) : fail('not-found', { detail: 'There is no such counter.' });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/open',
    tag: 'counters',
    summary: 'Open a counter, or come back from a pause',
    description: 'One clerk at one counter, one counter for one clerk. `serviceCodes` limits what is taken.',
    who: ['counter.work'],
    params,
    body: openCounterBody,
    answer: counterSchema,
    refusals: ['counter-taken', 'clerk-elsewhere'],
    run: ({ house, caller, params: { counter }, body }) =>
      execute(house, caller, openCounter, { counterId: counter, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/pause',
    tag: 'counters',
    summary: 'Pause',
    description:
      '`plannedSeconds`, where it is known when the clerk is back: screens show it and estimates count on it. Asked again ' +
      'while paused: with the same reason the pause goes on to its new end, with another one the next begins.',
    who: ['counter.work'],
    params,
    body: pauseCounterBody,
    answer: counterSchema,
    refusals: [...own, 'counter-busy'],
    run: ({ house, caller, params: { counter }, body }) =>
      execute(house, caller, pauseCounter, { counterId: counter, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/close',
    tag: 'counters',
    summary: 'Close',
    who: ['counter.work'],
    params,
    answer: counterSchema,
    refusals: [...own, 'counter-busy'],
    run: ({ house, caller, params: { counter } }) => execute(house, caller, closeCounter, { counterId: counter }),
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/release',
    tag: 'counters',
    summary: 'Free a counter whose clerk vanished',
    description: 'The customer there waits again, in the old place.',
    who: ['counter.release'],
    params,
    body: z.strictObject({ reason: reasonSchema }),
    answer: counterSchema,
    refusals: ['counter-not-open'],
    run: ({ house, caller, params: { counter }, body }) =>
      execute(house, caller, releaseCounter, { counterId: counter, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/call-next',
    tag: 'counters',
    summary: 'Call the next customer',
    who: ['ticket.call'],
    params,
    answer: ticketSchema,
    nothing: 'Nobody whom this counter can serve is waiting.',
    refusals: [...own, 'counter-paused', 'counter-busy'],
    run: ({ house, caller, params: { counter } }) => execute(house, caller, callNext, { counterId: counter }),
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/call',
    tag: 'counters',
    summary: 'Call a customer out of order',
    description: 'The reason is kept.',
    who: ['ticket.call'],
    params,
    body: callBody,
    answer: ticketSchema,
    refusals: [...own, 'counter-paused', 'counter-busy', 'wrong-state', 'not-checked-in'],
    run: ({ house, caller, params: { counter }, body }) =>
      execute(house, caller, callTicket, { counterId: counter, ...body }),
  }),
];
