/** What can be done for a customer who waits too long. */
export const CARE_ACTIONS = ['greeted', 'explained', 'tea', 'newspaper', 'diverted', 'cameBackLater'] as const;
export type CareAction = (typeof CARE_ACTIONS)[number];

export interface CareVisit {
  id: string;
  hallId: string;
  ticketId: string;
  /** What the customer waited for when it was opened, and the service day of it. */
  serviceId: string;
  serviceDay: string;
  /** 1 at the limit, 2 at twice the limit …; 0 = given without a crossing. */
  crossing: number;
  openedAt: Date;
  state: 'open' | 'taken' | 'done' | 'lapsed';
  escalateAt: Date | null;
  escalatedAt: Date | null;
  ownerRef: string | null;
  ownerName: string | null;
  takenAt: Date | null;
  doneAt: Date | null;
  action: CareAction | null;
  note: string | null;
}

/** Nobody took it in time, and the shift lead has not been told yet. */
export function isEscalationDue(visit: CareVisit, now: Date): boolean {
  return visit.state === 'open' && visit.escalateAt !== null && visit.escalateAt <= now;
}
