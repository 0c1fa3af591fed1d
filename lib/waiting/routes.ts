import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { idSchema } from '@/lib/tickets/schema';
import { presentWhatIf } from './presenter';
import { whatIfSchema } from './schema';

export const waitingRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/what-if',
    tag: 'reports',
    summary: 'What opening, closing or widening a counter would do now',
    description:
      'Computed from the present state; each change alone, all meeting the same customers. Most helpful first.',
    who: ['live.read'],
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    answer: whatIfSchema,
    run: (call) => readHall(call, call.params.hall, 'live.read', ({ state, now }) => presentWhatIf(state, now)),
  }),
];
