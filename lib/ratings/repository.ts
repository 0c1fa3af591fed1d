import type { Tx } from '@/lib/platform/db/client';
import type { Rating } from './rating';

/** The first rating of a ticket, or the one that takes its place. */
export async function saveRating(tx: Tx, rating: Rating): Promise<void> {
  const { ticketId, ...data } = rating;
  await tx.rating.upsert({ where: { ticketId }, create: rating, update: data });
}

/** Where a rating device stands. */
export async function saveDevice(
  tx: Tx,
  { screenId, ...place }: { screenId: string; hallId: string; counterId: string; boundAt: Date },
): Promise<void> {
  await tx.ratingScreen.upsert({ where: { screenId }, create: { screenId, ...place }, update: place });
}
