/**
 * - `taken`: it stands in the queue (or has left it since) like every other ticket
 * - `attention`: it could not be taken over by itself; a person decides
 * - `withdrawn`: the guide took it back before it was sent
 * - `dismissed`: a person looked at it and nobody waits with it any more
 */
export const OFFLINE_STATES = ['taken', 'attention', 'withdrawn', 'dismissed'] as const;
export type OfflineState = (typeof OFFLINE_STATES)[number];

/**
 * Why a ticket given out without a connection needs a person:
 * - `service-off`: its service is not offered any more
 * - `hall-closed`: the hall has closed meanwhile
 * - `day-over`: its service day has ended
 * - `number-taken`: another ticket has its number
 * - `number-unknown`: its number is of no block of this desk
 * - `time-wrong`: its time is in the future, or before its block was reserved
 * - `unreadable`: class, need or customer are nothing that the hall knows
 */
export const ATTENTION_REASONS = [
  'service-off',
  'hall-closed',
  'day-over',
  'number-taken',
  'number-unknown',
  'time-wrong',
  'unreadable',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** A ticket that a guide desk gave out without a connection, as the house has it. */
export interface OfflineTicket {
  /** Made by the tablet. */
  id: string;
  hallId: string;
  serviceDay: string;
  blockId: string;
  /** As on the customer's paper. */
  number: string;
  serviceCode: string;
  issuedAt: Date;
  receivedAt: Date;
  receivedFrom: string;
  receivedName: string | null;
  state: OfflineState;
  reason: AttentionReason | null;
  timeMoved: boolean;
  /** What the guide tapped; empty once it stands in the ticket or nobody needs it. */
  order: Record<string, unknown>;
  ticketId: string | null;
  ticketNumber: string | null;
  settledAt: Date | null;
  settledBy: string | null;
  settledName: string | null;
  note: string | null;
}
