import type { Localized } from '@/lib/core/localized';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { OfferView } from './schema';
import type { Suggestion } from './suggestion';

/** The suggestions of a hall's settings, in their order. */
export async function listSuggestions(db: Database | Tx, hallId: string): Promise<Suggestion[]> {
  const rows = await db.suggestion.findMany({ where: { hallId }, orderBy: [{ sort: 'asc' }, { id: 'asc' }] });
  return rows.map(({ hallId: _hall, ...row }) => ({
    ...row,
    names: row.names as Localized,
    serviceIds: row.serviceIds as string[],
  }));
}

/** What was suggested to the customer of a ticket; null while nothing was. */
export async function findOffer(db: Database | Tx, ticketId: string): Promise<OfferView | null> {
  const row = await db.suggestionOffer.findUnique({ where: { ticketId } });
  return row && { suggestionId: row.suggestionId, accepted: row.accepted, at: row.at.toISOString() };
}
