import type { Database, Tx } from '@/lib/platform/db/client';
import type { Rating, RatingReason } from './rating';

/** The rating of a ticket; null while there is none. */
export async function findRating(db: Database | Tx, ticketId: string): Promise<Rating | null> {
  const row = await db.rating.findUnique({ where: { ticketId } });
  return row ? { ...row, reasons: row.reasons as RatingReason[] } : null;
}

/** A paired rating device and its counter, as long as it was not paired anew since. */
export async function findDevice(
  db: Database | Tx,
  screenId: string,
): Promise<{ screenId: string; counterId: string | null } | null> {
  const screen = await db.screen.findUnique({ where: { id: screenId } });
  if (screen?.kind !== 'rating') return null;
  const place = await db.ratingScreen.findUnique({ where: { screenId } });
  const holds = place !== null && (screen.pairedAt === null || place.boundAt >= screen.pairedAt);
  return { screenId, counterId: holds ? place.counterId : null };
}
