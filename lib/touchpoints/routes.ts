import { z } from 'zod';
import { page, pageOf } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { recordTouchpoint } from './commands';
import { listEvents } from './queries';
import { TOUCHPOINT_KEYS } from './registry';
import { eventCursor, eventCursorSchema, eventSchema, recordTouchpointBody } from './schema';

const params = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const touchpointRoutes = [
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/events',
    tag: 'events',
    summary: 'Record a touchpoint event',
    description: 'For what the queue does not record by itself: an approach, a trial, a round.',
    who: ['event.record'],
    params,
    body: recordTouchpointBody,
    status: 201,
    answer: z.object({ cursor: z.string(), touchpoint: z.enum(TOUCHPOINT_KEYS), what: z.string(), at: z.string() }),
    async run({ house, caller, params: { hall }, body }) {
      const done = await execute(house, caller, recordTouchpoint, { hall, ...body });
      if (!done.ok) return done;
      const { version, ...recorded } = done.value;
      return success({ ...recorded, cursor: eventCursor({ version, ordinal: 0 }) });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/events',
    tag: 'events',
    summary: 'Events of a hall, in order',
    description:
      'Each event has its `cursor`: keep the last one and send it as `after` to read on later; nothing is skipped and ' +
      'nothing comes twice.',
    who: ['event.read'],
    params,
    query: z.object({
      after: eventCursorSchema.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: pageOf(eventSchema),
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'event.read', hallId)) return fail(refusal(actor, hallId));
      const rows = await listEvents(house.db, hallId, { after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.cursor));
    },
  }),
];
