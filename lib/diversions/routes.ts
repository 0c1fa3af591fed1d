import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { idSchema, issuedTicketSchema } from '@/lib/tickets/schema';
import { ticketToken } from '@/lib/tickets/token';
import { comeBack, divert } from './commands';
import { diversionSchema, divertBody } from './schema';

export const diversionRoutes = [
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/diversions',
    tag: 'machines',
    summary: 'Send a customer to a machine',
    description:
      'One at the door (`serviceCode`) begins a visit without a number; one who waits (`ticketId`) gives his up and keeps ' +
      'his place for the case that he comes back.',
    who: ['visit.divert'],
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    body: divertBody,
    status: 201,
    answer: diversionSchema,
    refusals: ['machine-not-in-service', 'not-served-here', 'wrong-state'],
    run: ({ house, caller, params, body }) => execute(house, caller, divert, { hall: params.hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/diversions/{diversion}/came-back',
    tag: 'machines',
    summary: 'The machine did not help: a number in the old place',
    who: ['visit.divert'],
    params: z.object({ diversion: idSchema }),
    status: 201,
    answer: issuedTicketSchema,
    refusals: ['wrong-state', 'service-inactive'],
    async run({ house, caller, params }) {
      const issued = await execute(house, caller, comeBack, { diversionId: params.diversion });
      if (!issued.ok) return issued;
      return success({ ...issued.value, token: ticketToken(house.secret, issued.value.id) });
    },
  }),
];
