import { expect, test } from 'vitest';
import type { StaffingView } from '@/lib/staffing/schema';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { signedIn } from '@/tests/support/api-client';
import { testDatabase } from '@/tests/support/test-database';

test('what is intended is kept for its weekday, audited, and its outcome stands beside what is needed', async () => {
  const house = buildTestHouse((await testDatabase()).database);
  const hall = await buildHall(house);
  const other = await buildHall(house, { slug: 'other-hall' });
  house.setTime(new Date('2026-03-16T02:00:00Z'));
  // Two Mondays and a Tuesday with a rush from ten to eleven; today is not over and does not count.
  for (const [serviceDay, arrivals] of [
    ['2026-03-02', 40],
    ['2026-03-09', 40],
    ['2026-03-10', 10],
    ['2026-03-16', 500],
  ] as const)
    for (const halfHour of [20, 21])
      await house.db.arrivalCount.create({
        data: { hallId: hall.id, serviceDay, halfHour, serviceId: hall.service('cards'), arrivals },
      });
  const manager = await signedIn(house, 'manager', hall.id, 'manager');
  const path = `/halls/${hall.slug}/staffing`;
  const read = async (weekday: number) => (await manager.get(`${path}?weekday=${weekday}`)).body as StaffingView;

  const monday = await read(0);
  expect(await manager.get(path).then(({ body }) => (body as StaffingView).weekday)).toBe(0);
  expect(monday).toMatchObject({ learnedDays: 3, intended: null, intendedAt: null, mostCounters: 3 });
  expect(monday.steps).toHaveLength(48);
  const ten = (view: StaffingView) => view.steps.find(({ from }) => from === '10:00')!;
  expect(ten(monday).arrivals).toBeGreaterThan(30);
  expect(ten(monday).arrivals).toBeLessThan(40);
  expect(ten(monday).needed.counters).toBe(3);
  expect(ten(await read(1)).arrivals).toBeLessThan(ten(monday).arrivals);

  const counters = Array.from({ length: 48 }, (_, i) => (i === 20 || i === 21 ? 1 : 0));
  const saved = await manager.post(path, { weekday: 0, counters });
  expect(saved.status).toBe(200);
  const planned = saved.body as StaffingView;
  expect(ten(planned).intended).toMatchObject({ counters: 1 });
  expect(ten(planned).intended!.share!).toBeLessThan(ten(planned).needed.share!);
  expect(planned.intended!.counterHours).toBe(1);
  expect(planned).toEqual(await read(0));
  expect((await read(1)).intended).toBeNull();
  expect(await house.db.auditEntry.findFirst({ where: { action: 'staffing.intend' } })).toMatchObject({
    hallId: hall.id,
    before: null,
    after: { weekday: 0 },
  });
  expect(await house.db.event.count({ where: { hallId: hall.id, kind: 'staffing.planned' } })).toBe(1);

  // With what the counters take: one is open, and all who come want what it takes.
  expect(planned.counterOrder).toEqual([1, 2, 3]);
  expect(planned.services).toMatchObject([{ code: 'cards', counters: 2 }]);
  expect(ten(planned).intended!.short).toMatchObject([{ serviceCode: 'cards' }]);
  // Three are needed, and only two of them take it.
  expect(ten(planned).needed.short).toMatchObject([{ serviceCode: 'cards' }]);
  expect(planned.needed.skilledShare!).toBeLessThan(planned.needed.share!);

  // As many come when a service is offered no longer: for what is left.
  await house.db.service.update({ where: { id: hall.service('cards') }, data: { active: false } });
  house.states.clear();
  const without = await read(0);
  expect(ten(without).arrivals).toBe(ten(planned).arrivals);
  expect(without.services.map(({ code }) => code)).toEqual(['broadband']);
  expect(without.steps.flatMap(({ needed }) => needed.short.map(({ serviceCode }) => serviceCode))).not.toContain(
    'cards',
  );

  // Another hall is as it was, and its plan is none of this manager's business.
  expect((await manager.get(`/halls/${other.slug}/staffing`)).status).toBe(404);
  for (const body of [
    { weekday: 7, counters },
    { weekday: 0, counters: [1] },
    { weekday: 0, counters: counters.map(() => -1) },
  ])
    expect((await manager.post(path, body)).status).toBe(400);
});
