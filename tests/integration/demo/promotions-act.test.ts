import { expect, test } from 'vitest';
import { runningCampaigns } from '@/lib/campaigns/campaign';
import { preparePlayer, setUpDemo } from '@/lib/demo/duties';
import { readState } from '@/lib/door/execute';
import { buildTestHouse } from '@/tests/factories/house';
import { testDatabase } from '@/tests/support/test-database';

test('the demo hall has material and campaigns from the start, and its people look after them', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, '2026-03-02T02:00:00Z');
  await setUpDemo(house);
  const hall = await database.hall.findUniqueOrThrow({ where: { slug: 'demo' } });
  expect(await database.promotionMaterial.count({ where: { hallId: hall.id, standing: true } })).toBeGreaterThan(4);
  expect(await readState(house, hall.id, (s) => runningCampaigns(s.campaigns, s.serviceDay).length)).toBe(2);
  expect(await database.weakPoint.count()).toBe(0);
  const play = await preparePlayer(house);
  const awaited = ['material.checked', 'meeting.recorded', 'weakPoint.opened', 'weakPoint.verified'];
  const seen = async () =>
    (await database.event.findMany({ where: { hallId: hall.id, kind: { in: awaited } }, distinct: ['kind'] })).length;
  // Half a minute between looks: enough for what happens a few times an hour. Two hours at most.
  let looks = 0;
  for (; looks < 240 && (await seen()) < awaited.length; looks += 1) {
    house.setTime(new Date(house.clock.now().getTime() + 30_000));
    await play?.();
  }
  const kinds = await database.event.findMany({
    where: { hallId: hall.id, touchpoint: 'environment', kind: { in: awaited } },
    distinct: ['kind'],
    orderBy: { kind: 'asc' },
    select: { kind: true },
  });
  expect(kinds.map(({ kind }) => kind)).toEqual(awaited);
});
