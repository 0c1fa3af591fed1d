import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { execute } from '@/lib/door/execute';
import { careBody, idSchema } from '@/lib/tickets/schema';
import { giveCare, takeCare } from './commands';
import { careSchema } from './schema';

const params = z.object({ ticket: idSchema });

export const careRoutes = [
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/care',
    tag: 'care',
    summary: 'A care visit to a waiting customer',
    description: 'Completes the visit that is asked for; without one it is kept as care given unasked.',
    who: ['care.give'],
    params,
    body: careBody,
    answer: careSchema,
    refusals: ['wrong-state', 'care-taken'],
    run: ({ house, caller, params: { ticket }, ticketId, body }) =>
      execute(house, caller, giveCare, { ticketId: ticketId ?? ticket, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/care/take',
    tag: 'care',
    summary: 'Take on a care visit that is asked for',
    who: ['care.give'],
    params,
    answer: careSchema,
    refusals: ['wrong-state', 'care-taken'],
    run: ({ house, caller, params: { ticket }, ticketId }) =>
      execute(house, caller, takeCare, { ticketId: ticketId ?? ticket }),
  }),
];
