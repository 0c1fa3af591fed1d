import { beforeEach, expect, test } from 'vitest';
import { runDeadlines } from '@/lib/duties/duties';
import type { Actor } from '@/lib/staff/actor';
import { createStaff } from '@/lib/staff/commands';
import { environment } from '@/lib/touchpoints/environment';
import type { JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import {
  dropWeakPoint,
  finishWeakPoint,
  openWeakPoint,
  planWeakPoint,
  proposeWeakPoints,
  reopenWeakPoint,
  seeWeakPoint,
  startWeakPoint,
  verifyWeakPoint,
} from '@/lib/weak-points/commands';
import { loadBoard, loadNotice } from '@/lib/weak-points/loaders';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let clerk: Extract<Actor, { kind: 'staff' }>;
const manager = () => buildStaff(hall.id, 'manager');

async function person(username: string, hallId = hall.id): Promise<Extract<Actor, { kind: 'staff' }>> {
  const roles = [{ hallId, role: 'clerk' as const }];
  const { id, name } = await run(house, { kind: 'system' }, createStaff, {
    username,
    name: username,
    password: 'a long password',
    roles,
  });
  return { kind: 'staff', id, name, sessionId: 'test', roles };
}

const open = (over: object = {}) =>
  run(house, manager(), openWeakPoint, {
    hall: hall.id,
    touchpoint: 'queue',
    description: 'Long waits at noon',
    action: 'Move the breaks',
    ownerId: clerk.id,
    dueOn: '2026-03-10',
    ...over,
  });

const events = async () =>
  (await house.db.event.findMany({
    where: { hallId: hall.id, kind: { startsWith: 'weakPoint.' } },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  })) as unknown as JourneyEvent[];

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, '2026-03-02T02:00:00Z');
  hall = await buildHall(house);
  clerk = await person('clerk-one');
});

test('goes from open to verified, by its owner and somebody else', async () => {
  const { id } = await open();
  const stranger = await person('clerk-two');
  expect(await refused(house, stranger, startWeakPoint, { weakPointId: id })).toMatchObject({ code: 'forbidden' });
  expect(await run(house, clerk, startWeakPoint, { weakPointId: id })).toMatchObject({ state: 'doing' });
  expect(await refused(house, clerk, startWeakPoint, { weakPointId: id })).toMatchObject({
    code: 'changed-meanwhile',
    currentState: 'doing',
  });
  expect(await run(house, clerk, finishWeakPoint, { weakPointId: id, result: 'Two breaks later' })).toMatchObject({
    state: 'done',
    doneBy: `staff:${clerk.id}`,
  });
  expect(await refused(house, clerk, verifyWeakPoint, { weakPointId: id })).toMatchObject({ code: 'forbidden' });
  const checker = manager();
  expect(await run(house, checker, verifyWeakPoint, { weakPointId: id })).toMatchObject({
    state: 'verified',
    checkedBy: checker.name,
  });
  expect((await events()).map(({ kind }) => kind)).toEqual([
    'weakPoint.opened',
    'weakPoint.started',
    'weakPoint.done',
    'weakPoint.verified',
  ]);
  expect(JSON.stringify(await events())).not.toContain(checker.name);
  expect(await house.db.deadline.count({ where: { kind: 'weakPoint.overdue' } })).toBe(0);
});

test('whoever did it does not check it', async () => {
  const lead = manager();
  const { id } = await open();
  await run(house, lead, finishWeakPoint, { weakPointId: id, result: 'done' });
  expect(await refused(house, lead, verifyWeakPoint, { weakPointId: id })).toMatchObject({ code: 'own-work' });
});

test('nobody begins without action, owner and date, and owners are of this hall', async () => {
  const { id } = await open({ action: null, ownerId: null, dueOn: null });
  expect(await refused(house, manager(), startWeakPoint, { weakPointId: id })).toMatchObject({
    code: 'invalid-input',
    errors: [{ path: 'action' }, { path: 'ownerId' }, { path: 'dueOn' }],
  });
  const other = await buildHall(house, { slug: 'other-hall' });
  const elsewhere = await person('elsewhere', other.id);
  expect(await refused(house, manager(), planWeakPoint, { weakPointId: id, ownerId: elsewhere.id })).toMatchObject({
    errors: [{ path: 'ownerId' }],
  });
  expect(await refused(house, manager(), planWeakPoint, { weakPointId: id, dueOn: '2026-03-01' })).toMatchObject({
    errors: [{ path: 'dueOn' }],
  });
  await run(house, manager(), planWeakPoint, {
    weakPointId: id,
    ownerId: clerk.id,
    dueOn: '2026-03-05',
    action: 'x',
    cause: 'y',
  });
  expect(await run(house, clerk, startWeakPoint, { weakPointId: id })).toMatchObject({
    state: 'doing',
    cause: 'y',
    owner: { id: clerk.id, name: clerk.name },
  });
});

test('what the scorecard names is proposed once a month, also after it was dropped', async () => {
  const finding = { standard: 'withinLimit', unit: 'share', value: 0.71, goal: { atLeast: 0.9 } } as const;
  const items = [
    { touchpoint: 'queue', ...finding },
    { touchpoint: 'leave', ...finding, value: null },
  ] as const;
  const propose = () => run(house, manager(), proposeWeakPoints, { hall: hall.id, items: [...items] });
  const first = (await propose()).items;
  expect(first).toMatchObject([
    { touchpoint: 'queue', source: 'scorecard', state: 'open', month: '2026-03', finding },
    { touchpoint: 'leave', finding: { value: null } },
  ]);
  await run(house, manager(), dropWeakPoint, { weakPointId: first[0]?.id ?? '', remark: 'A holiday' });
  expect((await propose()).items).toEqual([]);
  expect((await loadBoard(house, hall.id)).items.map(({ touchpoint }) => touchpoint)).toEqual(['leave']);
  house.setTime('2026-04-02T02:00:00Z');
  expect((await propose()).items).toHaveLength(2);
  // What March left is still on the board in April.
  expect((await loadBoard(house, hall.id)).items.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-04']);
});

test('a date that passes is told once, and the standard equals a recount of the rows', async () => {
  const inTime = await open();
  const late = await open();
  const again = await open();
  await run(house, clerk, finishWeakPoint, { weakPointId: inTime.id, result: 'x' });
  await run(house, manager(), verifyWeakPoint, { weakPointId: inTime.id });
  await run(house, clerk, finishWeakPoint, { weakPointId: again.id, result: 'x' });
  await run(house, manager(), reopenWeakPoint, { weakPointId: again.id, remark: 'not yet', dueOn: '2026-03-12' });
  house.setTime('2026-03-10T16:00:00Z');
  await runDeadlines(house);
  await runDeadlines(house);
  const told = async () => (await events()).filter(({ kind }) => kind === 'weakPoint.overdue');
  expect((await told()).map(({ payload }) => payload.weakPointId)).toEqual([late.id]);
  expect((await loadBoard(house, hall.id)).items.filter(({ overdue }) => overdue).map(({ id }) => id)).toEqual([
    late.id,
  ]);
  await run(house, manager(), planWeakPoint, { weakPointId: late.id, dueOn: '2026-03-12' });
  house.setTime('2026-03-12T16:00:00Z');
  await runDeadlines(house);
  expect(await told()).toHaveLength(3);
  await run(house, clerk, finishWeakPoint, { weakPointId: late.id, result: 'x' });
  await run(house, manager(), verifyWeakPoint, { weakPointId: late.id });

  const rows = await house.db.weakPoint.findMany({ where: { hallId: hall.id } });
  const missed = rows.filter(({ overdueAt }) => overdueAt !== null).length;
  const kept = rows.filter(({ overdueAt, state }) => overdueAt === null && state === 'verified').length;
  const rule = (environment.standards as readonly Standard[]).find(({ code }) => code === 'weakPointsInTime');
  if (!rule) throw new Error('The standard is gone.');
  const memory = rule.begin();
  for (const event of await events()) rule.take(memory, event);
  expect(rule.measure(memory)).toEqual({ sum: kept, count: kept + missed });
  expect({ kept, missed }).toEqual({ kept: 1, missed: 2 });
});

test('its owner is told that he has it, that its date is near and that it has passed, each once', async () => {
  const notice = async (who: Actor = clerk) =>
    (await loadNotice(house, hall.id, who)).items.map(({ id, tidings }) => `${names.get(id)} ${tidings}`);
  const names = new Map<string, string>();
  const at = async (time: string) => {
    house.setTime(time);
    await runDeadlines(house);
    await runDeadlines(house);
  };
  const { id } = await open();
  names.set(id, 'breaks');
  expect(await notice()).toEqual(['breaks given']);
  expect(await notice(manager())).toEqual([]);
  const stranger = await person('clerk-two');
  expect(await notice(stranger)).toEqual([]);
  expect(await refused(house, stranger, seeWeakPoint, { weakPointId: id })).toMatchObject({ code: 'forbidden' });
  expect(await refused(house, manager(), seeWeakPoint, { weakPointId: id })).toMatchObject({
    code: 'changed-meanwhile',
  });
  await run(house, clerk, seeWeakPoint, { weakPointId: id });
  expect(await notice()).toEqual([]);

  // The ninth begins in Shanghai.
  await at('2026-03-08T15:59:59Z');
  expect(await notice()).toEqual([]);
  await at('2026-03-08T16:00:00Z');
  expect(await notice()).toEqual(['breaks near']);
  await run(house, clerk, seeWeakPoint, { weakPointId: id });
  // Given on the day before its date: the date is told with it, and does not come near a second time.
  const late = await open({ dueOn: '2026-03-10' });
  names.set(late.id, 'late');
  await at('2026-03-09T03:00:00Z');
  expect(await notice()).toEqual(['late given']);
  await at('2026-03-10T16:00:00Z');
  await run(house, clerk, seeWeakPoint, { weakPointId: id });
  expect(await notice()).toEqual(['breaks overdue', 'late overdue']);

  // A new date, another owner: he is told, and the date may come near again.
  await run(house, manager(), planWeakPoint, { weakPointId: id, dueOn: '2026-03-20', ownerId: stranger.id });
  expect(await notice()).toEqual(['late overdue']);
  expect(await notice(stranger)).toEqual(['breaks given']);
  await at('2026-03-18T16:00:00Z');
  expect(await notice(stranger)).toEqual(['breaks near']);
  await run(house, stranger, finishWeakPoint, { weakPointId: id, result: 'x' });
  expect(await notice(stranger)).toEqual([]);
  // It does not hold: it is his again.
  await run(house, manager(), reopenWeakPoint, { weakPointId: id, remark: 'not yet', dueOn: '2026-03-25' });
  expect(await notice(stranger)).toEqual(['breaks given']);

  const told = (await events())
    .filter(({ kind }) => kind === 'weakPoint.near')
    .map(({ payload }) => payload.weakPointId);
  expect(told).toEqual([id, id]);
  expect(await house.db.deadline.count({ where: { kind: { in: ['weakPoint.near', 'weakPoint.overdue'] } } })).toBe(2);
});
