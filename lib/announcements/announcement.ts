/** A call or recall that the lobby display must show and speak, once and in the order of `seq`. */
export interface Announcement {
  id: string;
  hallId: string;
  seq: number;
  ticketId: string;
  number: string;
  counterId: string;
  counterNumber: number;
  kind: 'call' | 'recall';
  at: Date;
  shownAt: Date | null;
  spokenAt: Date | null;
  withdrawnAt: Date | null;
}
