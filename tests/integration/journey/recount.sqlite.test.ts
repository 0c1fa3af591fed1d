import { expect, test } from 'vitest';
import { playBefore, setUpDemo } from '@/lib/demo/duties';
import { loadJourney } from '@/lib/journey/loaders';
import { TOUCHPOINTS } from '@/lib/touchpoints/registry';
import { buildTestHouse } from '@/tests/factories/house';
import { testDatabase } from '@/tests/support/test-database';
import { type RawEvent, RECOUNTS, recountAll } from './recount';

test('every standard has a recount, and there is none of anything else', () => {
  const standards = TOUCHPOINTS.map(({ key, standards }) => [key, standards.map(({ code }) => code)]);
  const recounts = Object.entries(RECOUNTS).map(([key, codes]) => [key, Object.keys(codes)]);
  expect(recounts).toEqual(standards);
});

test('a newcomer’s first look at the demo: all sixteen have a figure, and each equals its recount from the raw events', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, '2026-03-02T04:00:00Z');
  // Half of what a newcomer sees: every figure is there by then.
  await setUpDemo(house, 3600);
  await playBefore(house, 3600);
  const hall = await database.hall.findUniqueOrThrow({ where: { slug: 'demo' } });
  const view = await loadJourney(house, hall.id);
  if (!view) throw new Error('There is no board.');

  const rows = await database.event.findMany({
    where: { hallId: hall.id, serviceDay: '2026-03-02' },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  const shown = view.touchpoints.map(({ key, standards }) => [
    key,
    Object.fromEntries(standards.map(({ code, sum, count }) => [code, { sum, count }])),
  ]);
  expect(Object.fromEntries(shown)).toEqual(recountAll(rows as unknown as RawEvent[]));
  const without = view.touchpoints.filter(({ standards }) => (standards[0]?.count ?? 0) === 0);
  expect(without.map(({ key }) => key)).toEqual([]);
  expect(view.touchpoints.filter(({ passed }) => passed === 0).map(({ key }) => key)).toEqual([]);
  // Opened by the signed check on its planned time, acknowledged by the hotline, walked on time.
  const figure = (key: string) => view.touchpoints.find((one) => one.key === key)?.standards[0];
  for (const key of ['find', 'front', 'environment'])
    expect([key, figure(key)?.sum]).toEqual([key, figure(key)?.count]);
});
