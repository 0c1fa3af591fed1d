import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { bindDevice, rateHere, rateTicket } from './commands';
import { lastServed } from './last-served';
import { presentDevice } from './presenter';
import { findDevice, findRating } from './queries';
import { bindDeviceBody, rateBody, rateHereBody, ratingDeviceSchema, ratingSchema } from './schema';

const hallParams = z.object({ hall: idSchema });

export const ratingRoutes = [
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/rating',
    tag: 'tickets',
    summary: 'Rate the service',
    description: 'By the customer, once it is completed; changeable for an hour.',
    who: ['ticket.rate'],
    params: z.object({ ticket: idSchema.describe('Id or token of the ticket.') }),
    body: rateBody,
    answer: ratingSchema,
    refusals: ['wrong-state', 'rating-closed'],
    run: ({ house, caller, params, ticketId, body }) =>
      execute(house, caller, rateTicket, { ticketId: ticketId ?? params.ticket, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/rating-device',
    tag: 'screens',
    summary: 'Whom the rating device asks now',
    description: 'For the paired device: the customer who was finished at its counter last, for three minutes.',
    who: ['rating.device'],
    params: hallParams,
    answer: ratingDeviceSchema,
    async run(call) {
      const { house, actor, params } = call;
      const device = actor.kind === 'screen' ? await findDevice(house.db, actor.id) : null;
      const counterId = device?.counterId ?? null;
      const asked = await readHall(call, params.hall, 'rating.device', ({ state, now }) => ({
        ticketId: counterId ? (lastServed(state, counterId, now)?.id ?? null) : null,
        present: (rated: boolean) => presentDevice(state, counterId, now, () => rated),
      }));
      if (!asked.ok) return asked;
      const { ticketId, present } = asked.value;
      return success(present(ticketId !== null && (await findRating(house.db, ticketId)) !== null));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/rating-device/counter',
    tag: 'screens',
    summary: 'Put the rating device at a counter',
    description: 'By the device itself, once after it was paired.',
    who: ['rating.device'],
    params: hallParams,
    body: bindDeviceBody,
    answer: bindDeviceBody,
    refusals: ['no-rating-now', 'already-done'],
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, bindDevice, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/rating-device/rating',
    tag: 'screens',
    summary: 'Rate at the counter',
    description: 'Of the customer who was finished at the counter of the device, within three minutes.',
    who: ['rating.device'],
    params: hallParams,
    body: rateHereBody,
    answer: ratingSchema,
    refusals: ['no-rating-now', 'rating-closed'],
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, rateHere, { hall, ...body }),
  }),
];
