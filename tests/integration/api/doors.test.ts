import { beforeAll, describe, expect, test } from 'vitest';
import { ALLOWANCES } from '@/lib/api/limits';
import { actorFrom } from '@/lib/auth/identity';
import { execute } from '@/lib/door/execute';
import { createStaff } from '@/lib/staff/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { type Answer, ApiClient, PASSWORD, signedIn, withKey } from '@/tests/support/api-client';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let nobody: ApiClient;

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  nobody = new ApiClient(house);
});

describe('signing in', () => {
  test('who am I, sign out', async () => {
    expect(await nobody.get('/session')).toMatchObject({ status: 200, body: { kind: 'anonymous', roles: [] } });
    const guide = await signedIn(house, 'guide', hall.id, 'guide');
    expect(await guide.get('/session')).toMatchObject({
      status: 200,
      body: { kind: 'staff', name: 'guide', roles: [{ hallId: hall.id, role: 'guide' }] },
    });
    expect(await guide.get('/sessions')).toMatchObject({ status: 200, body: { items: [{ current: true }] } });
    expect(await guide.send('DELETE', '/session')).toMatchObject({ status: 204 });
    const after = await guide.get('/session');
    expect(after).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    // The browser is told to forget the cookie, and is anonymous from then on.
    expect(after.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect(await guide.send('DELETE', '/session')).toMatchObject({ status: 401 });
    expect(await guide.post('/session', { username: 'guide', password: PASSWORD })).toMatchObject({ status: 201 });
  });

  test('the administrator ends the sessions of others', async () => {
    const admin = await signedIn(house, 'chief', null, 'admin');
    const clerk = await signedIn(house, 'clerk', hall.id, 'clerk');
    const { id, sessionId } = (await clerk.get('/session')).body as { id: string; sessionId: string };
    expect(
      await clerk.get(`/sessions?staffId=${((await admin.get('/session')).body as { id: string }).id}`),
    ).toMatchObject({
      status: 404,
    });
    expect(await admin.get(`/sessions?staffId=${id}`)).toMatchObject({ body: { items: [{ id: sessionId }] } });
    expect(await admin.send('DELETE', `/sessions/${sessionId}`)).toMatchObject({ status: 204 });
    expect(await clerk.get(`/halls/${hall.id}/queue`)).toMatchObject({ status: 401 });
  });

  test('a person changes the password, and other devices are signed out', async () => {
    const here = await signedIn(house, 'changer', hall.id, 'guide');
    const there = await nobody.post('/session', { username: 'changer', password: PASSWORD });
    const elsewhere = nobody.with({
      cookie: there.headers
        .getSetCookie()
        .map((c) => c.split(';')[0])
        .join('; '),
    });
    const change = (current: string) => here.post('/session/password', { current, password: 'a new password' });
    expect(await change('not this')).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    expect(await change(PASSWORD)).toMatchObject({ status: 204 });
    expect(await here.get('/session')).toMatchObject({ status: 200, body: { kind: 'staff' } });
    expect(await elsewhere.get('/session')).toMatchObject({ status: 401 });
    expect(await nobody.post('/session', { username: 'changer', password: PASSWORD })).toMatchObject({ status: 401 });
    expect(await nobody.post('/session', { username: 'changer', password: 'a new password' })).toMatchObject({
      status: 201,
    });
  });

  test('five wrong passwords: 423 and when to come back, the same for a name that nobody has', async () => {
    await execute(house, { actor: { kind: 'system' } }, createStaff, {
      username: 'locked',
      name: 'Locked',
      password: PASSWORD,
      roles: [],
    });
    const told: unknown[] = [];
    for (const username of ['locked', 'not-there']) {
      const answers: Answer[] = [];
      for (let i = 0; i < 5; i++) answers.push(await nobody.post('/session', { username, password: 'wrong' }));
      answers.push(await nobody.post('/session', { username, password: PASSWORD }));
      expect(answers.map((a) => a.status)).toEqual([401, 401, 401, 401, 423, 423]);
      expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(290);
      told.push(answers.map((a) => ({ ...(a.body as object), detail: '' })));
    }
    expect(told[1]).toEqual(told[0]);
  });
});

describe('requests from other sites', () => {
  test('a cookie works for our own pages only; a key says itself who it is', async () => {
    const manager = await signedIn(house, 'manager', hall.id, 'manager');
    const path = `/halls/${hall.id}/screens`;
    const body = { kind: 'display', name: 'Lobby' };
    const from = (headers: Record<string, string>) => manager.post(path, body, { host: 'hall.test', ...headers });
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await from({ 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 });
    expect(await from({ origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await from({ origin: 'null' })).toMatchObject({ status: 403 });
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 201 });
    expect(await from({ origin: 'http://hall.test' })).toMatchObject({ status: 201 });
    expect(await manager.get(path)).toMatchObject({ status: 200 });
    const key = await withKey(house, hall.id, 'manager');
    expect(await key.post(path, body, { origin: 'https://evil.example' })).toMatchObject({ status: 201 });
  });
});

describe('limits', () => {
  test('tickets from afar are limited by address, with the time to wait', async () => {
    const crowd = nobody.with({ 'x-client-address': '203.0.113.9' });
    const statuses: number[] = [];
    let last: Answer | undefined;
    for (let i = 0; i <= ALLOWANCES.remoteTicket.points; i++) {
      last = await crowd.post(`/halls/${hall.id}/tickets`, { serviceCode: 'cards' });
      statuses.push(last.status);
    }
    expect(statuses.filter((s) => s === 201)).toHaveLength(ALLOWANCES.remoteTicket.points);
    expect(last).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(
      await nobody
        .with({ 'x-client-address': '203.0.113.10' })
        .post(`/halls/${hall.id}/tickets`, { serviceCode: 'cards' }),
    ).toMatchObject({ status: 201 });
  });

  test('guessing pairing codes ends soon', async () => {
    const guesser = nobody.with({ 'x-client-address': '203.0.113.11' });
    const statuses: number[] = [];
    for (let i = 0; i <= ALLOWANCES.pairing.points; i++)
      statuses.push((await guesser.post('/screens/pair', { code: `GUESS${i}` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
  });
});

test('a session is looked up in well under a millisecond', async () => {
  const guide = await signedIn(house, 'quick', hall.id, 'guide');
  const headers = new Headers(guide.headers);
  await actorFrom(house, headers);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const from = performance.now();
    await actorFrom(house, headers);
    times.push(performance.now() - from);
  }
  expect(times.sort((a, b) => a - b)[100]).toBeLessThan(1);
});

test('problem codes explain themselves', async () => {
  expect(await nobody.get('/problems/wrong-state')).toMatchObject({
    status: 200,
    body: { code: 'wrong-state', status: 409 },
  });
  expect(await nobody.get('/problems/nothing')).toMatchObject({ status: 404 });
});
