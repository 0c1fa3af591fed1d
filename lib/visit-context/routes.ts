import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { locateTicket } from '@/lib/door/locate';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { presentContext } from './presenter';
import { findVisitFacts } from './queries';
import { visitContextSchema } from './schema';

export const visitContextRoutes = [
  defineRoute({
    method: 'get',
    path: '/tickets/{ticket}/context',
    tag: 'tickets',
    summary: 'What the clerk should know of this visit',
    description: 'Language, notes, loans, unaccepted business, the fitting suggestion. Of tickets of the day.',
    who: ['counter.read'],
    params: z.object({ ticket: idSchema }),
    answer: visitContextSchema,
    async run(call) {
      const { house, actor, params, ticketId } = call;
      const id = ticketId ?? params.ticket;
      const hallId = await locateTicket(house, id);
      if (!hallId.ok) return hallId;
      if (!permits(actor, 'counter.read', hallId.value)) return fail(refusal(actor, hallId.value));
      const known = await readHall(call, hallId.value, 'counter.read', ({ state }) => {
        const ticket = state.tickets.get(id);
        return ticket ? { ticket, context: presentContext(state, ticket) } : null;
      });
      if (!known.ok) return known;
      if (!known.value) return fail('not-found', { detail: 'This ticket ended long ago.' });
      const { ticket, context } = known.value;
      return success({ ...context, ...(await findVisitFacts(house.db, ticket)) });
    },
  }),
];
