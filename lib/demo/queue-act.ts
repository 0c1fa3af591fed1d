import { postponeTicket } from '@/lib/tickets/commands';
import type { DemoAct } from './act';

/** Two minutes after they took a number by phone, some customers see that they will not make it. */
const AFTER_SECONDS = 120;
const SHARE = 0.2;

/** Customers who took their number by phone ask for ten more minutes now and then. */
export const queueAct: DemoAct = {
  touchpoint: 'queue',
  async play(stage) {
    const late = await stage.read((state) =>
      [...state.tickets.values()].filter(
        ({ id, channel, status, postponedAt, issuedAt }) =>
          channel === 'phone' &&
          status === 'booked' &&
          postponedAt === null &&
          stage.passed(issuedAt, AFTER_SECONDS) &&
          stage.chance(id, 'ten more minutes') < SHARE,
      ),
    );
    for (const ticket of late) await stage.asCustomer(ticket, postponeTicket, { ticketId: ticket.id });
  },
};
