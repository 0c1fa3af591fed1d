import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { type Call, defineRoute } from '@/lib/api/route';
import { cookiesOf } from '@/lib/auth/identity';
import type { ErrorCode } from '@/lib/core/errors';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { DEVICE_COOKIE, deviceMark } from '@/lib/remote/device';
import { DOOR_COOKIE, isDoorCode } from '@/lib/remote/door-code';
import { completeTicket, markNoShow, recallTicket, startTicket } from '@/lib/serving/commands';
import { permits, refusal } from '@/lib/staff/policy';
import {
  cancelTicket,
  checkInTicket,
  holdTicket,
  issueTicket,
  postponeTicket,
  resumeTicket,
  transferTicket,
  undoTicket,
} from './commands';
import { presentCustomerTicket, presentTicket } from './presenter';
import { findStoredTicket, findTicketVisit } from './queries';
import {
  cancelBody,
  checkInBody,
  completeBody,
  customerTicketSchema,
  holdBody,
  idSchema,
  issuedTicketSchema,
  issueTicketBody,
  startBody,
  ticketSchema,
  transferBody,
} from './schema';
import { ticketToken } from './token';

const params = z.object({ ticket: idSchema.describe('Id or token of the ticket.') });
type TicketCall = Pick<Call<{ ticket: string }>, 'params' | 'ticketId'>;

/** The id behind the path's id or token. */
function idOf({ params: { ticket }, ticketId }: TicketCall): { ticketId: string } {
  return { ticketId: ticketId ?? ticket };
}

const changed: readonly ErrorCode[] = ['wrong-state', 'changed-meanwhile'];
const atCounter: readonly ErrorCode[] = [...changed, 'counter-not-open', 'not-your-counter'];

const seenTicket = z.union([ticketSchema, customerTicketSchema]);

/** A ticket for whoever may see it: staff the whole, its customer his side. */
async function readTicket(
  call: Pick<Call, 'house' | 'actor' | 'answerHeaders'>,
  ticketId: string,
): Promise<Result<z.input<typeof seenTicket>>> {
  const { house, actor } = call;
  const where = await findTicketVisit(house.db, ticketId);
  if (!where) return fail('not-found', { detail: 'There is no such ticket.' });
  if (!permits(actor, 'ticket.read', where.hallId)) return fail(refusal(actor, where.hallId));
  if (actor.kind === 'customer' && actor.ticketId !== ticketId) return fail('not-found');
  const stored = await findStoredTicket(house.db, ticketId);
  return readHall(call, where.hallId, 'ticket.read', ({ state, now, estimate }) => {
    const ticket = state.tickets.get(ticketId) ?? stored;
    if (!ticket) throw new Error('A ticket vanished.');
    return actor.kind === 'customer'
      ? presentCustomerTicket(state, ticket, now, estimate)
      : presentTicket(state, ticket, now, estimate);
  });
}

export const ticketRoutes = [
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/tickets',
    tag: 'tickets',
    summary: 'Issue a ticket',
    description:
      'Staff, programs and kiosks in the hall: the wait starts now. Without identity, or with channel `phone` or ' +
      '`booking`: a ticket from afar, whose wait starts at check-in. `token` is what the customer follows it with.',
    who: ['ticket.issue', 'ticket.issueRemote', 'ticket.addService'],
    limit: 'remoteTicket',
    deviceLimit: 'kioskTicket',
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    body: issueTicketBody,
    status: 201,
    answer: issuedTicketSchema,
    refusals: [
      'service-inactive',
      'hall-closed',
      'remote-not-allowed',
      'remote-full',
      'ticket-open',
      'slot-unavailable',
    ],
    async run({ house, actor, caller, params: { hall }, body, requestHeaders, answerHeaders }) {
      const channel = body.channel ?? (actor.kind === 'anonymous' ? ('phone' as const) : undefined);
      const device = deviceMark(house.secret, cookiesOf(requestHeaders.get('cookie')).get(DEVICE_COOKIE)) ?? undefined;
      const issued = await execute(house, caller, issueTicket, {
        hall,
        ...body,
        ...(channel ? { channel } : {}),
        ...(device ? { device } : {}),
      });
      if (!issued.ok) return issued;
      answerHeaders.set('location', `/api/v1/tickets/${issued.value.id}`);
      return success({ ...issued.value, token: ticketToken(house.secret, issued.value.id) });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/tickets/{ticket}',
    tag: 'tickets',
    summary: 'A ticket: place, estimate, state',
    description: 'By id for staff. By token for its customer, who sees neither ids nor names.',
    who: ['ticket.read'],
    params,
    answer: seenTicket,
    run: (call) => readTicket(call, idOf(call).ticketId),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/check-in',
    tag: 'tickets',
    summary: 'Arrival of a remote or booked customer',
    description:
      'A booking can be checked in from some minutes before its time on; `takeNow` gives it back and takes the place of ' +
      'one who has just come. Where the hall asks its customers to be there, `position` shows it, or having read the ' +
      'code at its door. The position is not kept.',
    who: ['ticket.checkIn'],
    params,
    body: checkInBody,
    answer: seenTicket,
    refusals: [...changed, 'check-in-early', 'hall-closed', 'presence-needed', 'too-far'],
    async run(call) {
      const { house, actor, requestHeaders, body } = call;
      const shown = cookiesOf(requestHeaders.get('cookie')).get(DOOR_COOKIE);
      const atDoor = actor.kind === 'customer' && isDoorCode(house.secret, actor.hallId, shown, house.clock.now());
      const done = await execute(house, call.caller, checkInTicket, { ...idOf(call), ...body, atDoor });
      return done.ok && call.actor.kind === 'customer' ? readTicket(call, idOf(call).ticketId) : done;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/postpone',
    tag: 'tickets',
    summary: 'Ten more minutes',
    description: 'Moves a ticket that is not called yet back by ten minutes, once.',
    who: ['ticket.postpone'],
    params,
    answer: seenTicket,
    refusals: [...changed, 'postponed-already'],
    async run(call) {
      const done = await execute(call.house, call.caller, postponeTicket, idOf(call));
      return done.ok && call.actor.kind === 'customer' ? readTicket(call, idOf(call).ticketId) : done;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/recall',
    tag: 'tickets',
    summary: 'Call again',
    who: ['ticket.serve'],
    params,
    answer: ticketSchema,
    refusals: atCounter,
    run: (call) => execute(call.house, call.caller, recallTicket, idOf(call)),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/start',
    tag: 'tickets',
    summary: 'The customer is here: the service starts, the wait ends',
    description: '`greeted` says that the clerk has said good day.',
    who: ['ticket.serve'],
    params,
    body: startBody,
    answer: ticketSchema,
    refusals: atCounter,
    run: (call) => execute(call.house, call.caller, startTicket, { ...idOf(call), ...call.body }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/hold',
    tag: 'tickets',
    summary: 'Park a ticket',
    description: 'The time counts as wait only when the hall caused it (`byHall`).',
    who: ['ticket.park'],
    params,
    body: holdBody,
    answer: ticketSchema,
    refusals: [...changed, 'not-your-counter'],
    run: (call) => execute(call.house, call.caller, holdTicket, { ...idOf(call), ...call.body }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/resume',
    tag: 'tickets',
    summary: 'Bring back a held ticket, or a no-show who returned',
    who: ['ticket.park'],
    params,
    answer: ticketSchema,
    refusals: [...changed, 'counter-busy', 'day-over', 'not-your-counter'],
    run: (call) => execute(call.house, call.caller, resumeTicket, idOf(call)),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/transfer',
    tag: 'tickets',
    summary: 'Send to another service or counter',
    description: 'Waits again, in its old place unless `keepPlace` is false.',
    who: ['ticket.route'],
    params,
    body: transferBody,
    answer: ticketSchema,
    refusals: [...changed, 'service-inactive', 'not-your-counter'],
    run: (call) => execute(call.house, call.caller, transferTicket, { ...idOf(call), ...call.body }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/complete',
    tag: 'tickets',
    summary: 'Finish with an outcome',
    who: ['ticket.serve'],
    params,
    body: completeBody,
    answer: ticketSchema,
    refusals: atCounter,
    run: (call) => execute(call.house, call.caller, completeTicket, { ...idOf(call), ...call.body }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/no-show',
    tag: 'tickets',
    summary: 'The called customer did not come',
    who: ['ticket.serve'],
    params,
    answer: ticketSchema,
    refusals: atCounter,
    run: (call) => execute(call.house, call.caller, markNoShow, idOf(call)),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/cancel',
    tag: 'tickets',
    summary: 'The customer leaves without service',
    who: ['ticket.cancel'],
    params,
    body: cancelBody,
    answer: seenTicket,
    refusals: [...changed, 'not-your-counter', 'booking-fixed'],
    async run(call) {
      const done = await execute(call.house, call.caller, cancelTicket, { ...idOf(call), ...call.body });
      return done.ok && call.actor.kind === 'customer' ? readTicket(call, idOf(call).ticketId) : done;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/undo',
    tag: 'tickets',
    summary: 'Take back the last change of this ticket',
    description: 'By the same person, within 30 seconds.',
    who: ['ticket.undo'],
    params,
    answer: ticketSchema,
    refusals: ['nothing-to-undo', 'undo-expired', 'counter-busy', 'wrong-state', 'slot-full'],
    run: (call) => execute(call.house, call.caller, undoTicket, idOf(call)),
  }),
];
