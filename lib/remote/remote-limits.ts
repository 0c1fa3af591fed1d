import type { Ticket } from '@/lib/tickets/ticket';
import { isActive } from '@/lib/tickets/ticket';

/** A phone number as it is compared: its digits, without the ways to write them. */
export function samePhone(a: string, b: string): boolean {
  return phoneDigits(a) === phoneDigits(b);
}

/** The digits of a number, without the ways to write it and without its own country's code. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '');
}

/** The ticket that this person still has open in the hall: by the device that took it, or by the phone number. */
export function openTicketOf(
  tickets: Iterable<Ticket>,
  person: { deviceTickets: ReadonlySet<string>; phone: string | undefined },
): Ticket | undefined {
  for (const ticket of tickets) {
    if (!isActive(ticket.status)) continue;
    if (person.deviceTickets.has(ticket.id)) return ticket;
    if (person.phone && ticket.customerPhone && samePhone(person.phone, ticket.customerPhone)) return ticket;
  }
  return undefined;
}
