/** A promise to call a customer or to see him again. */
export interface FollowUp {
  id: string;
  hallId: string;
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  what: string;
  customerName: string | null;
  customerPhone: string | null;
  promisedDay: string;
  dueAt: Date;
  ownerRef: string;
  ownerName: string | null;
  plannedAt: Date;
  plannedBy: string;
  state: 'planned' | 'done';
  overdueAt: Date | null;
  result: string | null;
  doneAt: Date | null;
  doneBy: string | null;
}
