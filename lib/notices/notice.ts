import type { HallState } from '@/lib/halls/hall-state';
import { waitingInOrder } from '@/lib/halls/hall-state';
import { aheadOnArrival } from '@/lib/tickets/presenter';
import type { Ticket } from '@/lib/tickets/ticket';

/** What a customer, or a program that writes to him, can be told about a ticket. */
export const NOTICE_EVENTS = [
  'ticket.issued',
  'ticket.twoAhead',
  'ticket.called',
  'ticket.lapsed',
  'booking.reminder',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** What goes to the customer's own phone: he was there when the ticket was issued. */
export const PUSH_EVENTS = ['ticket.twoAhead', 'ticket.called', 'ticket.lapsed', 'booking.reminder'] as const;

/** With so few people ahead it is time to be back. */
export const SOON_AHEAD = 2;

/** The events of a hall that become notices, as they are stored. */
export const TOLD_KINDS = [
  'ticket.issued',
  'ticket.called',
  'ticket.recalled',
  'ticket.noShow',
  'ticket.closedByRule',
  'booking.reminder',
  'booking.lapsed',
] as const;

/** The notice that an event of the hall makes; null for those that concern no customer. */
export function noticeOf(kind: string, payload: Record<string, unknown>): NoticeEvent | null {
  switch (kind) {
    case 'ticket.issued':
    case 'ticket.called':
    case 'booking.reminder':
      return kind;
    case 'ticket.recalled':
      return 'ticket.called';
    case 'ticket.noShow':
    case 'booking.lapsed':
      return 'ticket.lapsed';
    case 'ticket.closedByRule':
      // One that was being served was simply not finished in the books.
      return payload.to === 'completed' ? null : 'ticket.lapsed';
    default:
      return null;
  }
}

/** How many will be served before this customer; null when that is no question any more, or not yet. */
export function aheadOf(state: HallState, ticket: Ticket, now: Date): number | null {
  if (ticket.status === 'waiting')
    return waitingInOrder(state)
      .filter((other) => other.serviceId === ticket.serviceId)
      .findIndex(({ id }) => id === ticket.id);
  // Who holds a place from afar must be told to set out. A booking has a time of its own.
  return ticket.status === 'booked' && !ticket.bookedFor ? aheadOnArrival(state, ticket, now) : null;
}

/** Every ticket whose turn is near: two people or fewer are ahead of it. */
export function nearlyCalled(state: HallState, now: Date): { ticketId: string; peopleAhead: number }[] {
  const counts = new Map<string, number>();
  const near: { ticketId: string; peopleAhead: number }[] = [];
  for (const { id, serviceId } of waitingInOrder(state)) {
    const peopleAhead = counts.get(serviceId) ?? 0;
    counts.set(serviceId, peopleAhead + 1);
    if (peopleAhead <= SOON_AHEAD) near.push({ ticketId: id, peopleAhead });
  }
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'booked') continue;
    const peopleAhead = aheadOf(state, ticket, now);
    if (peopleAhead !== null && peopleAhead <= SOON_AHEAD) near.push({ ticketId: ticket.id, peopleAhead });
  }
  return near;
}
