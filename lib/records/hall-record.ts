export const RECORD_KINDS = ['morning', 'weekly', 'inspection'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One thing an inspection looked at. What was not fine is a weak point or just noted. */
export interface InspectionItem {
  what: string;
  fine: boolean;
  note: string | null;
  weakPointId: string | null;
}

/** The record of a morning meeting, a weekly meeting or an inspection. */
export interface HallRecord {
  id: string;
  hallId: string;
  kind: RecordKind;
  /** Service day and wall clock of the hall. */
  heldOn: string;
  heldAt: string;
  leaderId: string | null;
  leaderName: string;
  attendeeCount: number;
  attendees: { id: string; name: string }[];
  topics: string;
  decisions: string;
  items: InspectionItem[];
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
}
