import type { Localized } from '@/lib/core/localized';

/** Before the doors open, again and again during the day, after they have closed. */
export const ROUND_KINDS = ['preOpening', 'cyclic', 'closing'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** The six S of a well-kept place: 整理 整顿 清扫 清洁 素养 安全. */
export const SIXES = ['sort', 'order', 'sweep', 'clean', 'habit', 'safety'] as const;
export type Six = (typeof SIXES)[number];

/** What was found at one item. */
export interface RoundFinding {
  itemId: string;
  six: Six;
  names: Localized;
  zoneCode: string | null;
  ok: boolean;
  note: string | null;
  photoIds: string[];
}

/** One walk of a checklist. */
export interface Round {
  id: string;
  hallId: string;
  templateId: string;
  kind: RoundKind;
  names: Localized;
  serviceDay: string;
  state: 'due' | 'missed' | 'signed';
  /** Both null when it was walked unasked. */
  dueAt: Date | null;
  signBy: Date | null;
  missedAt: Date | null;
  signedAt: Date | null;
  signedBy: string | null;
  signedName: string | null;
  results: RoundFinding[];
  itemCount: number;
  failedCount: number;
}

/** What a round found wrong, until it is right again and somebody has looked. */
export interface HallTask {
  id: string;
  hallId: string;
  roundId: string;
  itemId: string;
  names: Localized;
  six: Six;
  /** Code of the zone. */
  zoneId: string | null;
  note: string | null;
  photoIds: string[];
  state: 'open' | 'done' | 'checked';
  ownerRef: string;
  ownerName: string;
  openedAt: Date;
  openedName: string;
  dueAt: Date;
  overdueAt: Date | null;
  doneAt: Date | null;
  doneBy: string | null;
  doneName: string | null;
  doneNote: string | null;
  checkedAt: Date | null;
  checkedBy: string | null;
  checkedName: string | null;
  checkNote: string | null;
}
