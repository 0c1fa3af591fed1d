export const TICKET_STATUSES = [
  'booked',
  'waiting',
  'called',
  'serving',
  'held',
  'completed',
  'noShow',
  'cancelled',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** In the hall or expected in it: the tickets on which the hall's work depends. */
export const ACTIVE_STATUSES = ['booked', 'waiting', 'called', 'serving', 'held'] as const satisfies TicketStatus[];

export function isActive(status: TicketStatus): boolean {
  return (ACTIVE_STATUSES as readonly TicketStatus[]).includes(status);
}

/** How the ticket came to be: by the guide in the hall, a kiosk there, the customer's phone, a booking, a program. */
export const CHANNELS = ['guide', 'kiosk', 'phone', 'booking', 'program'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Tickets from afar have no arrival yet: their wait starts at check-in. */
export function isRemote(channel: Channel): boolean {
  return channel === 'phone' || channel === 'booking';
}

/** What became of a paper slip that was asked for; `uncertain` may have come out of the printer. */
export const SLIP_STATES = ['waiting', 'printed', 'failed', 'uncertain'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

/** What a change of the ticket may alter. Instants are UTC. */
export interface TicketFields {
  status: TicketStatus;
  serviceId: string;
  arrivedAt: Date | null;
  waitingSince: Date | null;
  queueAt: Date | null;
  targetCounterId: string | null;
  counterId: string | null;
  calledAt: Date | null;
  calledBy: string | null;
  callCount: number;
  startedAt: Date | null;
  heldAt: Date | null;
  holdReason: string | null;
  holdByHall: boolean;
  heldFrom: TicketStatus | null;
  excusedSeconds: number;
  handlingHeldSeconds: number;
  completedAt: Date | null;
  outcome: string | null;
  notes: string | null;
  endReason: string | null;
  limitDueAt: Date | null;
  limitsCrossed: number;
  flaggedAt: Date | null;
  earlyFlaggedAt: Date | null;
  /** The customer asked for ten more minutes: once for each ticket. */
  postponedAt: Date | null;
}

export interface Ticket extends TicketFields {
  id: string;
  hallId: string;
  visitId: string;
  serviceDay: string;
  number: string;
  channel: Channel;
  customerClass: string | null;
  needs: string[];
  prepared: string[];
  locale: string | null;
  version: number;
  creditSeconds: number;
  issuedAt: Date;
  issueOrder: number;
  bookedFor: Date | null;
  estimateP50Seconds: number | null;
  estimateP90Seconds: number | null;
  /** Its paper slip; null when none was sent to a printer of the hall. */
  slip: SlipState | null;
  /** When the promise given at the issue runs out. */
  promiseDueAt: Date | null;
  undo: TicketUndo | null;
  /** Personal: for staff presenters only. */
  customerName: string | null;
  customerPhone: string | null;
}

/** How to take back the last change: who may, until when, and the fields as they were (dates as ISO text). */
export interface TicketUndo {
  event: string;
  by: string;
  at: string;
  before: Record<string, unknown> | null;
}

/** A leg that ended: the wait and the handling for one service of one ticket. Durations in seconds. */
export interface TicketLeg {
  id: string;
  ticketId: string;
  visitId: string;
  serviceDay: string;
  ordinal: number;
  serviceId: string;
  counterId: string | null;
  staffId: string | null;
  waitingSince: Date;
  calledAt: Date | null;
  startedAt: Date | null;
  endedAt: Date;
  waitSeconds: number;
  handlingSeconds: number | null;
  ending: 'completed' | 'transferred' | 'noShow' | 'cancelled' | 'closedByRule';
  outcome: string | null;
  limitsCrossed: number;
  estimateP50Seconds: number | null;
  estimateP90Seconds: number | null;
}
