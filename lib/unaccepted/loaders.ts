import { page, timeCursor } from '@/lib/api/page';
import type { House } from '@/lib/door/house';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { presentUnaccepted } from './presenter';
import { listUnaccepted } from './queries';
import type { UnacceptedView } from './schema';

const FIRST_PAGE = 50;

/** The open register, as a page is first rendered with: all of it, or one's own. */
export async function loadUnaccepted(
  house: House,
  hallId: string,
  actor: Actor,
): Promise<{ items: UnacceptedView[]; nextCursor: string | null }> {
  const rows = await listUnaccepted(house.db, hallId, {
    state: 'open',
    ownerRef: permits(actor, 'promise.oversee', hallId) ? undefined : actorRef(actor),
    limit: FIRST_PAGE + 1,
  });
  const { items, nextCursor } = page(rows, FIRST_PAGE, ({ dueAt, id }) => timeCursor({ at: dueAt, id }));
  return { items: items.map(presentUnaccepted), nextCursor };
}
