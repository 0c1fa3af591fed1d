import { beforeEach, expect, test } from 'vitest';
import { runDeadlines } from '@/lib/duties/duties';
import { serviceDay } from '@/lib/halls/service-day';
import { addMaterial, changeMaterial, checkMaterial, putUpMaterial, removeMaterial } from '@/lib/promotions/commands';
import { environment } from '@/lib/touchpoints/environment';
import type { JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
const names = { 'zh-CN': '宽带提速', en: 'Faster broadband', es: 'Banda ancha más rápida' };
const manager = () => buildStaff(hall.id, 'manager');
const floor = () => buildStaff(hall.id, 'floor');

/** Ten in the morning in Shanghai. */
const at = (day: string) => `${day}T02:00:00Z`;

async function eventsOf(kind?: string) {
  const rows = await house.db.event.findMany({
    where: { hallId: hall.id, kind: kind ?? { startsWith: 'material.' } },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows as unknown as JourneyEvent[];
}

async function deadlines(time: string): Promise<string[]> {
  house.setTime(time);
  const before = (await eventsOf()).length;
  await runDeadlines(house);
  const after = await eventsOf();
  await runDeadlines(house);
  expect((await eventsOf()).length, 'the second time nothing happens').toBe(after.length);
  return after.slice(before).map(({ kind }) => kind);
}

const add = (over: object = {}) =>
  run(house, manager(), addMaterial, {
    hall: hall.id,
    kind: 'poster',
    titles: names,
    place: 'left of the door',
    validFrom: '2026-03-02',
    validUntil: '2026-03-10',
    warnDays: 3,
    ...over,
  });

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, at('2026-03-02'));
  hall = await buildHall(house, {
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
  });
});

test('is warned of and expires by time alone, once each, at midnight of the hall', async () => {
  const { id } = await add();
  expect(await deadlines('2026-03-06T15:59:59Z')).toEqual(['material.counted']);
  expect(await deadlines('2026-03-06T16:00:00Z')).toEqual(['material.expiring']);
  // A restart: another house on the same database.
  const other = buildTestHouse(house.db, '2026-03-10T16:00:00Z');
  await runDeadlines(other);
  await runDeadlines(house);
  const expired = await eventsOf('material.expired');
  expect(expired).toHaveLength(1);
  expect(expired[0]).toMatchObject({ payload: { materialId: id, standing: 1, expired: 1 }, serviceDay: '2026-03-11' });
});

test('what is taken down in time neither warns nor expires; put up again it does', async () => {
  const { id } = await add();
  expect(await run(house, floor(), removeMaterial, { materialId: id })).toMatchObject({ state: 'removed' });
  // Twice is once.
  await run(house, floor(), removeMaterial, { materialId: id });
  expect(await eventsOf('material.removed')).toHaveLength(1);
  expect(await deadlines(at('2026-03-08'))).toEqual([]);
  await run(house, floor(), putUpMaterial, { materialId: id });
  expect(await deadlines('2026-03-10T17:00:00Z')).toEqual([
    'material.expiring',
    'material.counted',
    'material.expired',
  ]);
});

test('a new end moves warning and expiry, another wall does not', async () => {
  const { id } = await add();
  house.setTime(at('2026-03-08'));
  await runDeadlines(house);
  expect(await eventsOf('material.expiring')).toHaveLength(1);
  await run(house, manager(), changeMaterial, { materialId: id, place: 'behind the counters' });
  await runDeadlines(house);
  expect(await eventsOf('material.expiring')).toHaveLength(1);
  expect(await run(house, manager(), changeMaterial, { materialId: id, validUntil: '2026-03-31' })).toMatchObject({
    state: 'valid',
    daysLeft: 23,
    place: 'behind the counters',
  });
  expect(await deadlines(at('2026-03-15'))).toEqual(['material.counted']);
  expect(await deadlines(at('2026-03-29'))).toEqual(expect.arrayContaining(['material.expiring']));
  expect(await refused(house, manager(), changeMaterial, { materialId: id, validUntil: '2026-03-01' })).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'validUntil' }],
  });
});

test('checks are kept with who and when, and only of what stands', async () => {
  const { id } = await add();
  const checker = floor();
  house.setTime(at('2026-03-03'));
  await run(house, checker, checkMaterial, { materialId: id, condition: 'damaged', quantity: 2, note: 'torn' });
  expect(await house.db.materialCheck.findMany({ where: { materialId: id } })).toMatchObject([
    { condition: 'damaged', quantity: 2, note: 'torn', byName: checker.name, hallId: hall.id },
  ]);
  const [event] = await eventsOf('material.checked');
  expect(event?.payload).toMatchObject({ condition: 'damaged', state: 'valid', worse: true });
  expect(JSON.stringify(event?.payload)).not.toContain(checker.name);
  await run(house, checker, removeMaterial, { materialId: id });
  expect(await refused(house, checker, checkMaterial, { materialId: id, condition: 'good' })).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('zones are the hall’s own', async () => {
  const other = await buildHall(house, { slug: 'other-hall' });
  expect(
    await refused(house, manager(), addMaterial, {
      hall: hall.id,
      kind: 'banner',
      titles: names,
      validFrom: '2026-03-02',
      zoneId: other.config.zones[0]?.id ?? '',
    }),
  ).toMatchObject({ code: 'invalid-input', errors: [{ path: 'zoneId' }] });
});

test('the standard equals a recount of the rows at the end of each day', async () => {
  const ids = [await add({ validUntil: '2026-03-03' }), await add({ validUntil: '2026-03-04' }), await add()].map(
    ({ id }) => id,
  );
  const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
  const shown: Record<string, [number, number]> = {};
  const recounted: Record<string, [number, number]> = {};
  const rule = (environment.standards as readonly Standard[]).find(({ code }) => code === 'noExpiredMaterial');
  if (!rule) throw new Error('The standard is gone.');
  for (const day of days) {
    for (const time of ['00:00:30', '01:00:30', '02:00:00']) {
      const local = new Date(`${day}T${time}Z`);
      house.setTime(new Date(local.getTime()));
      await runDeadlines(house);
    }
    if (day === '2026-03-05') await run(house, floor(), removeMaterial, { materialId: ids[0] ?? '' });
    // The evening: what the rows say.
    const rows = await house.db.promotionMaterial.findMany({ where: { hallId: hall.id, standing: true } });
    recounted[day] = [rows.filter(({ validUntil }) => validUntil >= day).length, rows.length];
  }
  for (const day of days) {
    const memory = rule.begin();
    for (const event of await eventsOf()) if (event.serviceDay === day) rule.take(memory, event);
    const { sum, count } = rule.measure(memory);
    shown[day] = [sum, count];
  }
  expect(serviceDay(house.clock.now(), 'Asia/Shanghai')).toBe('2026-03-06');
  expect(shown).toEqual(recounted);
  expect(shown['2026-03-05']).toEqual([1, 2]);
});
