import { expect, test } from 'vitest';
import { execute } from '@/lib/door/execute';
import { createHall } from '@/lib/halls/commands';
import { loadHallConfig } from '@/lib/halls/queries';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall, hallDefinition } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { testDatabase } from '@/tests/support/test-database';

test('a hall is made whole: with its clock, lists and links, ready for its first ticket', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  expect(hall.config.services.map((s) => [s.code, s.letter, s.limitSeconds])).toEqual([
    ['cards', 'A', 600],
    ['broadband', 'B', 600],
  ]);
  expect(hall.config.counters.find((c) => c.number === 3)?.serviceIds).toEqual([hall.service('broadband')]);
  expect(hall.config.classes.map((c) => c.code)).toEqual(['ordinary', 'elderly', 'disabled', 'key', 'booked']);
  expect(hall.config.outcomes.map((o) => o.code)).toContain('done');
  const ticket = await execute(house, { actor: buildStaff(hall.id, 'guide') }, issueTicket, {
    hall: hall.slug,
    serviceCode: 'cards',
    customerClass: 'elderly',
  });
  expect(ticket).toMatchObject({ ok: true, value: { number: 'A001', creditSeconds: 600 } });
});

test('a counter takes its services in their order, whatever order they were told and stored in', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const services = [...'HCFADGBE'].map((letter) => ({
    code: letter.toLowerCase(),
    letter,
    names: { 'zh-CN': letter, en: letter, es: letter },
  }));
  const codes = services.map(({ code }) => code);
  const hall = await buildHall(house, { services, counters: [{ number: 1, serviceCodes: [...codes].reverse() }] });
  expect(hall.config.counters[0]?.serviceIds).toEqual(codes.map((code) => hall.service(code)));
});

test('only the administrator makes halls', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  const definition = hallDefinition({ slug: 'second' });
  const by = (actor: Parameters<typeof execute>[1]['actor']) => execute(house, { actor }, createHall, definition);
  expect(await by(buildStaff(hall.id, 'manager'))).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
  expect(await by({ kind: 'anonymous' })).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } });
  expect(await by(buildStaff(null, 'admin'))).toMatchObject({ ok: true, value: { slug: 'second' } });
});

test('a slug is taken once, and a definition that contradicts itself changes nothing', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  await buildHall(house);
  const make = (overrides: Parameters<typeof hallDefinition>[0]) =>
    execute(house, { actor: { kind: 'system' } }, createHall, hallDefinition(overrides));
  expect(await make({})).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
  const refused = await make({
    slug: 'third',
    timeZone: 'Mars/Olympus',
    counters: [
      { number: 1, serviceCodes: ['nothing'] },
      { number: 1, zoneCode: 'cellar', serviceCodes: [] },
    ],
  });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  const again = await make({
    slug: 'third',
    counters: [
      { number: 1, serviceCodes: ['nothing'] },
      { number: 1, zoneCode: 'cellar', serviceCodes: [] },
    ],
  });
  expect(again.ok ? [] : again.failure.errors?.map((e) => e.path)).toEqual([
    'counters.1.number',
    'counters.1.zoneCode',
    'counters.0.serviceCodes.0',
  ]);
  expect(await database.hall.count()).toBe(1);
  expect(await database.hallClock.count()).toBe(1);
  expect(await loadHallConfig(database, 'third')).toBeNull();
});
