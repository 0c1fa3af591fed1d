import { beforeEach, expect, test } from 'vitest';
import { changeCampaign, planCampaign, withdrawCampaign } from '@/lib/campaigns/commands';
import { readState } from '@/lib/door/execute';
import { onHallChanged } from '@/lib/door/house';
import { runDeadlines } from '@/lib/duties/duties';
import { presentHall } from '@/lib/halls/presenter';
import { loadHallState } from '@/lib/halls/queries';
import { momentOf, presentBoard } from '@/lib/realtime/presenter';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let changes: number;
const manager = () => buildStaff(hall.id, 'manager');
const texts = (text: string) => ({ 'zh-CN': text, en: text, es: text });

const plan = (title: string, firstDay: string, lastDay: string, sort = 0) =>
  run(house, manager(), planCampaign, {
    hall: hall.id,
    titles: texts(title),
    texts: texts(`${title} for everybody`),
    firstDay,
    lastDay,
    sort,
  });

/** What the lobby display shows, and that the state in memory is what the database says. */
async function shown(): Promise<string[]> {
  const now = house.clock.now();
  const titles = await readState(house, hall.id, (state) => {
    const moment = momentOf(state, now);
    const board = presentBoard(moment);
    expect(presentHall(state, now, moment.estimate).campaigns).toEqual(board.campaigns);
    return board.campaigns.map((campaign) => campaign.titles.en ?? '');
  });
  const loaded = await loadHallState(house.db, hall.id, now);
  expect(await readState(house, hall.id, (state) => state.campaigns)).toEqual(loaded?.campaigns);
  return titles ?? [];
}

const kinds = async () =>
  (
    await house.db.event.findMany({
      where: { hallId: hall.id, kind: { startsWith: 'campaign.' } },
      orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
    })
  ).map(({ kind }) => kind);

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, '2026-03-02T02:00:00Z');
  hall = await buildHall(house);
  changes = 0;
  onHallChanged(house, () => {
    changes += 1;
  });
});

test('is on the display at once, in its order, and off it when it is withdrawn', async () => {
  await plan('Second', '2026-03-02', '2026-03-05', 2);
  const first = await plan('First', '2026-03-01', '2026-03-05', 1);
  expect(await shown()).toEqual(['First', 'Second']);
  await run(house, manager(), changeCampaign, { campaignId: first.id, sort: 3, titles: texts('Last') });
  expect(await shown()).toEqual(['Second', 'Last']);
  expect(await run(house, manager(), withdrawCampaign, { campaignId: first.id })).toMatchObject({ state: 'withdrawn' });
  expect(await shown()).toEqual(['Second']);
  expect(await refused(house, manager(), changeCampaign, { campaignId: first.id, sort: 1 })).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('begins and ends by time alone, once each, and screens are told', async () => {
  await plan('Spring', '2026-03-03', '2026-03-04');
  expect(await shown()).toEqual([]);
  let told = changes;
  house.setTime('2026-03-02T16:00:00Z');
  await runDeadlines(house);
  expect(changes).toBeGreaterThan(told);
  expect(await shown()).toEqual(['Spring']);
  await runDeadlines(house);
  expect(await kinds()).toEqual(['campaign.planned', 'campaign.started']);

  house.setTime('2026-03-04T15:59:59Z');
  await runDeadlines(house);
  expect(await shown()).toEqual(['Spring']);
  told = changes;
  house.setTime('2026-03-04T16:00:00Z');
  await runDeadlines(house);
  expect(changes).toBeGreaterThan(told);
  expect(await shown()).toEqual([]);
  // After a restart there is nothing left to do.
  await runDeadlines(buildTestHouse(house.db, '2026-03-04T16:00:01Z'));
  expect(await kinds()).toEqual(['campaign.planned', 'campaign.started', 'campaign.ended']);
  expect(await house.db.deadline.count({ where: { kind: { startsWith: 'campaign.' } } })).toBe(0);
});

test('a new last day is kept, and days that make no sense are refused', async () => {
  const { id } = await plan('Spring', '2026-03-02', '2026-03-02');
  await run(house, manager(), changeCampaign, { campaignId: id, lastDay: '2026-03-03' });
  house.setTime('2026-03-02T16:00:01Z');
  await runDeadlines(house);
  expect(await shown()).toEqual(['Spring']);
  const spoil = (change: object) => refused(house, manager(), changeCampaign, { campaignId: id, ...change });
  expect(await spoil({ lastDay: '2026-03-01' })).toMatchObject({
    errors: [{ path: 'lastDay', code: 'ends_before_start' }],
  });
  expect(await spoil({ firstDay: '2026-03-01', lastDay: '2026-03-02' })).toMatchObject({
    errors: [{ path: 'lastDay', code: 'already_over' }],
  });
});
