import { expect, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import type { Caller } from '@/lib/door/command';
import { execute, readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import {
  removeException,
  saveCounter,
  saveCustomerClass,
  saveException,
  saveHallFacts,
  saveHallLimits,
  saveOutcome,
  saveService,
  saveSpecialNeed,
  saveWeeklyHours,
  saveZone,
} from '@/lib/settings/commands';
import { listAudit, namesOfRefs } from '@/lib/settings/queries';
import { issueTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { testDatabase } from '@/tests/support/test-database';

const named = (text: string) => ({ 'zh-CN': text, en: text, es: text });

interface Case {
  name: string;
  /** What the change is called in the audit. */
  action: string;
  save(house: House, caller: Caller, hall: BuiltHall, hallRef: string): Promise<Result<unknown>>;
  spoil(house: House, caller: Caller, hall: BuiltHall): Promise<Result<unknown>>;
  /** Path of the field that is refused. */
  wrong: string;
}

const facts = (hall: BuiltHall) => ({
  names: named('Another name'),
  timeZone: hall.config.timeZone,
  address: named('Street 1'),
  transport: named(''),
  parking: named(''),
  stepFreeAccess: true,
  hotlineNumber: null,
  latitude: null,
  longitude: 12.5,
  languages: ['es' as const, 'en' as const],
  remoteTickets: true,
});
const limits = {
  goalSeconds: 240,
  limitSeconds: 500,
  handlingTargetSeconds: 200,
  careTakeSeconds: 90,
  noShowSeconds: 45,
  clerkSilentSeconds: 40,
};
const service = {
  code: 'esim',
  letter: 'E',
  names: named('eSIM'),
  zoneId: null,
  handlingTargetSeconds: null,
  goalSeconds: 100,
  limitSeconds: 200,
  papers: [{ code: 'identity', names: named('Identity card') }],
  machineCapable: true,
  active: true,
};
const entry = (code: string) => ({ code, names: named(code), active: true });
const counter = { number: 9, zoneId: null, stepFree: true, active: true, serviceIds: [] };
const week = Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '12:00' }]);
const exception = { date: '2026-12-25', hours: [], reason: named('Holiday') };

const cases: Case[] = [
  {
    name: 'facts',
    action: 'hall.saveFacts',
    save: (house, caller, hall, ref) => execute(house, caller, saveHallFacts, { hall: ref, ...facts(hall) }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveHallFacts, { hall: hall.slug, ...facts(hall), timeZone: 'Mars/Olympus' }),
    wrong: 'timeZone',
  },
  {
    name: 'limits',
    action: 'hall.saveLimits',
    save: (house, caller, _hall, ref) => execute(house, caller, saveHallLimits, { hall: ref, ...limits }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveHallLimits, { hall: hall.slug, ...limits, goalSeconds: 501 }),
    wrong: 'goalSeconds',
  },
  {
    name: 'weekly hours',
    action: 'hall.saveWeeklyHours',
    save: (house, caller, _hall, ref) => execute(house, caller, saveWeeklyHours, { hall: ref, weeklyHours: week }),
    spoil: (house, caller, hall) => {
      const overlap = [{ opens: '09:00', closes: '12:00' }, ...(week[0] ?? [])];
      return execute(house, caller, saveWeeklyHours, { hall: hall.slug, weeklyHours: [overlap, ...week.slice(1)] });
    },
    wrong: 'weeklyHours.0',
  },
  {
    name: 'exception',
    action: 'hall.saveException',
    save: (house, caller, _hall, ref) => execute(house, caller, saveException, { hall: ref, ...exception }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveException, { hall: hall.slug, ...exception, date: '2026-02-30' }),
    wrong: 'date',
  },
  {
    name: 'zone',
    action: 'zone.save',
    save: (house, caller, _hall, ref) => execute(house, caller, saveZone, { hall: ref, ...entry('east') }),
    spoil: (house, caller, hall) => execute(house, caller, saveZone, { hall: hall.slug, ...entry('not a code') }),
    wrong: 'code',
  },
  {
    name: 'service',
    action: 'service.save',
    save: (house, caller, _hall, ref) => execute(house, caller, saveService, { hall: ref, ...service }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveService, { hall: hall.slug, ...service, zoneId: 'elsewhere' }),
    wrong: 'zoneId',
  },
  {
    name: 'customer class',
    action: 'customerClass.save',
    save: (house, caller, _hall, ref) =>
      execute(house, caller, saveCustomerClass, { hall: ref, ...entry('student'), creditMinutes: 3 }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveCustomerClass, { hall: hall.slug, ...entry('student'), creditMinutes: 241 }),
    wrong: 'creditMinutes',
  },
  {
    name: 'special need',
    action: 'specialNeed.save',
    save: (house, caller, _hall, ref) =>
      execute(house, caller, saveSpecialNeed, { hall: ref, ...entry('deaf'), creditMinutes: 5 }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveSpecialNeed, { hall: hall.slug, ...entry('deaf'), creditMinutes: -1 }),
    wrong: 'creditMinutes',
  },
  {
    name: 'outcome',
    action: 'outcome.save',
    save: (house, caller, _hall, ref) => execute(house, caller, saveOutcome, { hall: ref, ...entry('referred') }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveOutcome, { hall: hall.slug, ...entry('referred'), names: { ...named('x'), es: ' ' } }),
    wrong: 'names.es',
  },
  {
    name: 'counter',
    action: 'counter.save',
    save: (house, caller, _hall, ref) => execute(house, caller, saveCounter, { hall: ref, ...counter }),
    spoil: (house, caller, hall) =>
      execute(house, caller, saveCounter, { hall: hall.slug, ...counter, serviceIds: ['elsewhere'] }),
    wrong: 'serviceIds',
  },
];

test.each(cases)(
  '$name: saved by a manager with its audit, refused to others and when it does not fit',
  async (one) => {
    const { database } = await testDatabase();
    const house = buildTestHouse(database);
    const hall = await buildHall(house);
    const other = await buildHall(house, { slug: 'other-hall' });
    const by = (role: Parameters<typeof buildStaff>[1], hallId = hall.id): Caller => ({
      actor: buildStaff(hallId, role),
    });
    const before = await listAudit(database, hall.id, { limit: 10, houseToo: true });
    const version = () => readState(house, hall.id, (state) => state.version);
    const start = await version();

    for (const role of ['guide', 'clerk', 'floor', 'shiftLead', 'hotline'] as const)
      expect(await one.save(house, by(role), hall, hall.slug), role).toMatchObject({
        ok: false,
        failure: { code: 'forbidden' },
      });
    const anonymous: Caller = { actor: { kind: 'anonymous' } };
    expect(await one.save(house, anonymous, hall, hall.slug)).toMatchObject({ failure: { code: 'unauthenticated' } });
    // A manager of another hall does not learn that this one exists.
    expect(await one.save(house, by('manager', other.id), hall, hall.slug)).toMatchObject({
      failure: { code: 'not-found' },
    });
    const refused = await one.spoil(house, by('manager'), hall);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(refused.ok ? [] : refused.failure.errors?.map((error) => error.path)).toEqual([one.wrong]);
    expect(await listAudit(database, hall.id, { limit: 10, houseToo: true })).toEqual(before);
    expect(await version()).toBe(start);

    const manager = by('manager');
    expect(await one.save(house, manager, hall, hall.slug)).toMatchObject({ ok: true });
    const [newest] = await listAudit(database, hall.id, { limit: 1, houseToo: false });
    const actorRef = manager.actor.kind === 'staff' ? `staff:${manager.actor.id}` : '';
    expect(newest).toMatchObject({ action: one.action, actorRef });
    expect(newest?.after).toBeTruthy();
    // Raised: all screens of the hall get a new picture.
    expect(await version()).toBe((start ?? 0) + 1);
  },
);

test('an exception is removed by its own hall only', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  const other = await buildHall(house, { slug: 'other-hall' });
  const manager: Caller = { actor: buildStaff(hall.id, 'manager') };
  const saved = await execute(house, manager, saveException, { hall: hall.slug, ...exception });
  const id = saved.ok ? saved.value.id : '';
  const stranger: Caller = { actor: buildStaff(other.id, 'manager') };
  house.setTime('2026-03-02T02:00:05Z');
  expect(await execute(house, stranger, removeException, { hall: other.slug, id })).toMatchObject({
    failure: { code: 'not-found' },
  });
  expect(await execute(house, manager, removeException, { hall: hall.slug, id })).toMatchObject({ ok: true });
  const [newest] = await listAudit(database, hall.id, { limit: 1, houseToo: false });
  expect(newest).toMatchObject({ action: 'hall.removeException', before: { date: '2026-12-25' }, after: null });
});

test('codes and numbers are unique in a hall, a code stays, and the time zone waits for the last ticket', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  const manager: Caller = { actor: buildStaff(hall.id, 'manager') };
  const save = (change: object) =>
    execute(house, manager, saveService, { hall: hall.slug, ...service, ...change } as typeof service & {
      hall: string;
    });
  expect(await save({ code: 'cards' })).toMatchObject({ failure: { code: 'already-exists' } });
  expect(await save({ id: hall.service('cards'), code: 'renamed' })).toMatchObject({
    failure: { code: 'invalid-input', errors: [{ path: 'code' }] },
  });
  expect(await execute(house, manager, saveCounter, { hall: hall.slug, ...counter, number: 1 })).toMatchObject({
    failure: { code: 'already-exists' },
  });
  await execute(house, { actor: buildStaff(hall.id, 'guide') }, issueTicket, {
    hall: hall.slug,
    serviceCode: 'cards',
  });
  const moved = { hall: hall.slug, ...facts(hall), timeZone: 'Europe/Madrid' };
  expect(await execute(house, manager, saveHallFacts, moved)).toMatchObject({
    failure: { code: 'in-use', errors: [{ path: 'timeZone' }] },
  });
});

test('changes are paged newest first, with the names of those who made them', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  const manager: Caller = { actor: buildStaff(hall.id, 'manager') };
  for (const code of ['one', 'two', 'three']) {
    house.setTime(new Date(house.clock.now().getTime() + 1000));
    await execute(house, manager, saveZone, { hall: hall.slug, ...entry(code) });
  }
  const first = await listAudit(database, hall.id, { limit: 2, houseToo: false });
  expect(first.map((row) => (row.after as { code: string }).code)).toEqual(['three', 'two']);
  const rest = { before: first[1]?.id, limit: 2 };
  const next = await listAudit(database, hall.id, { ...rest, houseToo: false });
  expect(next.map((row) => row.action)).toEqual(['zone.save']);
  // Making a hall stands above halls: administrators see it.
  const all = await listAudit(database, hall.id, { ...rest, houseToo: true });
  expect(all.map((row) => row.action)).toEqual(['zone.save', 'hall.create']);
  expect((await namesOfRefs(database, ['system', 'staff:nobody'])).size).toBe(0);
});
