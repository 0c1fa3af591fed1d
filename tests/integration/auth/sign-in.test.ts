import { beforeAll, describe, expect, test } from 'vitest';
import { actorFrom } from '@/lib/auth/identity';
import { apiKeySecret, pairingCode, screenToken } from '@/lib/auth/secrets';
import { revokeSession, sessionsOf, signIn } from '@/lib/auth/sign-in';
import { execute } from '@/lib/door/execute';
import { createScreen, pairScreen, revokeScreen } from '@/lib/screens/commands';
import { createAdministrator, createApiKey, createStaff, revokeApiKey, setStaffActive } from '@/lib/staff/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
const system = { actor: { kind: 'system' } } as const;

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
});

async function person(username: string, role: 'clerk' | 'guide' = 'clerk') {
  const made = await execute(house, system, createStaff, {
    username,
    name: `Person ${username}`,
    password: 'right password',
    roles: [{ hallId: hall.id, role }],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

const cookieOf = (cookies: string[]) => new Headers({ cookie: cookies.map((c) => c.split(';')[0]).join('; ') });

describe('sign-in', () => {
  test('gives a session that tells who asks, with roles', async () => {
    const { id } = await person('wang');
    const signedIn = await signIn(house, { username: ' WANG', password: 'right password' }, new Headers());
    if (!signedIn.ok) throw new Error(signedIn.failure.code);
    expect(signedIn.value.cookies.join()).toMatch(/HttpOnly/i);
    expect(signedIn.value.cookies.join()).toMatch(/SameSite=Lax/i);
    const who = await actorFrom(house, cookieOf(signedIn.value.cookies));
    expect(who).toMatchObject({ ok: true, value: { kind: 'staff', id, roles: [{ hallId: hall.id, role: 'clerk' }] } });
  });

  test('keeps no password, only a hash', async () => {
    const { id } = await person('hash');
    const account = await house.db.staffAccount.findFirstOrThrow({ where: { userId: id } });
    expect(account.password).not.toContain('right password');
    expect(account.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  test('five wrong passwords lock the name, also for the right one, and unknown names look the same', async () => {
    await person('li');
    for (const username of ['li', 'nobody-has-this']) {
      const answers = [];
      for (let i = 0; i < 5; i++) answers.push(await signIn(house, { username, password: 'wrong' }, new Headers()));
      answers.push(await signIn(house, { username, password: 'right password' }, new Headers()));
      expect(answers.map((a) => (a.ok ? 'in' : a.failure.code))).toEqual([
        ...Array(4).fill('wrong-credentials'),
        'locked-out',
        'locked-out',
      ]);
      const last = answers[5];
      expect(last?.ok === false && last.failure.retryAfterSeconds).toBeGreaterThan(290);
    }
  });

  test('guesses sent at once count one by one', async () => {
    await person('burst');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(house, { username: 'burst', password: 'wrong' }, new Headers())),
    );
    expect(answers.filter((a) => !a.ok && a.failure.code === 'wrong-credentials')).toHaveLength(4);
  });
});

describe('access ends at once', () => {
  test('when the person is deactivated, signs out, or is signed out by the administrator', async () => {
    const staff = await person('zhao');
    const enter = async () => {
      const signedIn = await signIn(house, { username: 'zhao', password: 'right password' }, new Headers());
      if (!signedIn.ok) throw new Error(signedIn.failure.code);
      const headers = cookieOf(signedIn.value.cookies);
      expect((await actorFrom(house, headers)).ok).toBe(true);
      return { headers, actor: signedIn.value.actor };
    };
    const first = await enter();
    await revokeSession(house, first.actor, first.actor.sessionId);
    expect(await actorFrom(house, first.headers)).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } });

    const second = await enter();
    const admin = buildStaff(null, 'admin');
    expect(await sessionsOf(house, admin, staff.id)).toMatchObject({
      ok: true,
      value: [{ id: second.actor.sessionId }],
    });
    expect(await revokeSession(house, buildStaff(hall.id, 'manager'), second.actor.sessionId)).toMatchObject({
      ok: false,
    });
    await revokeSession(house, admin, second.actor.sessionId);
    expect((await actorFrom(house, second.headers)).ok).toBe(false);

    const third = await enter();
    await execute(house, { actor: admin }, setStaffActive, { staffId: staff.id, active: false });
    expect((await actorFrom(house, third.headers)).ok).toBe(false);
    expect(await signIn(house, { username: 'zhao', password: 'right password' }, new Headers())).toMatchObject({
      ok: false,
      failure: { code: 'wrong-credentials' },
    });
  });

  test('when a key is revoked', async () => {
    const admin = { actor: buildStaff(null, 'admin') };
    const made = await execute(house, admin, createApiKey, { hall: hall.slug, name: 'Load tool', role: 'guide' });
    if (!made.ok) throw new Error(made.failure.code);
    const key = apiKeySecret(house.secret, made.value.id);
    const headers = new Headers({ authorization: `Bearer ${key}` });
    expect(await actorFrom(house, headers)).toMatchObject({ ok: true, value: { kind: 'key', role: 'guide' } });
    expect(JSON.stringify(await house.db.apiKey.findMany())).not.toContain(key);
    await execute(house, admin, revokeApiKey, { keyId: made.value.id });
    expect(await actorFrom(house, headers)).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } });
  });

  test('when a screen is revoked; its code works once', async () => {
    const manager = { actor: buildStaff(hall.id, 'manager') };
    const made = await execute(house, manager, createScreen, { hall: hall.id, kind: 'display', name: 'Lobby' });
    if (!made.ok) throw new Error(made.failure.code);
    const code = pairingCode(house.secret, made.value.id, made.value.codeMadeAt);
    const anonymous = { actor: { kind: 'anonymous' } } as const;
    const paired = await execute(house, anonymous, pairScreen, { code: code.toLowerCase() });
    if (!paired.ok) throw new Error(paired.failure.code);
    const headers = new Headers({ 'x-screen-token': screenToken(house.secret, made.value.id, paired.value.pairedAt) });
    expect(await actorFrom(house, headers)).toMatchObject({
      ok: true,
      value: { kind: 'screen', screenKind: 'display' },
    });
    expect(await execute(house, anonymous, pairScreen, { code })).toMatchObject({
      ok: false,
      failure: { code: 'wrong-credentials' },
    });
    await execute(house, manager, revokeScreen, { screenId: made.value.id });
    expect((await actorFrom(house, headers)).ok).toBe(false);
  });
});

test('a credential that does not hold is refused, never anonymous', async () => {
  const refused: Record<string, string>[] = [
    { authorization: 'Bearer k_wrong' },
    { authorization: 'Basic YTpi' },
    { authorization: 'Bearer t_wrong' },
    { 'x-screen-token': 's_wrong' },
    { 'x-screen-token': 'k_wrong' },
    { cookie: 'hall.session_token=forged.signature' },
    { cookie: 'hall.screen=s_forged' },
  ];
  for (const headers of refused)
    expect(await actorFrom(house, new Headers(headers))).toMatchObject({
      ok: false,
      failure: { code: 'unauthenticated' },
    });
  expect(await actorFrom(house, new Headers({ cookie: 'locale=en' }))).toEqual({
    ok: true,
    value: { kind: 'anonymous' },
  });
});

test('the first administrator can be made while nobody exists, once', async () => {
  const empty = buildTestHouse((await testDatabase()).database);
  const body = { username: 'chief', name: 'Chief', password: 'eight letters' };
  const anonymous = { actor: { kind: 'anonymous' } } as const;
  const answers = await Promise.all([
    execute(empty, anonymous, createAdministrator, body),
    execute(empty, anonymous, createAdministrator, { ...body, username: 'rival' }),
  ]);
  expect(answers.map((a) => (a.ok ? 'made' : a.failure.code))).toEqual(['made', 'setup-done']);
  expect((await signIn(empty, body, new Headers())).ok).toBe(true);
});
