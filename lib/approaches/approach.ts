/** What came of speaking to somebody who looked around. */
export const APPROACH_OUTCOMES = ['ticket', 'enquiry', 'trial', 'purchase', 'justLooking', 'left'] as const;
export type ApproachOutcome = (typeof APPROACH_OUTCOMES)[number];

/** A tap can be taken back this long by whoever made it. */
export const UNDO_SECONDS = 30;

export interface Approach {
  id: string;
  hallId: string;
  serviceDay: string;
  at: Date;
  outcome: ApproachOutcome;
  zoneId: string | null;
  ticketId: string | null;
  byRef: string;
  byName: string | null;
  undoneAt: Date | null;
}

/** A need was found: the visitor became a service. */
export function becameService(outcome: unknown): boolean {
  return outcome === 'ticket' || outcome === 'enquiry' || outcome === 'trial' || outcome === 'purchase';
}

/** May this person still take the tap back? */
export function isUndoable(approach: Pick<Approach, 'at' | 'byRef' | 'undoneAt'>, by: string, now: Date): boolean {
  return (
    approach.undoneAt === null && approach.byRef === by && now.getTime() - approach.at.getTime() <= UNDO_SECONDS * 1000
  );
}
