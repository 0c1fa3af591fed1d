import { expect, test } from 'vitest';
import { openCounter } from '@/lib/counters/commands';
import { runDuties } from '@/lib/duties/duties';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, issueTicket } from '@/lib/tickets/commands';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

test('who left before the promise ran out says nothing about it; who waits on says that it was broken', async () => {
  const house = buildTestHouse((await testDatabase()).database);
  const hall = await buildHall(house);
  const guide: Actor = { kind: 'key', id: 'g', name: 'g', hallId: hall.id, role: 'guide' };
  const clerk: Actor = { kind: 'key', id: 'c', name: 'c', hallId: hall.id, role: 'clerk' };
  const start = Date.parse('2026-03-02T01:00:00Z');
  house.setTime(new Date(start));
  await run(house, clerk, openCounter, { counterId: hall.counter(1) });
  const leaver = await run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  await run(house, guide, cancelTicket, { ticketId: leaver.id, reason: 'left' });
  const settle = async (minutes: number) => {
    house.setTime(new Date(start + minutes * 60_000));
    await runDuties(house);
    return (await house.db.promiseRecord.findUnique({ where: { hallId: hall.id } }))?.correction ?? null;
  };
  expect(await settle(60)).toBe(0);
  await run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  const broken = await settle(180);
  expect(broken).toBeCloseTo(0.072, 6);
  // Taken in once.
  expect(await settle(240)).toBe(broken);
});
