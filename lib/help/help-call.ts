/** Why a clerk wants the shift lead: said in one tap, or not at all. */
export const HELP_REASONS = ['approval', 'question', 'system', 'upset', 'cash'] as const;
export type HelpReason = (typeof HELP_REASONS)[number];

/** Somebody should be on the way by then. */
export const HELP_SECONDS = 60;

/** A clerk's call for help, from the tap until somebody has been there. */
export interface HelpCall {
  id: string;
  hallId: string;
  counterId: string;
  counterNumber: number;
  actorRef: string;
  clerkName: string | null;
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  reason: HelpReason | null;
  state: 'open' | 'taken' | 'answered' | 'withdrawn';
  askedAt: Date;
  unansweredAt: Date | null;
  ownerRef: string | null;
  ownerName: string | null;
  takenAt: Date | null;
  endedAt: Date | null;
}

/** Does it still want somebody, or has somebody on the way? */
export function isPending(call: Pick<HelpCall, 'state'>): boolean {
  return call.state === 'open' || call.state === 'taken';
}
