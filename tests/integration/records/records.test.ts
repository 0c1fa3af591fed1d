import { expect, test } from 'vitest';
import { changeRecord, keepRecord } from '@/lib/records/commands';
import { loadRecords } from '@/lib/records/loaders';
import { createStaff } from '@/lib/staff/commands';
import { loadBoard } from '@/lib/weak-points/loaders';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

test('keeps who was there and what was decided; an inspection fills the board of weak points', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, '2026-03-02T02:00:00Z');
  const hall = await buildHall(house);
  const other = await buildHall(house, { slug: 'other-hall' });
  const person = async (username: string, hallId: string) =>
    (
      await run(house, { kind: 'system' }, createStaff, {
        username,
        name: `Name of ${username}`,
        password: 'a long password',
        roles: [{ hallId, role: 'clerk' }],
      })
    ).id;
  const [leader, clerk, stranger] = [
    await person('leader', hall.id),
    await person('clerk', hall.id),
    await person('stranger', other.id),
  ];
  const manager = buildStaff(hall.id, 'manager');
  const meeting = {
    hall: hall.id,
    kind: 'morning' as const,
    heldOn: '2026-03-02',
    heldAt: '08:45',
    leaderId: leader,
    attendeeIds: [leader, clerk],
    guests: 1,
    topics: 'The new plans',
    decisions: '',
  };
  const kept = await run(house, manager, keepRecord, meeting);
  expect(kept).toMatchObject({
    leader: { name: 'Name of leader' },
    attendeeCount: 3,
    guests: 1,
    attendees: [{ name: 'Name of leader' }, { name: 'Name of clerk' }],
  });
  const spoil = async (change: object) => (await refused(house, manager, keepRecord, { ...meeting, ...change })).errors;
  expect(await spoil({ heldAt: '10:01' })).toMatchObject([{ path: 'heldAt' }]);
  expect(await spoil({ attendeeIds: [clerk, stranger] })).toMatchObject([{ path: 'attendeeIds.1' }]);
  expect(await spoil({ items: [{ what: 'Floor', fine: true }] })).toMatchObject([{ path: 'items' }]);
  expect(
    await spoil({
      kind: 'inspection',
      items: [
        { what: 'Floor', fine: true },
        { what: 'Lamp', fine: false, weakPoint: { touchpoint: 'environment', ownerId: stranger } },
      ],
    }),
  ).toMatchObject([{ path: 'items.1.weakPoint.ownerId' }]);
  // What was refused left nothing behind.
  expect((await loadBoard(house, hall.id)).items).toEqual([]);

  await run(house, manager, changeRecord, { recordId: kept.id, decisions: 'Practise at ten', attendeeIds: [clerk] });
  const inspection = await run(house, manager, keepRecord, {
    ...meeting,
    kind: 'inspection',
    heldAt: '09:30',
    items: [
      { what: 'Floor', fine: true },
      {
        what: 'Lamp',
        fine: false,
        note: 'flickers',
        weakPoint: { touchpoint: 'environment', ownerId: clerk, dueOn: '2026-03-09' },
      },
      { what: 'Smell', fine: false, note: 'of paint' },
    ],
  });
  const board = await loadBoard(house, hall.id);
  expect(board.items).toMatchObject([
    { id: inspection.items[1]?.weakPointId, source: 'inspection', description: 'Lamp: flickers', dueOn: '2026-03-09' },
  ]);
  const list = await loadRecords(house, hall.id, { month: '2026-03', limit: 10 });
  expect(list.items).toMatchObject([
    { kind: 'inspection', items: [{ fine: true }, { fine: false }, { weakPointId: null }] },
    { kind: 'morning', decisions: 'Practise at ten', attendeeCount: 2, topics: 'The new plans' },
  ]);
  expect((await loadRecords(house, hall.id, { month: '2026-02', limit: 10 })).items).toEqual([]);
  const events = await house.db.event.findMany({
    where: { hallId: hall.id, kind: { in: ['meeting.recorded', 'inspection.recorded'] } },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  expect(events.map(({ payload }) => payload)).toMatchObject([
    { meeting: 'morning', attendees: 3 },
    { items: 3, notFine: 2, weakPoints: 1 },
  ]);
  expect(JSON.stringify(events)).not.toContain('Name of');
});
