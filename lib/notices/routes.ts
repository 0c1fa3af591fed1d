import { z } from 'zod';
import { type Call, defineRoute } from '@/lib/api/route';
import { seal } from '@/lib/auth/seal';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { forgetPhone, leavePhone, subscribePush, unsubscribePush } from './commands';
import { phoneBody, pushSubscriptionBody } from './schema';

const params = z.object({ ticket: idSchema.describe('Token of the ticket.') });

function idOf({ params: { ticket }, ticketId }: Pick<Call<{ ticket: string }>, 'params' | 'ticketId'>): string {
  return ticketId ?? ticket;
}

export const noticeRoutes = [
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/push-subscription',
    tag: 'notices',
    summary: "Tell the customer's browser when his turn is near",
    description: 'Web push. The subscription is forgotten when the ticket has ended.',
    who: ['ticket.follow'],
    limit: 'remoteTicket',
    params,
    body: pushSubscriptionBody,
    answer: z.null(),
    nothing: 'It will be told.',
    refusals: ['wrong-state', 'already-exists'],
    run: (call) => execute(call.house, call.caller, subscribePush, { ticketId: idOf(call), ...call.body }),
  }),
  defineRoute({
    method: 'delete',
    path: '/tickets/{ticket}/push-subscription',
    tag: 'notices',
    summary: 'Tell no browser of this ticket any more',
    who: ['ticket.follow'],
    params,
    answer: z.null(),
    nothing: 'None will be told.',
    run: (call) => execute(call.house, call.caller, unsubscribePush, { ticketId: idOf(call) }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/{ticket}/phone',
    tag: 'notices',
    summary: 'Leave a number for messages about this ticket',
    description:
      'Only where the hall has a webhook that passes messages on to phones. The number is kept sealed, and forgotten ' +
      'when the ticket has ended.',
    who: ['ticket.follow'],
    limit: 'remoteTicket',
    params,
    body: phoneBody,
    answer: z.null(),
    nothing: 'Messages will be sent there.',
    refusals: ['wrong-state', 'no-messages'],
    run(call) {
      const ticketId = idOf(call);
      const sealed = seal(call.house.secret, `phone:${ticketId}`, call.body.phone);
      return execute(call.house, call.caller, leavePhone, { ticketId, sealed });
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/tickets/{ticket}/phone',
    tag: 'notices',
    summary: 'Forget the number that was left',
    who: ['ticket.follow'],
    params,
    answer: z.null(),
    nothing: 'It is forgotten.',
    run: (call) => execute(call.house, call.caller, forgetPhone, { ticketId: idOf(call) }),
  }),
];
