import { beforeEach, expect, it } from 'vitest';
import { pairingCode } from '@/lib/auth/secrets';
import { createScreen } from '@/lib/screens/commands';
import type { Actor } from '@/lib/staff/actor';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { type Answer, ApiClient, withKey } from '../../support/api-client';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

const system: Actor = { kind: 'system' };
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let kiosk: ApiClient;

const body = <T>(answer: Answer) => answer.body as T;

async function kioskOf(at: BuiltHall): Promise<ApiClient> {
  const made = await run(house, system, createScreen, { hall: at.id, kind: 'kiosk', name: 'Kiosk' });
  const code = pairingCode(house.secret, made.id, made.codeMadeAt);
  const paired = body<{ token: string }>(await new ApiClient(house).post('/screens/pair', { code }));
  return new ApiClient(house, { 'x-screen-token': paired.token });
}

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  kiosk = await kioskOf(hall);
});

it('gives one number for a tap that is sent again and again, of its own channel', async () => {
  const issue = () =>
    kiosk.post(
      `/halls/${hall.slug}/tickets`,
      { serviceCode: 'cards', channel: 'kiosk' },
      { 'idempotency-key': 'tap-1' },
    );
  const answers = await Promise.all([issue(), issue(), issue()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => body<{ number: string }>(answer).number))).toEqual(new Set(['A001']));
  const tickets = await house.db.ticket.findMany();
  expect(tickets).toMatchObject([{ number: 'A001', channel: 'kiosk', status: 'waiting' }]);
  const entered = await house.db.event.findFirst({ where: { kind: 'visit.entered' } });
  expect(entered?.payload).toMatchObject({ greeted: false });
});

it('stays in its hall, chooses no class unless the hall allows it, and is limited', async () => {
  const other = await buildHall(house, { slug: 'other-hall' });
  const elsewhere = await kiosk.post(`/halls/${other.slug}/tickets`, { serviceCode: 'cards' });
  expect(elsewhere.status).toBe(404);
  const key = hall.config.classes.at(-1)?.code;
  const asKey = { serviceCode: 'cards', customerClass: key };
  expect(body<object>(await kiosk.post(`/halls/${hall.slug}/tickets`, asKey))).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'customerClass' }],
  });
  const open = await buildHall(house, { slug: 'open-hall', kioskChoosesClass: true });
  expect((await (await kioskOf(open)).post(`/halls/${open.slug}/tickets`, asKey)).status).toBe(201);

  const flood = [];
  for (let i = 0; i < 20; i++)
    flood.push((await kiosk.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards' })).status);
  expect(flood.filter((status) => status === 201)).toHaveLength(18);
  expect(flood.slice(-2)).toEqual([429, 429]);
});

it('finds and checks in a ticket from afar by its scanned code or its number', async () => {
  const guest = new ApiClient(house, { 'x-client-address': '203.0.113.9' });
  const issued = body<{ number: string; token: string }>(
    await guest.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards', customer: { name: 'Li Na' } }),
  );
  const here = `/halls/${hall.slug}/kiosk`;
  const byNumber = await kiosk.get(`${here}/tickets/${issued.number.toLowerCase()}`);
  expect(body<object>(byNumber)).toMatchObject({ token: null, mayCheckIn: true, ticket: { number: issued.number } });
  expect(JSON.stringify(byNumber.body)).not.toContain('Li Na');

  const scanned = { code: `https://hall.example/t/${issued.token}` };
  const done = await kiosk.post(`${here}/check-in`, scanned);
  expect(body<object>(done)).toMatchObject({
    token: issued.token,
    mayCheckIn: false,
    ticket: { number: issued.number, status: 'waiting', peopleAhead: 0 },
  });
  expect((await kiosk.post(`${here}/check-in`, scanned)).status).toBe(409);

  for (const code of ['B777', 'hello', `t_${'x'.repeat(44)}`])
    expect((await kiosk.post(`${here}/check-in`, { code })).status, code).toBe(404);
  const other = await kioskOf(await buildHall(house, { slug: 'other-hall' }));
  expect((await other.get(`/halls/other-hall/kiosk/tickets/${issued.token}`)).status).toBe(404);
  expect((await (await withKey(house, hall.id, 'clerk')).get(`${here}/tickets/A001`)).status).toBe(403);

  const tries = [];
  for (let i = 0; i < 20; i++) tries.push((await kiosk.get(`${here}/tickets/Z${100 + i}`)).status);
  // Six of the twenty of this minute were used above.
  expect(tries.filter((status) => status === 404)).toHaveLength(14);
  expect(tries.at(-1)).toBe(429);
});
