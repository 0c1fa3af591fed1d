/** After so long without coming back the machine has helped. */
export const SETTLED_SECONDS = 20 * 60;

/** A customer whom the guide sent to a machine. */
export interface Diversion {
  id: string;
  hallId: string;
  visitId: string;
  machineId: string;
  serviceCode: string;
  /** The number that was given up for it. */
  ticketId: string | null;
  /** From when the customer would have waited. */
  waitingFrom: Date;
  divertedAt: Date;
  byRef: string;
  state: 'open' | 'done' | 'cameBack';
  settledAt: Date | null;
}
