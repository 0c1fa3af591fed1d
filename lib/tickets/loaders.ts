import { pushKeys } from '@/lib/auth/seal';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { findPhone } from '@/lib/notices/queries';
import { findRating } from '@/lib/ratings/queries';
import { type GivenRating, isChangeable } from '@/lib/ratings/rating';
import type { Snapshot } from '@/lib/realtime/freshness';
import { momentOf } from '@/lib/realtime/presenter';
import { listActiveWebhooks } from '@/lib/webhooks/queries';
import { presentCustomerTicket } from './presenter';
import { findStoredTicket } from './queries';
import type { CustomerTicketView } from './schema';
import { slipOf, type TicketSlip } from './slip';
import { isActive } from './ticket';
import { ticketIdOf, ticketToken } from './token';

/**
 * The paper slip of a ticket that is in the hall or expected there; null when there is none or its day is over. A reprint
 * shows the place and estimate of now and the same code.
 *
 * @param origin where customers reach this server, without a slash at the end
 */
export async function loadTicketSlip(
  house: House,
  hallId: string,
  ticketId: string,
  origin: string,
): Promise<TicketSlip | null> {
  const now = house.clock.now();
  return readState(house, hallId, (state) => {
    const ticket = state.tickets.get(ticketId);
    if (!ticket) return null;
    const followUrl = `${origin}/t/${ticketToken(house.secret, ticket.id)}`;
    return slipOf(state, ticket, momentOf(state, now).estimate, followUrl);
  });
}

export interface MyTicketFacts {
  initial: Snapshot<CustomerTicketView>;
  rating: GivenRating | null;
  /** How the hall may tell him: the key of its push messages; whether it sends any to phones, and has his number. */
  notices: { pushKey: string; takesPhone: boolean; phoneLeft: boolean };
}

/** A customer's own page: his ticket as it is now, and his rating of it; null for a token that is none of ours. */
export async function loadMyTicket(house: House, token: string): Promise<MyTicketFacts | null> {
  const id = ticketIdOf(house.secret, token);
  const stored = id ? await findStoredTicket(house.db, id) : null;
  if (!stored) return null;
  const now = house.clock.now();
  const view = await readState(house, stored.hallId, (state) =>
    presentCustomerTicket(state, state.tickets.get(stored.id) ?? stored, now, momentOf(state, now).estimate),
  );
  if (!view) return null;
  const rating = view.status === 'completed' ? await findRating(house.db, stored.id) : null;
  const webhooks = isActive(view.status) ? await listActiveWebhooks(house.db, stored.hallId) : [];
  const takesPhone = webhooks.some((webhook) => webhook.takesPhone);
  return {
    notices: {
      pushKey: pushKeys(house.secret).publicKey,
      takesPhone,
      phoneLeft: takesPhone && (await findPhone(house.db, stored.id)) !== null,
    },
    // The live connection's first answer replaces it, whatever its version is.
    initial: { version: 0, at: now.toISOString(), data: view },
    rating: rating && {
      score: rating.score,
      reasons: rating.reasons,
      comment: rating.comment,
      changeable: isChangeable(rating, now),
    },
  };
}
