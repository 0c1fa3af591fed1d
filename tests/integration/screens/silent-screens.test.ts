import { beforeEach, expect, it } from 'vitest';
import { pairingCode } from '@/lib/auth/secrets';
import { runDeadlines } from '@/lib/duties/duties';
import { createScreen, pairScreen, reloadScreen, revokeScreen } from '@/lib/screens/commands';
import { screenKeeper } from '@/lib/screens/duties';
import { findScreen } from '@/lib/screens/queries';
import type { HereScreen } from '@/lib/screens/screen';
import type { Actor } from '@/lib/staff/actor';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { ApiClient, withKey } from '../../support/api-client';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

const system: Actor = { kind: 'system' };
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let screenId: string;
let here: HereScreen[];
let reloaded: string[];
let keep: (lookForReloads: boolean) => Promise<void>;

/** 02:00 UTC is 10:00 in the hall's zone, a Monday. */
const at = (minutes: number, seconds = 0) =>
  new Date(Date.parse('2026-03-02T02:00:00Z') + (minutes * 60 + seconds) * 1000);

async function after(minutes: number, seconds = 0): Promise<void> {
  house.setTime(at(minutes, seconds));
  await keep(true);
  await runDeadlines(house);
}

async function pairedScreen(of: BuiltHall): Promise<string> {
  const made = await run(house, system, createScreen, { hall: of.id, kind: 'display', name: 'Lobby', zoneId: null });
  await run(house, { kind: 'anonymous' }, pairScreen, { code: pairingCode(house.secret, made.id, made.codeMadeAt) });
  return made.id;
}

async function events(): Promise<string[]> {
  const rows = await house.db.event.findMany({
    where: { screenId },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows.map(({ kind }) => kind);
}

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  screenId = await pairedScreen(hall);
  here = [];
  reloaded = [];
  keep = screenKeeper(house, {
    here: () => here,
    newcomers: () => false,
    reload: (pages) => reloaded.push(...pages),
  });
});

it('misses a screen after the hall’s time, once, and forgets it when it is heard again', async () => {
  const floor = await withKey(house, hall.id, 'floor');
  const silent = async () =>
    (await floor.get(`/halls/${hall.slug}/screens/silent`)).body as { items: { id: string }[] };
  here = [{ id: screenId, hallId: hall.id, page: 'p1', build: 'b1' }];
  for (let minute = 0; minute <= 10; minute++) await after(minute);
  expect(await silent()).toEqual({ items: [] });
  expect(await findScreen(house.db, screenId)).toMatchObject({ build: 'b1', lastSeenAt: at(10).toISOString() });

  here = [];
  await after(12, 59);
  expect((await silent()).items).toEqual([]);
  await after(13);
  await after(14);
  await after(60);
  expect((await silent()).items).toMatchObject([
    { id: screenId, name: 'Lobby', lastSeenAt: at(10).toISOString(), silentAt: at(13).toISOString(), zoneNames: null },
  ]);
  expect(await events()).toEqual(['screen.silent']);

  here = [{ id: screenId, hallId: hall.id, page: 'p1', build: 'b1' }];
  await after(61);
  expect((await silent()).items).toEqual([]);
  expect(await events()).toEqual(['screen.silent', 'screen.heard']);
  here = [];
  await after(64);
  expect(await events()).toEqual(['screen.silent', 'screen.heard', 'screen.silent']);
});

it('is not missed while the clock leaps and it is connected, nor when it was removed, nor at night', async () => {
  here = [{ id: screenId, hallId: hall.id, page: 'p1', build: null }];
  await after(0);
  await after(500);
  here = [];
  await run(house, system, revokeScreen, { screenId });
  await after(600);
  expect(await events()).toEqual(['screen.removed']);

  const shop = await buildHall(house, {
    slug: 'by-day',
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
  });
  house.setTime('2026-03-02T09:00:00Z');
  screenId = await pairedScreen(shop);
  // Its last word is of 17:59; it is switched off with the hall until 9:00 the next day.
  here = [{ id: screenId, hallId: shop.id, page: 'p1', build: null }];
  house.setTime('2026-03-02T09:59:00Z');
  await keep(true);
  here = [];
  for (const time of ['2026-03-02T10:05:00Z', '2026-03-02T20:00:00Z', '2026-03-03T01:02:00Z']) {
    house.setTime(time);
    await runDeadlines(house);
  }
  expect(await events()).toEqual([]);
  house.setTime('2026-03-03T01:03:00Z');
  await runDeadlines(house);
  expect(await events()).toEqual(['screen.silent']);
});

it('tells a page to load itself anew until another page of the device is heard', async () => {
  here = [{ id: screenId, hallId: hall.id, page: 'p1', build: 'b1' }];
  await after(0);
  expect(reloaded).toEqual([]);
  here = [];
  await run(house, system, reloadScreen, { screenId });
  await after(1);
  here = [{ id: screenId, hallId: hall.id, page: 'p1', build: 'b1' }];
  await after(2);
  await after(3);
  expect(reloaded).toEqual(['p1', 'p1']);
  here = [{ id: screenId, hallId: hall.id, page: 'p2', build: 'b2' }];
  await after(4);
  await after(5);
  expect(reloaded).toEqual(['p1', 'p1']);
  expect(await findScreen(house.db, screenId)).toMatchObject({
    build: 'b2',
    reloadAskedAt: null,
    reloadedAt: at(4).toISOString(),
  });
  expect(await events()).toEqual(['screen.reloadAsked', 'screen.reloaded']);
});

it('refuses a code after ten guesses from one address, also the right one', async () => {
  const made = await run(house, system, createScreen, { hall: hall.id, kind: 'kiosk', name: 'Kiosk' });
  const code = pairingCode(house.secret, made.id, made.codeMadeAt);
  const stranger = new ApiClient(house, { 'x-client-address': '198.51.100.7' });
  const guesses: number[] = [];
  for (let i = 0; i < 12; i++) guesses.push((await stranger.post('/screens/pair', { code: `WRONG${200 + i}` })).status);
  expect(guesses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect((await stranger.post('/screens/pair', { code })).status).toBe(429);
  expect((await new ApiClient(house).post('/screens/pair', { code })).status).toBe(200);
});
