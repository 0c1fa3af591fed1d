import { systemClock } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { House } from '@/lib/door/house';
import { loadScreenActor } from '@/lib/screens/queries';
import { noteScreenSeen } from '@/lib/screens/repository';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { loadKeyActor, loadStaffActor } from '@/lib/staff/queries';
import { noteKeyUse } from '@/lib/staff/repository';
import { findTicketVisit } from '@/lib/tickets/queries';
import { ticketIdOf } from '@/lib/tickets/token';
import { accessCache } from './access-cache';
import { auth } from './auth';
import { KEY_PREFIX, SCREEN_PREFIX, secretHash } from './secrets';

type ScreenActor = Extract<Actor, { kind: 'screen' }>;

/** The cookie of a paired screen. */
export const SCREEN_COOKIE = 'hall.screen';

/**
 * Who sends this request: the one function for pages, API and live connections. A credential that was given and does
 * not hold is `unauthenticated`, never silently anonymous. `Authorization` counts before `X-Screen-Token`, that before
 * the session's cookie, that before the screen's.
 */
export async function actorFrom(house: House, headers: Headers): Promise<Result<Actor>> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization)?.[1];
    return token ? byToken(house, token) : fail('unauthenticated', { detail: 'Send "Authorization: Bearer <key>".' });
  }
  const screen = headers.get('x-screen-token');
  if (screen !== null) return byScreenToken(house, screen);
  const cookies = cookiesOf(headers.get('cookie'));
  const session = cookies.get(await sessionCookieName(house));
  if (session !== undefined) return bySession(house, session);
  const paired = cookies.get(SCREEN_COOKIE);
  if (paired !== undefined) return byScreenToken(house, paired);
  return success({ kind: 'anonymous' });
}

/**
 * The paired screen that a request's device is, whoever is signed in on it: a lobby display says what it has shown
 * also on a machine where a manager opened it.
 */
export async function screenFrom(house: House, headers: Headers): Promise<ScreenActor | null> {
  const token = headers.get('x-screen-token') ?? cookiesOf(headers.get('cookie')).get(SCREEN_COOKIE);
  const found = token === undefined ? null : await byScreenToken(house, token);
  return found?.ok && found.value.kind === 'screen' ? found.value : null;
}

/** Name of the session's cookie ("__Secure-" in front where the address is https). */
export async function sessionCookieName(house: House): Promise<string> {
  return (await auth(house).$context).authCookies.sessionToken.name;
}

/** `Set-Cookie` values that take away a session's cookie. */
export async function expiredSessionCookie(house: House): Promise<string> {
  const { name, attributes } = (await auth(house).$context).authCookies.sessionToken;
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`;
}

function byToken(house: House, token: string): Promise<Result<Actor>> {
  if (token.startsWith(KEY_PREFIX)) return byKey(house, token);
  if (token.startsWith(SCREEN_PREFIX)) return byScreenToken(house, token);
  return byTicket(house, token);
}

async function byTicket(house: House, token: string): Promise<Result<Actor>> {
  const ticketId = ticketIdOf(house.secret, token);
  const ticket = ticketId ? await findTicketVisit(house.db, ticketId) : null;
  if (!ticketId || !ticket) return fail('unauthenticated', { detail: 'This token is not valid.' });
  return success({ kind: 'customer', ticketId, ...ticket });
}

async function byKey(house: House, key: string): Promise<Result<Actor>> {
  const actor = await known(house, key, () => loadKeyActor(house.db, secretHash(key)));
  if (!actor) return fail('unauthenticated', { detail: 'This key is not valid.' });
  if (isNoteDue(house, actor)) await noteKeyUse(house.db, actor.id, house.clock.now());
  return success(actor);
}

async function byScreenToken(house: House, token: string): Promise<Result<Actor>> {
  if (!token.startsWith(SCREEN_PREFIX)) return fail('unauthenticated', { detail: 'This is no token of a screen.' });
  const actor = await known(house, token, () => loadScreenActor(house.db, secretHash(token)));
  if (!actor) return fail('unauthenticated', { detail: 'This screen is not paired.' });
  if (isNoteDue(house, actor)) await noteScreenSeen(house.db, actor.id, house.clock.now());
  return success(actor);
}

async function bySession(house: House, cookie: string): Promise<Result<Actor>> {
  const cache = accessCache(house);
  const credential = secretHash(cookie);
  const at = systemClock.now().getTime();
  const cached = cache.find(credential, at);
  if (cached) return success(cached);
  const seen = cache.changes;
  const headers = new Headers({ cookie: `${await sessionCookieName(house)}=${cookie}` });
  const found = await auth(house).api.getSession({ headers });
  const actor = found ? await loadStaffActor(house.db, found.user.id, found.session.id) : null;
  if (!found || !actor) return fail('unauthenticated', { detail: 'The session has ended. Sign in again.' });
  cache.keep(credential, { actor, expiresAt: found.session.expiresAt.getTime() }, seen, at);
  return success(actor);
}

/** The actor of a key or token, from the cache or else from the database. */
async function known<A extends Actor>(house: House, secret: string, load: () => Promise<A | null>): Promise<A | null> {
  const cache = accessCache(house);
  const credential = secretHash(secret);
  const at = systemClock.now().getTime();
  const cached = cache.find(credential, at);
  // The prefix of a secret tells its kind, and so the kind of its actor.
  if (cached) return cached as A;
  const seen = cache.changes;
  const actor = await load();
  if (actor) cache.keep(credential, { actor, expiresAt: Number.POSITIVE_INFINITY }, seen, at);
  return actor;
}

function isNoteDue(house: House, actor: Actor): boolean {
  return accessCache(house).isNoteDue(actorRef(actor), systemClock.now().getTime());
}

export function cookiesOf(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}
