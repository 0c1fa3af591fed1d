import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { type Call, defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import type { HallState } from '@/lib/halls/hall-state';
import { checkInTicket } from '@/lib/tickets/commands';
import { idSchema } from '@/lib/tickets/schema';
import type { Ticket } from '@/lib/tickets/ticket';
import { ticketIdOf } from '@/lib/tickets/token';
import { presentKioskTicket, ticketOfNumber } from './presenter';
import { type KioskTicket, kioskCodeBody, kioskTicketSchema, ticketCodeSchema } from './schema';
import { readTicketCode, type TicketCode } from './ticket-code';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
/** The same for a wrong number, a wrong code and one of another hall. */
const unknown = fail('not-found', { detail: 'There is no such ticket in this hall now.' });

function ticketOf(state: HallState, code: TicketCode, secret: string): Ticket | undefined {
  if (code.kind === 'number') return ticketOfNumber(state, code.number);
  const id = ticketIdOf(secret, code.token);
  return id === null ? undefined : state.tickets.get(id);
}

async function findByCode(
  call: Pick<Call, 'house' | 'actor' | 'answerHeaders'>,
  hall: string,
  text: string,
): Promise<Result<{ id: string; shown: KioskTicket }>> {
  const code = readTicketCode(text);
  if (!code) return unknown;
  const found = await readHall(call, hall, 'kiosk.serve', ({ state, now, estimate }) => {
    const ticket = ticketOf(state, code, call.house.secret);
    const token = code.kind === 'token' ? code.token : null;
    return ticket && { id: ticket.id, shown: presentKioskTicket(state, ticket, { now, estimate, token }) };
  });
  if (!found.ok) return found;
  return found.value ? success(found.value) : unknown;
}

export const kioskRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/kiosk/tickets/{code}',
    tag: 'screens',
    summary: 'The ticket of a customer who has one already',
    description: 'By its scanned code or its number. The answer names nobody.',
    who: ['kiosk.serve'],
    deviceLimit: 'kioskCode',
    params: hallParams.extend({ code: ticketCodeSchema.describe('Number or token.') }),
    answer: kioskTicketSchema,
    async run(call) {
      const found = await findByCode(call, call.params.hall, call.params.code);
      return found.ok ? success(found.value.shown) : found;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/kiosk/check-in',
    tag: 'screens',
    summary: 'Check in at the kiosk',
    description: 'The customer of a ticket from afar is here: by its scanned code or its number.',
    who: ['kiosk.serve'],
    deviceLimit: 'kioskCode',
    params: hallParams,
    body: kioskCodeBody,
    answer: kioskTicketSchema,
    refusals: ['wrong-state', 'changed-meanwhile'],
    async run(call) {
      const { house, caller, params, body } = call;
      const found = await findByCode(call, params.hall, body.code);
      if (!found.ok) return found;
      const done = await execute(house, caller, checkInTicket, { ticketId: found.value.id });
      if (!done.ok) return done;
      const now = await findByCode(call, params.hall, body.code);
      return now.ok ? success(now.value.shown) : now;
    },
  }),
];
