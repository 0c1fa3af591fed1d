import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { systemClock } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { fail, type Result, success } from '@/lib/core/result';
import { type House, tellAccessChanged } from '@/lib/door/house';
import { perHouse } from '@/lib/platform/per-house';
import type { Actor } from '@/lib/staff/actor';
import { lockSeconds } from '@/lib/staff/lock-out';
import {
  findPasswordHash,
  findSession,
  findSignInState,
  findStaff,
  listSessions,
  loadStaffActor,
} from '@/lib/staff/queries';
import {
  auditAccess,
  clearFailedSignIns,
  countFailedSignIn,
  deleteSession,
  deleteSessionsOf,
  lockStaff,
  savePassword,
} from '@/lib/staff/repository';
import { type SessionView, usernameSchema } from '@/lib/staff/schema';
import { auth } from './auth';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

export interface SignedIn {
  actor: StaffActor;
  /** `Set-Cookie` values to send along. */
  cookies: string[];
}

/** Wrong passwords for names that nobody has: they must look the same as for names that somebody has. */
interface UnknownName {
  failures: number;
  lockedUntil: number;
}

const UNKNOWN_NAMES = 10_000;

class Attempts {
  readonly unknown = new Map<string, UnknownName>();
  private readonly turns = new Map<string, Promise<unknown>>();

  /** One attempt at a time for each name, so that a burst of guesses cannot pass the lock together. */
  async inTurn<T>(name: string, attempt: () => Promise<T>): Promise<T> {
    const before = this.turns.get(name) ?? Promise.resolve();
    const mine = before.then(attempt, attempt);
    this.turns.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(name) === mine) this.turns.delete(name);
    }
  }

  noteUnknown(name: string, entry: UnknownName): void {
    this.unknown.delete(name);
    this.unknown.set(name, entry);
    const [oldest] = this.unknown.keys();
    if (this.unknown.size > UNKNOWN_NAMES && oldest !== undefined) this.unknown.delete(oldest);
  }
}

/**
 * Signs somebody in by name and password: `wrong-credentials`, or `locked-out` with the seconds to wait. Neither tells
 * whether the name exists or is active. `headers` are the request's: the session keeps address and browser of them.
 */
export async function signIn(
  house: House,
  given: { username: string; password: string },
  headers: Headers,
): Promise<Result<SignedIn>> {
  const name = given.username.trim().toLowerCase();
  return perHouse(house, 'sign-in attempts', () => new Attempts()).inTurn(name, () =>
    attempt(house, name, given.password, headers),
  );
}

async function attempt(house: House, name: string, password: string, headers: Headers): Promise<Result<SignedIn>> {
  const attempts = perHouse(house, 'sign-in attempts', () => new Attempts());
  const wellFormed = usernameSchema.safeParse(name).success;
  const staff = wellFormed ? await findSignInState(house.db, name) : null;
  const now = systemClock.now();
  const lockedUntil = staff ? (staff.lockedUntil?.getTime() ?? 0) : (attempts.unknown.get(name)?.lockedUntil ?? 0);
  if (lockedUntil > now.getTime()) return lockedOut(lockedUntil - now.getTime());

  const session = await checkPassword(house, wellFormed ? name : '-', password, headers);
  if (session && staff?.active) {
    const actor = await loadStaffActor(house.db, staff.id, session.id);
    if (actor) {
      if (staff.failedSignIns > 0) await clearFailedSignIns(house.db, staff.id);
      await audit(house, staff.id, 'session.signIn', session.id);
      return success({ actor, cookies: session.cookies });
    }
  }
  if (session) await deleteSession(house.db, session.id);

  if (staff) return countFailure(house, staff.id, now);
  const failures = (attempts.unknown.get(name)?.failures ?? 0) + 1;
  const seconds = lockSeconds(failures);
  attempts.noteUnknown(name, { failures, lockedUntil: seconds > 0 ? now.getTime() + seconds * 1000 : 0 });
  return seconds > 0 ? lockedOut(seconds * 1000) : fail('wrong-credentials');
}

/** One more wrong password of a person; locks the name when it was one too many. */
async function countFailure(house: House, staffId: string, now: Date): Promise<Result<never>> {
  const failures = await countFailedSignIn(house.db, staffId);
  const seconds = lockSeconds(failures);
  if (seconds === 0) return fail('wrong-credentials');
  await lockStaff(house.db, staffId, new Date(now.getTime() + seconds * 1000));
  await audit(house, staffId, 'session.lockOut', `failures:${failures}`);
  return lockedOut(seconds * 1000);
}

function lockedOut(milliseconds: number): Result<never> {
  const seconds = Math.ceil(milliseconds / 1000);
  return fail('locked-out', { retryAfterSeconds: seconds, detail: `Try again in ${seconds} seconds.` });
}

/** The library's verdict: a new session with its cookies, or null. */
async function checkPassword(
  house: House,
  username: string,
  password: string,
  headers: Headers,
): Promise<{ id: string; cookies: string[] } | null> {
  const answer = await auth(house).api.signInUsername({
    body: { username, password },
    headers: sessionHeaders(headers),
    asResponse: true,
  });
  if (answer.status !== 200) return null;
  const { token } = (await answer.json()) as { token: string };
  const session = await house.db.staffSession.findUnique({ where: { token }, select: { id: true } });
  return session ? { id: session.id, cookies: answer.headers.getSetCookie() } : null;
}

/** What the session remembers of the request; nothing else of it matters to the library. */
function sessionHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of ['user-agent', 'x-client-address']) {
    const value = headers.get(name);
    if (value) kept.set(name, value.slice(0, 300));
  }
  return kept;
}

/** Ends a session of the actor's own, or, for an administrator, anybody's; `not-found` for others. */
export async function revokeSession(house: House, actor: Actor, sessionId: string): Promise<Result<null>> {
  const session = await findSession(house.db, sessionId);
  if (!session || !(isOwn(actor, session.userId) || isAdministrator(actor))) return fail('not-found');
  await deleteSession(house.db, sessionId);
  tellAccessChanged(house, { ref: `staff:${session.userId}`, sessionId, local: true });
  const own = actor.kind === 'staff' && actor.sessionId === sessionId;
  await audit(
    house,
    actor.kind === 'staff' ? actor.id : session.userId,
    own ? 'session.signOut' : 'session.revoke',
    sessionId,
  );
  return success(null);
}

/**
 * A person's own new password. The present one is asked for, because a desk is left unlocked at times; a wrong one
 * counts like a wrong sign-in. Other devices of the person are signed out.
 */
export async function changeOwnPassword(
  house: House,
  actor: StaffActor,
  { current, password }: { current: string; password: string },
): Promise<Result<null>> {
  return perHouse(house, 'sign-in attempts', () => new Attempts()).inTurn(`own ${actor.id}`, async () => {
    const staff = await findStaff(house.db, actor.id);
    const state = staff ? await findSignInState(house.db, staff.username) : null;
    if (!state) return fail('not-found');
    const now = systemClock.now();
    if (state.lockedUntil && state.lockedUntil > now) return lockedOut(state.lockedUntil.getTime() - now.getTime());
    const hash = await findPasswordHash(house.db, actor.id);
    if (!hash || !(await verifyPassword({ hash, password: current }))) return countFailure(house, state.id, now);
    const at = house.clock.now();
    await savePassword(house.db, actor.id, await hashPassword(password), at);
    if (state.failedSignIns > 0) await clearFailedSignIns(house.db, actor.id);
    await deleteSessionsOf(house.db, actor.id, actor.sessionId);
    await audit(house, actor.id, 'session.changePassword', `staff:${actor.id}`);
    tellAccessChanged(house, { ref: `staff:${actor.id}`, local: true });
    return success(null);
  });
}

/** The devices on which a person is signed in: his own, or, for an administrator, anybody's. */
export async function sessionsOf(house: House, actor: Actor, staffId: string): Promise<Result<SessionView[]>> {
  if (!(isOwn(actor, staffId) || isAdministrator(actor))) return fail('not-found');
  const sessions = await listSessions(house.db, staffId, systemClock.now());
  return success(
    sessions.map((session) => ({
      id: session.id,
      staffId: session.userId,
      createdAt: session.createdAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      address: session.ipAddress || null,
      userAgent: session.userAgent || null,
      current: actor.kind === 'staff' && actor.sessionId === session.id,
    })),
  );
}

function isOwn(actor: Actor, staffId: string): boolean {
  return actor.kind === 'staff' && actor.id === staffId;
}

function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.roles.some((role) => role.role === 'admin');
}

async function audit(house: House, staffId: string, action: string, subject: string): Promise<void> {
  const at = house.clock.now();
  await auditAccess(house.db, { id: newId(at), at, actorRef: `staff:${staffId}`, action, subject });
}
