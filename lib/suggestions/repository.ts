import type { Tx } from '@/lib/platform/db/client';

export interface Offer {
  ticketId: string;
  hallId: string;
  visitId: string;
  suggestionId: string;
  accepted: boolean;
  at: Date;
  actorRef: string;
}

export async function insertOffer(tx: Tx, offer: Offer): Promise<void> {
  await tx.suggestionOffer.create({ data: offer });
}
