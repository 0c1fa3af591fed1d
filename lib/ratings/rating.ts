/** A rating can be changed by the customer for this long. */
export const CHANGEABLE_SECONDS = 3600;

/** Why somebody was pleased or not: what to do about it differs, so the list is closed. */
export const RATING_REASONS = ['wait', 'speed', 'friendliness', 'competence', 'result', 'environment'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

export interface Rating {
  ticketId: string;
  hallId: string;
  visitId: string;
  score: number;
  reasons: RatingReason[];
  comment: string | null;
  givenAt: Date;
  changedAt: Date;
}

/** May the rating still be changed? */
export function isChangeable(rating: Pick<Rating, 'givenAt'>, now: Date): boolean {
  return now.getTime() - rating.givenAt.getTime() <= CHANGEABLE_SECONDS * 1000;
}

/** What the customer has said of the service so far. */
export interface GivenRating {
  score: number;
  reasons: string[];
  comment: string | null;
  changeable: boolean;
}
