import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { actorFrom } from '@/lib/auth/identity';
import { type House, house } from '@/lib/door/house';
import { findHallId } from '@/lib/halls/queries';
import { type Actor, actorRef } from './actor';
import { type Permission, permits, refusal } from './policy';
import { hasStaff, listColleagues } from './queries';

/** Who looks at this page. A cookie that no longer holds is nobody: the page decides what nobody may see. */
export async function loadActor(): Promise<Actor> {
  const found = await actorFrom(house(), await headers());
  return found.ok ? found.value : { kind: 'anonymous' };
}

/** A new installation, in which nobody can sign in before the administrator was made. */
export async function isSetupOpen(): Promise<boolean> {
  return !(await hasStaff(house().db));
}

export interface Desk {
  house: House;
  actor: Actor;
  /** As in events and views: "staff:<id>". */
  actorRef: string;
  hallId: string;
}

/**
 * The desk of a hall for somebody with the permission. Nobody known is sent to sign in and comes back to `path`; a
 * stranger to the hall, or a hall that does not exist, is "not found"; without the permission back to the doorway.
 */
export async function requireDesk(hallSlug: string, permission: Permission, path: string): Promise<Desk> {
  const open = house();
  const hallId = await findHallId(open.db, hallSlug);
  const actor = await loadActor();
  if (!hallId) notFound();
  if (!permits(actor, permission, hallId)) {
    const why = refusal(actor, hallId);
    if (why === 'unauthenticated') redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    if (why === 'not-found') notFound();
    redirect('/?denied=1');
  }
  return { house: open, actor, actorRef: actorRef(actor), hallId };
}

// More than any hall has.
const ALL = 2000;

/** Whom something can be given to in a hall, by name; the caller has checked who asks. */
export async function loadColleagueNames(open: House, hallId: string): Promise<{ id: string; name: string }[]> {
  const colleagues = await listColleagues(open.db, hallId, { limit: ALL });
  return colleagues.map(({ id, name }) => ({ id, name }));
}
