import type { TicketStatus } from '@/lib/tickets/ticket';

/** A booking with what has become of its ticket, and its customer: for staff only. */
export interface BookingRow {
  ticketId: string;
  serviceId: string;
  serviceDay: string;
  slotAt: Date;
  number: string;
  status: TicketStatus;
  customerName: string | null;
  customerPhone: string | null;
}
