import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { apiKeySecret, keyPrefix, secretHash } from '@/lib/auth/secrets';
import { fail, type Result, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import { idSchema } from '@/lib/tickets/schema';
import { findKey, findStaff, hasStaff, locateKey, missingHall, onlyAdministrator } from './queries';
import {
  clearFailedSignIns,
  deleteSessionsOf,
  insertKey,
  insertPassword,
  insertSetupMark,
  insertStaff,
  replaceRoles,
  revokeKeyRow,
  savePassword,
  saveStaff,
} from './repository';
import {
  createAdministratorBody,
  createKeyBody,
  createStaffBody,
  type RoleInHall,
  setActiveBody,
  setPasswordBody,
  setRolesBody,
  updateStaffBody,
} from './schema';

const staffInput = z.strictObject({ staffId: idSchema });
const aboveAllHalls = async () => success(null);

/**
 * The first administrator, and only while nobody exists: this is how a new installation is taken into use. A second
 * one is refused with `setup-done`.
 */
export const createAdministrator = settingsCommand({
  name: 'setup.createAdministrator',
  input: createAdministratorBody,
  permission: 'setup.administrator',
  locate: aboveAllHalls,
  async run(work, input) {
    if (await hasStaff(work.tx)) return fail('setup-done');
    // A row with a fixed id: of two set-ups at the same moment on two servers the database lets one through.
    await insertSetupMark(work.tx, work.now);
    return add(work, { ...input, roles: [{ hallId: null, role: 'admin' }] });
  },
});

export const createStaff = settingsCommand({
  name: 'staff.create',
  // The house's own demo has short passwords; people's doors ask for eight letters.
  input: createStaffBody.extend({ password: z.string().min(1).max(128) }),
  permission: 'staff.manage',
  locate: aboveAllHalls,
  async run(work, input) {
    if (work.actor.kind !== 'system' && !createStaffBody.shape.password.safeParse(input.password).success)
      return fail('invalid-input', { errors: [{ path: 'password', message: 'at least 8 characters' }] });
    const strange = await strangeHall(work, input.roles);
    return strange ?? add(work, input);
  },
});

async function add(work: SettingsWork, input: z.output<typeof createStaffBody>) {
  const { tx, now: at } = work;
  const id = work.newId();
  await insertStaff(tx, { id, username: input.username, name: input.name, locale: input.locale ?? null, at });
  await insertPassword(tx, { id: work.newId(), staffId: id, password: await hashPassword(input.password), at });
  await replaceRoles(tx, id, identified(work, input.roles));
  await work.audit('staff.create', `staff:${id}`, null, {
    username: input.username,
    name: input.name,
    roles: input.roles,
  });
  return found(await findStaff(tx, id));
}

export const updateStaff = settingsCommand({
  name: 'staff.update',
  input: staffInput.extend(updateStaffBody.shape),
  permission: 'staff.manage',
  locate: aboveAllHalls,
  async run(work, { staffId, ...change }) {
    const before = await findStaff(work.tx, staffId);
    if (!before) return fail('not-found');
    await saveStaff(work.tx, staffId, { ...change, displayUsername: change.username }, work.now);
    const after = await findStaff(work.tx, staffId);
    await work.audit('staff.update', `staff:${staffId}`, before, after);
    work.changeAccess({ ref: `staff:${staffId}` });
    return found(after);
  },
});

/** A new password by the administrator: ends all the person's sessions and lifts a lock. */
export const setStaffPassword = settingsCommand({
  name: 'staff.setPassword',
  input: staffInput.extend(setPasswordBody.shape),
  permission: 'staff.manage',
  locate: aboveAllHalls,
  async run(work, { staffId, password }) {
    const staff = await findStaff(work.tx, staffId);
    if (!staff) return fail('not-found');
    await savePassword(work.tx, staffId, await hashPassword(password), work.now);
    await clearFailedSignIns(work.tx, staffId);
    await deleteSessionsOf(work.tx, staffId);
    await work.audit('staff.setPassword', `staff:${staffId}`, null, null);
    work.changeAccess({ ref: `staff:${staffId}` });
    return found(await findStaff(work.tx, staffId));
  },
});

export const setStaffRoles = settingsCommand({
  name: 'staff.setRoles',
  input: staffInput.extend(setRolesBody.shape),
  permission: 'staff.manage',
  locate: aboveAllHalls,
  async run(work, { staffId, roles }) {
    const before = await findStaff(work.tx, staffId);
    if (!before) return fail('not-found');
    const strange = await strangeHall(work, roles);
    if (strange) return strange;
    if (!roles.some((r) => r.role === 'admin') && (await onlyAdministrator(work.tx, staffId)))
      return fail('in-use', { detail: 'This is the only administrator.' });
    await replaceRoles(work.tx, staffId, identified(work, roles));
    await work.audit('staff.setRoles', `staff:${staffId}`, { roles: before.roles }, { roles });
    work.changeAccess({ ref: `staff:${staffId}` });
    return found(await findStaff(work.tx, staffId));
  },
});

/** Lets somebody in or shuts him out; shut out, his sessions end at once. What he did stays under his name. */
export const setStaffActive = settingsCommand({
  name: 'staff.setActive',
  input: staffInput.extend(setActiveBody.shape),
  permission: 'staff.manage',
  locate: aboveAllHalls,
  async run(work, { staffId, active }) {
    const before = await findStaff(work.tx, staffId);
    if (!before) return fail('not-found');
    if (!active && (await onlyAdministrator(work.tx, staffId)))
      return fail('in-use', { detail: 'This is the only administrator.' });
    await saveStaff(work.tx, staffId, { active }, work.now);
    if (active) await clearFailedSignIns(work.tx, staffId);
    else await deleteSessionsOf(work.tx, staffId);
    await work.audit('staff.setActive', `staff:${staffId}`, { active: before.active }, { active });
    work.changeAccess({ ref: `staff:${staffId}` });
    return found(await findStaff(work.tx, staffId));
  },
});

/** Makes a program's key for one hall and role. Its secret follows from the id (secrets.ts); only the hash is kept. */
export const createApiKey = settingsCommand({
  name: 'apiKey.create',
  input: createKeyBody,
  permission: 'key.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { name, role }) {
    const id = work.newId();
    const key = apiKeySecret(work.secret, id);
    const hallId = work.hallId as string;
    await insertKey(work.tx, {
      id,
      hallId,
      name,
      role,
      prefix: keyPrefix(key),
      keyHash: secretHash(key),
      createdAt: work.now,
      createdBy: work.by,
    });
    await work.audit('apiKey.create', `key:${id}`, null, { name, role });
    return found(await findKey(work.tx, id));
  },
});

export const revokeApiKey = settingsCommand({
  name: 'apiKey.revoke',
  input: z.strictObject({ keyId: idSchema }),
  permission: 'key.manage',
  locate: ({ db }, { keyId }) => locateKey(db, keyId),
  async run(work, { keyId }) {
    await revokeKeyRow(work.tx, keyId, work.now);
    await work.audit('apiKey.revoke', `key:${keyId}`, null, null);
    work.changeAccess({ ref: `key:${keyId}` });
    return found(await findKey(work.tx, keyId));
  },
});

function found<T>(view: T | null): Result<T> {
  return view ? success(view) : fail('not-found');
}

function identified(work: SettingsWork, roles: RoleInHall[]): (RoleInHall & { id: string })[] {
  const once = new Map(roles.map((role) => [`${role.hallId} ${role.role}`, role]));
  return [...once.values()].map((role) => ({ ...role, id: work.newId() }));
}

async function strangeHall(work: SettingsWork, roles: RoleInHall[]): Promise<Result<never> | null> {
  const strange = await missingHall(
    work.tx,
    roles.map((role) => role.hallId),
  );
  return strange < 0
    ? null
    : fail('invalid-input', { errors: [{ path: `roles.${strange}.hallId`, message: 'there is no such hall' }] });
}
