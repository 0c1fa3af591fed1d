import { page, timeCursor } from '@/lib/api/page';
import type { House } from '@/lib/door/house';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { presentFollowUp } from './presenter';
import { listFollowUps } from './queries';
import type { FollowUpView } from './schema';

const FIRST_PAGE = 50;

/** Customers to call or see again, as a page is first rendered with: all of them, or one's own. */
export async function loadFollowUps(
  house: House,
  hallId: string,
  actor: Actor,
): Promise<{ items: FollowUpView[]; nextCursor: string | null }> {
  const rows = await listFollowUps(house.db, hallId, {
    state: 'planned',
    ownerRef: permits(actor, 'promise.oversee', hallId) ? undefined : actorRef(actor),
    limit: FIRST_PAGE + 1,
  });
  const { items, nextCursor } = page(rows, FIRST_PAGE, ({ dueAt, id }) => timeCursor({ at: dueAt, id }));
  return { items: items.map(presentFollowUp), nextCursor };
}
