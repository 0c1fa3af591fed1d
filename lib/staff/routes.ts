import { z } from 'zod';
import { once } from '@/lib/api/idempotency';
import { askLimit, takeFrom } from '@/lib/api/limits';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { expiredSessionCookie } from '@/lib/auth/identity';
import { apiKeySecret } from '@/lib/auth/secrets';
import { changeOwnPassword, revokeSession, sessionsOf, signIn } from '@/lib/auth/sign-in';
import { systemClock } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { idSchema } from '@/lib/tickets/schema';
import type { Actor } from './actor';
import {
  createAdministrator,
  createApiKey,
  createStaff,
  revokeApiKey,
  setStaffActive,
  setStaffPassword,
  setStaffRoles,
  updateStaff,
} from './commands';
import { findStaff, listColleagues, listKeys, listStaff } from './queries';
import {
  changePasswordBody,
  colleagueSchema,
  createAdministratorBody,
  createdKeySchema,
  createKeyBody,
  createStaffBody,
  keySchema,
  sessionSchema,
  setActiveBody,
  setPasswordBody,
  setRolesBody,
  signInBody,
  staffSchema,
  updateStaffBody,
  whoSchema,
} from './schema';

function whoIs(actor: Actor): z.input<typeof whoSchema> {
  const nobody = { id: null, name: null, sessionId: null, hallId: null, screenKind: null, roles: [] };
  switch (actor.kind) {
    case 'staff':
      return {
        ...nobody,
        kind: 'staff',
        id: actor.id,
        name: actor.name,
        sessionId: actor.sessionId,
        roles: actor.roles,
      };
    case 'key':
      return {
        ...nobody,
        kind: 'key',
        id: actor.id,
        name: actor.name,
        hallId: actor.hallId,
        roles: [{ hallId: actor.hallId, role: actor.role }],
      };
    case 'screen':
      return { ...nobody, kind: 'screen', id: actor.id, hallId: actor.hallId, screenKind: actor.screenKind };
    case 'customer':
      return { ...nobody, kind: 'customer', hallId: actor.hallId };
    default:
      return { ...nobody, kind: 'anonymous' };
  }
}

const signInRoutes = [
  defineRoute({
    method: 'post',
    path: '/session',
    tag: 'session',
    summary: 'Sign in',
    description:
      'Sets the session cookie. Five wrong passwords in a row lock the name for five minutes, further ones for longer: ' +
      '423 with Retry-After, the same for names that exist and names that do not.',
    who: 'open',
    limit: 'signIn',
    body: signInBody,
    status: 201,
    answer: whoSchema,
    refusals: ['wrong-credentials', 'locked-out'],
    async run({ house, caller, body, address, requestHeaders, answerHeaders }) {
      const pause = await askLimit(house, 'failedSignIn', address);
      if (pause !== null) return fail('rate-limited', { retryAfterSeconds: pause });
      const now = systemClock.now().getTime();
      const signedIn = await once(house, caller, body, now, () => signIn(house, body, requestHeaders));
      if (!signedIn.ok) {
        if (signedIn.failure.code === 'wrong-credentials') await takeFrom(house, 'failedSignIn', address);
        return signedIn;
      }
      for (const cookie of signedIn.value.cookies) answerHeaders.append('set-cookie', cookie);
      return success(whoIs(signedIn.value.actor));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/session',
    tag: 'session',
    summary: 'Who am I?',
    who: 'anyone',
    answer: whoSchema,
    run: async ({ actor }) => success(whoIs(actor)),
  }),
  defineRoute({
    method: 'delete',
    path: '/session',
    tag: 'session',
    summary: 'Sign out',
    description: 'Ends the session of the cookie. Without one there is nothing to end, which is no error.',
    who: 'anyone',
    answer: z.null(),
    nothing: 'Signed out.',
    async run({ house, actor, answerHeaders }) {
      if (actor.kind === 'staff') await revokeSession(house, actor, actor.sessionId);
      answerHeaders.append('set-cookie', await expiredSessionCookie(house));
      return success(null);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/sessions',
    tag: 'session',
    summary: 'Devices on which a person is signed in',
    description: "One's own; an administrator may name somebody else.",
    who: 'staff',
    query: z.object({ staffId: idSchema.optional() }),
    answer: pageOf(sessionSchema),
    refusals: ['not-found'],
    async run({ house, actor, query }) {
      if (actor.kind !== 'staff') return fail('forbidden', { detail: 'Programs have no sessions.' });
      const sessions = await sessionsOf(house, actor, query.staffId ?? actor.id);
      return sessions.ok ? success({ items: sessions.value, nextCursor: null }) : sessions;
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/sessions/{session}',
    tag: 'session',
    summary: 'End a session',
    description: "One's own, or, for an administrator, anybody's.",
    who: 'staff',
    params: z.object({ session: idSchema }),
    answer: z.null(),
    nothing: 'It has ended.',
    run: ({ house, actor, params }) => revokeSession(house, actor, params.session),
  }),
];

const passwordRoutes = [
  defineRoute({
    method: 'post',
    path: '/session/password',
    tag: 'session',
    summary: "Change one's own password",
    description: 'Other devices of the person are signed out. Wrong present passwords count towards the lock.',
    who: 'staff',
    body: changePasswordBody,
    answer: z.null(),
    nothing: 'Changed.',
    refusals: ['wrong-credentials', 'locked-out'],
    async run({ house, actor, caller, body }) {
      if (actor.kind !== 'staff') return fail('forbidden');
      const key = caller.idempotencyKey && `${actor.id} password ${caller.idempotencyKey}`;
      const now = systemClock.now().getTime();
      return once(house, { actor, idempotencyKey: key }, body, now, () => changeOwnPassword(house, actor, body));
    },
  }),
];

export const sessionRoutes = [...signInRoutes, ...passwordRoutes];

export const setupRoutes = [
  defineRoute({
    method: 'post',
    path: '/setup/administrator',
    tag: 'setup',
    summary: 'Make the first administrator',
    description: 'Only while there is nobody at all.',
    who: 'open',
    limit: 'pairing',
    body: createAdministratorBody,
    status: 201,
    answer: staffSchema,
    refusals: ['setup-done', 'already-exists'],
    run: ({ house, caller, body }) => execute(house, caller, createAdministrator, body),
  }),
];

const staffParams = z.object({ staff: idSchema });

export const staffRoutes = [
  defineRoute({
    method: 'get',
    path: '/staff',
    tag: 'staff',
    summary: 'People, by user name',
    who: 'administrator',
    query: pageQuery,
    answer: pageOf(staffSchema),
    async run({ house, query }) {
      const rows = await listStaff(house.db, { after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.username));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/staff/{staff}',
    tag: 'staff',
    summary: 'A person',
    who: 'administrator',
    params: staffParams,
    answer: staffSchema,
    async run({ house, params }) {
      const staff = await findStaff(house.db, params.staff);
      return staff ? success(staff) : fail('not-found');
    },
  }),
  defineRoute({
    method: 'post',
    path: '/staff',
    tag: 'staff',
    summary: 'Add a person',
    who: 'administrator',
    body: createStaffBody,
    status: 201,
    answer: staffSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, body }) => execute(house, caller, createStaff, body),
  }),
  defineRoute({
    method: 'patch',
    path: '/staff/{staff}',
    tag: 'staff',
    summary: 'Change name, user name or language',
    who: 'administrator',
    params: staffParams,
    body: updateStaffBody,
    answer: staffSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) => execute(house, caller, updateStaff, { staffId: params.staff, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/staff/{staff}/password',
    tag: 'staff',
    summary: 'Set a new password',
    description: 'Ends all sessions of the person and lifts a lock.',
    who: 'administrator',
    params: staffParams,
    body: setPasswordBody,
    answer: staffSchema,
    run: ({ house, caller, params, body }) =>
      execute(house, caller, setStaffPassword, { staffId: params.staff, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/staff/{staff}/roles',
    tag: 'staff',
    summary: 'Set the roles',
    who: 'administrator',
    params: staffParams,
    body: setRolesBody,
    answer: staffSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params, body }) => execute(house, caller, setStaffRoles, { staffId: params.staff, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/staff/{staff}/active',
    tag: 'staff',
    summary: 'Let in or shut out',
    description: 'Shut out, all sessions of the person end at once.',
    who: 'administrator',
    params: staffParams,
    body: setActiveBody,
    answer: staffSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, setStaffActive, { staffId: params.staff, ...body }),
  }),
];

export const colleagueRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/colleagues',
    tag: 'staff',
    summary: 'Who works in a hall: to name somebody who takes something over',
    who: ['colleague.read'],
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    query: pageQuery,
    answer: pageOf(colleagueSchema),
    async run(call) {
      const { house, query } = call;
      const hall = await readHall(call, call.params.hall, 'colleague.read', ({ state }) => state.config.id);
      if (!hall.ok) return hall;
      const rows = await listColleagues(house.db, hall.value, { after: query.after, limit: query.limit + 1 });
      const { items, nextCursor } = page(rows, query.limit, ({ username }) => username);
      return success({ items: items.map(({ id, name, roles }) => ({ id, name, roles })), nextCursor });
    },
  }),
];

export const keyRoutes = [
  defineRoute({
    method: 'get',
    path: '/keys',
    tag: 'keys',
    summary: 'Keys of programs',
    who: 'administrator',
    query: pageQuery.extend({ hall: idSchema.optional() }),
    answer: pageOf(keySchema),
    refusals: ['not-found'],
    async run({ house, query }) {
      const hallId = query.hall === undefined ? undefined : await findHallId(house.db, query.hall);
      if (hallId === null) return fail('not-found', { detail: 'There is no such hall.' });
      const rows = await listKeys(house.db, { hallId, after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.id));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/keys',
    tag: 'keys',
    summary: 'Make a key for a program',
    description: 'The answer is the only time the key is shown.',
    who: 'administrator',
    body: createKeyBody,
    status: 201,
    answer: createdKeySchema,
    refusals: ['not-found'],
    async run({ house, caller, body }) {
      const made = await execute(house, caller, createApiKey, body);
      return made.ok ? success({ ...made.value, key: apiKeySecret(house.secret, made.value.id) }) : made;
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/keys/{key}',
    tag: 'keys',
    summary: 'Revoke a key',
    description: 'It stops working at once.',
    who: 'administrator',
    params: z.object({ key: idSchema }),
    answer: keySchema,
    run: ({ house, caller, params }) => execute(house, caller, revokeApiKey, { keyId: params.key }),
  }),
];
