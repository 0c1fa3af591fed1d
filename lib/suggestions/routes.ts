import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { offerSuggestion } from './commands';
import { offerBody, offerSchema } from './schema';

export const suggestionRoutes = [
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/suggestion',
    tag: 'tickets',
    summary: 'A suggestion made at the counter',
    description: 'Once for each ticket, while it is served: which one, and whether the customer took it.',
    who: ['ticket.serve'],
    params: z.object({ ticket: idSchema }),
    body: offerBody,
    answer: offerSchema,
    refusals: ['wrong-state', 'not-your-counter', 'already-done'],
    run: ({ house, caller, params, ticketId, body }) =>
      execute(house, caller, offerSuggestion, { ticketId: ticketId ?? params.ticket, ...body }),
  }),
];
