import { newTicket } from '@/lib/tickets/new-ticket';
import type { Ticket } from '@/lib/tickets/ticket';

/** A waiting ticket of a hall, with what a test wants different. For pure rules; commands make real ones. */
export function buildTicket(overrides: Partial<Ticket> = {}): Ticket {
  const arrived = overrides.arrivedAt ?? new Date('2026-03-02T02:00:00Z');
  return {
    ...newTicket({
      id: 'ticket-1',
      hallId: 'hall-1',
      visitId: 'visit-1',
      serviceDay: '2026-03-02',
      number: 'A001',
      serviceId: 's1',
      channel: 'guide',
      customerClass: null,
      needs: [],
      prepared: [],
      locale: null,
      creditSeconds: 0,
      issuedAt: arrived,
      issueOrder: 1,
      arrivedAt: arrived,
      bookedFor: null,
      queueAt: arrived,
      undo: null,
      customerName: null,
      customerPhone: null,
    }),
    ...overrides,
  };
}
