import type { Database, Tx } from '@/lib/platform/db/client';
import type { RoleInHall } from './schema';

/**
 * One more wrong password, counted by the database so that attempts at the same moment all count. Returns how many
 * there are in a row now.
 */
export async function countFailedSignIn(db: Database, staffId: string): Promise<number> {
  const { failedSignIns } = await db.staff.update({
    where: { id: staffId },
    data: { failedSignIns: { increment: 1 } },
    select: { failedSignIns: true },
  });
  return failedSignIns;
}

export async function lockStaff(db: Database, staffId: string, lockedUntil: Date): Promise<void> {
  await db.staff.update({ where: { id: staffId }, data: { lockedUntil } });
}

export async function clearFailedSignIns(db: Database | Tx, staffId: string): Promise<void> {
  await db.staff.update({ where: { id: staffId }, data: { failedSignIns: 0, lockedUntil: null } });
}

export async function deleteSession(db: Database, id: string): Promise<void> {
  await db.staffSession.deleteMany({ where: { id } });
}

/** Ends sessions of a person, all or all but one. */
export async function deleteSessionsOf(db: Database | Tx, staffId: string, exceptId?: string): Promise<void> {
  await db.staffSession.deleteMany({ where: { userId: staffId, ...(exceptId ? { NOT: { id: exceptId } } : {}) } });
}

/** Audit of what happens outside the door of commands: signing in and out. */
export async function auditAccess(
  db: Database,
  entry: { id: string; at: Date; actorRef: string; action: string; subject: string },
): Promise<void> {
  await db.auditEntry.create({ data: { ...entry, hallId: null } });
}

export async function noteKeyUse(db: Database, keyId: string, at: Date): Promise<void> {
  await db.apiKey.updateMany({ where: { id: keyId }, data: { lastUsedAt: at } });
}

export async function insertStaff(
  tx: Tx,
  staff: { id: string; username: string; name: string; locale: string | null; at: Date },
): Promise<void> {
  const { at, ...row } = staff;
  await tx.staff.create({
    data: {
      ...row,
      // The auth library wants an address; nobody is written to.
      email: `${staff.id}@staff.invalid`,
      displayUsername: staff.username,
      createdAt: at,
      updatedAt: at,
    },
  });
}

export async function insertPassword(
  tx: Tx,
  account: { id: string; staffId: string; password: string; at: Date },
): Promise<void> {
  await tx.staffAccount.create({
    data: {
      id: account.id,
      accountId: account.staffId,
      providerId: 'credential',
      userId: account.staffId,
      password: account.password,
      createdAt: account.at,
      updatedAt: account.at,
    },
  });
}

export async function savePassword(tx: Tx | Database, staffId: string, password: string, at: Date): Promise<void> {
  await tx.staffAccount.updateMany({
    where: { userId: staffId, providerId: 'credential' },
    data: { password, updatedAt: at },
  });
}

export async function replaceRoles(tx: Tx, staffId: string, roles: (RoleInHall & { id: string })[]): Promise<void> {
  await tx.staffRole.deleteMany({ where: { staffId } });
  await tx.staffRole.createMany({ data: roles.map((role) => ({ ...role, staffId })) });
}

export async function saveStaff(
  tx: Tx,
  id: string,
  change: { username?: string; displayUsername?: string; name?: string; locale?: string | null; active?: boolean },
  at: Date,
): Promise<void> {
  await tx.staff.update({ where: { id }, data: { ...change, updatedAt: at } });
}

/** Marks the installation as taken into use; a second mark fails on the primary key. */
export async function insertSetupMark(tx: Tx, at: Date): Promise<void> {
  await tx.staffVerification.create({
    data: { id: 'setup-done', identifier: 'setup-done', value: '', expiresAt: at, createdAt: at, updatedAt: at },
  });
}

export async function insertKey(
  tx: Tx,
  key: {
    id: string;
    hallId: string;
    name: string;
    role: string;
    prefix: string;
    keyHash: string;
    createdAt: Date;
    createdBy: string;
  },
): Promise<void> {
  await tx.apiKey.create({ data: key });
}

/** Keeps the first moment of revocation. */
export async function revokeKeyRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}
