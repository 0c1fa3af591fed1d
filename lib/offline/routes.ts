import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute, readState } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { daysInHall } from '@/lib/tickets/held-numbers';
import { idSchema } from '@/lib/tickets/schema';
import { issueOffline, reserveNumbers, settleOffline } from './commands';
import { presentOfflineTicket } from './presenter';
import { listOfflineTickets } from './queries';
import {
  numberBlocksSchema,
  offlineTicketBody,
  offlineTicketSchema,
  offlineTicketsSchema,
  reserveBody,
  settleBody,
} from './schema';

const hallParams = z.object({ hall: idSchema });

export const offlineRoutes = [
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/number-blocks',
    tag: 'tickets',
    summary: 'Keep numbers for a break of the connection',
    description:
      'Answers all numbers that this desk (`holder`) keeps on this service day; with fewer than ten of a service it gets twenty more. Nobody else gets them.',
    who: ['ticket.issueOffline'],
    params: hallParams,
    body: reserveBody,
    answer: numberBlocksSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, reserveNumbers, { hall, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/offline-tickets',
    tag: 'tickets',
    summary: 'Tickets given out without a connection: today’s, and those that need somebody',
    who: ['ticket.issueOffline'],
    params: hallParams,
    answer: offlineTicketsSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'ticket.issueOffline', hallId)) return fail(refusal(actor, hallId));
      const now = house.clock.now();
      const days = await readState(house, hallId, ({ config }) => daysInHall(config, now));
      const today = days?.[0];
      if (!days || !today) return fail('not-found', { detail: 'There is no such hall.' });
      const rows = await listOfflineTickets(house.db, hallId, today);
      return success({ items: rows.map((row) => presentOfflineTicket(row, days)) });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/offline-tickets',
    tag: 'tickets',
    summary: 'Take over a ticket that was given out without a connection',
    description:
      'It joins the queue by its time of issue. What cannot be taken over by itself is kept with `state` "attention" and the `reason`. The same `id` counts once.',
    who: ['ticket.issueOffline'],
    params: hallParams,
    body: offlineTicketBody,
    answer: offlineTicketSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, issueOffline, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/offline-tickets/{offlineTicket}/settle',
    tag: 'tickets',
    summary: 'Decide about a ticket that could not be taken over by itself',
    who: ['ticket.issueOffline'],
    params: z.object({ offlineTicket: idSchema }),
    body: settleBody,
    answer: offlineTicketSchema,
    refusals: ['already-done', 'day-over', 'service-inactive'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, settleOffline, { id: params.offlineTicket, how: body }),
  }),
];
