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
  // Half a minute between looks: enough for what happens a few times an hour.
  for (let look = 0; look < 240; look += 1) {
    house.setTime(new Date(house.clock.now().getTime() + 30_000));
    await play?.();
  }
  const kinds = new Set(
    (
      await database.event.findMany({
        where: { hallId: hall.id, touchpoint: 'environment' },
        select: { kind: true },
      })
    ).map(({ kind }) => kind),
  );
  for (const kind of ['material.checked', 'meeting.recorded', 'weakPoint.opened', 'weakPoint.verified'])
    expect(kinds, kind).toContain(kind);
});
