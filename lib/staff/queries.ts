import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Actor } from './actor';
import type { Role } from './roles';
import type { KeyView, StaffView } from './schema';

type StaffActor = Extract<Actor, { kind: 'staff' }>;
type KeyActor = Extract<Actor, { kind: 'key' }>;

const WITH_ROLES = { roles: { orderBy: [{ role: 'asc' as const }, { hallId: 'asc' as const }] } };

/** The person of a session, if he is active, with his roles; null otherwise. */
export async function loadStaffActor(db: Database, staffId: string, sessionId: string): Promise<StaffActor | null> {
  const staff = await db.staff.findUnique({ where: { id: staffId }, include: WITH_ROLES });
  if (!staff?.active) return null;
  return {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
    sessionId,
    roles: staff.roles.map(({ hallId, role }) => ({ hallId, role: role as Role })),
  };
}

/** The program of a key by the hash of its secret; null when there is none or it was revoked. */
export async function loadKeyActor(db: Database, keyHash: string): Promise<KeyActor | null> {
  const key = await db.apiKey.findUnique({ where: { keyHash } });
  if (!key || key.revokedAt) return null;
  return { kind: 'key', id: key.id, name: key.name, hallId: key.hallId, role: key.role as Role };
}

export interface SignInState {
  id: string;
  active: boolean;
  failedSignIns: number;
  lockedUntil: Date | null;
}

export async function findSignInState(db: Database, username: string): Promise<SignInState | null> {
  return db.staff.findUnique({
    where: { username },
    select: { id: true, active: true, failedSignIns: true, lockedUntil: true },
  });
}

/** The hash of a person's password; null for somebody who cannot sign in by password. */
export async function findPasswordHash(db: Database, staffId: string): Promise<string | null> {
  const account = await db.staffAccount.findFirst({ where: { userId: staffId, providerId: 'credential' } });
  return account?.password ?? null;
}

/** Is there anybody who can sign in? Before the first administrator exists there is not. */
export async function hasStaff(db: Database | Tx): Promise<boolean> {
  return (await db.staff.findFirst({ select: { id: true } })) !== null;
}

type StaffRow = NonNullable<Awaited<ReturnType<Tx['staff']['findUnique']>>>;
type RoleRow = NonNullable<Awaited<ReturnType<Tx['staffRole']['findUnique']>>>;

export function toStaffView(row: StaffRow & { roles: RoleRow[] }): StaffView {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    locale: row.locale,
    active: row.active,
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
    roles: row.roles.map(({ hallId, role }) => ({ hallId, role: role as Role })),
  };
}

export async function findStaff(db: Database | Tx, id: string): Promise<StaffView | null> {
  const row = await db.staff.findUnique({ where: { id }, include: WITH_ROLES });
  return row ? toStaffView(row) : null;
}

/** Staff in the order of their user names, after `after`. */
export async function listStaff(db: Database, page: { after?: string; limit: number }): Promise<StaffView[]> {
  const rows = await db.staff.findMany({
    where: page.after ? { username: { gt: page.after } } : {},
    include: WITH_ROLES,
    orderBy: { username: 'asc' },
    take: page.limit,
  });
  return rows.map(toStaffView);
}

type KeyRow = NonNullable<Awaited<ReturnType<Tx['apiKey']['findUnique']>>>;

export function toKeyView(row: KeyRow): KeyView {
  return {
    id: row.id,
    hallId: row.hallId,
    name: row.name,
    role: row.role as KeyView['role'],
    prefix: row.prefix,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** Keys in the order in which they were made, after the id `after`; of one hall or of all. */
export async function listKeys(
  db: Database,
  page: { hallId?: string; after?: string; limit: number },
): Promise<KeyView[]> {
  const rows = await db.apiKey.findMany({
    where: { ...(page.hallId ? { hallId: page.hallId } : {}), ...(page.after ? { id: { gt: page.after } } : {}) },
    orderBy: { id: 'asc' },
    take: page.limit,
  });
  return rows.map(toKeyView);
}

export interface StoredSession {
  id: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

const SESSION_FIELDS = {
  id: true,
  userId: true,
  createdAt: true,
  expiresAt: true,
  ipAddress: true,
  userAgent: true,
} as const;

/** Sessions of a person that still hold, newest first. */
export async function listSessions(db: Database, staffId: string, now: Date): Promise<StoredSession[]> {
  return db.staffSession.findMany({
    where: { userId: staffId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: SESSION_FIELDS,
    take: 100,
  });
}

export async function findSession(db: Database, id: string): Promise<StoredSession | null> {
  return db.staffSession.findUnique({ where: { id }, select: SESSION_FIELDS });
}

export async function findKey(db: Database | Tx, id: string): Promise<KeyView | null> {
  const row = await db.apiKey.findUnique({ where: { id } });
  return row ? toKeyView(row) : null;
}

export function locateKey(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.apiKey.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such key.');
}

/** Place in the list of the first id that is no hall; -1 when all are. Nulls (above all halls) are passed over. */
export async function missingHall(db: Tx, hallIds: (string | null)[]): Promise<number> {
  const asked = hallIds.filter((id) => id !== null);
  const halls = await db.hall.findMany({ where: { id: { in: asked } }, select: { id: true } });
  const known = new Set(halls.map((hall) => hall.id));
  return hallIds.findIndex((id) => id !== null && !known.has(id));
}

/** Without this person there would be no active administrator left. */
export async function onlyAdministrator(db: Tx, staffId: string): Promise<boolean> {
  const administrators = await db.staff.findMany({
    where: { active: true, roles: { some: { role: 'admin' } } },
    select: { id: true },
    take: 2,
  });
  return administrators.length === 1 && administrators[0]?.id === staffId;
}

/** Somebody who works in a hall, as colleagues know him. */
export interface Colleague {
  id: string;
  name: string;
  roles: Role[];
}

/** Everybody but the hotline, which sits elsewhere. */
const IN_HALL: Role[] = ['guide', 'clerk', 'floor', 'shiftLead', 'manager'];

function colleaguesOf(hallId: string) {
  return { active: true, roles: { some: { hallId, role: { in: IN_HALL } } } };
}

/** Who works in a hall, in the order of their user names, after `after`. */
export async function listColleagues(
  db: Database | Tx,
  hallId: string,
  page: { after?: string; limit: number },
): Promise<(Colleague & { username: string })[]> {
  const rows = await db.staff.findMany({
    where: { ...colleaguesOf(hallId), ...(page.after ? { username: { gt: page.after } } : {}) },
    select: {
      id: true,
      username: true,
      name: true,
      roles: { where: { hallId }, select: { role: true }, orderBy: { role: 'asc' } },
    },
    orderBy: { username: 'asc' },
    take: page.limit,
  });
  return rows.map((row) => ({ ...row, roles: row.roles.map(({ role }) => role as Role) }));
}

/** A colleague by his id; null where he does not work in this hall. */
export async function findColleague(db: Database | Tx, hallId: string, id: string): Promise<Colleague | null> {
  const row = await db.staff.findFirst({
    where: { id, ...colleaguesOf(hallId) },
    select: { id: true, name: true, roles: { where: { hallId }, select: { role: true }, orderBy: { role: 'asc' } } },
  });
  return row ? { ...row, roles: row.roles.map(({ role }) => role as Role) } : null;
}

/** Names of people by id, also of those who no longer work here. For staff screens only. */
export async function listStaffNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.staff.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
