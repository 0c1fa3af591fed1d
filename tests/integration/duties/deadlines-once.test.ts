import { expect, test } from 'vitest';
import { registerComplaint } from '@/lib/complaints/commands';
import { fixedClock } from '@/lib/core/clock';
import { buildHouse, type House } from '@/lib/door/house';
import { runDeadlines } from '@/lib/duties/duties';
import { beginKeepingDays } from '@/lib/journey/duties';
import { addMachine, reportFault } from '@/lib/machines/commands';
import { openDatabase } from '@/lib/platform/db/client';
import type { Actor } from '@/lib/staff/actor';
import { createStaff } from '@/lib/staff/commands';
import { openWeakPoint } from '@/lib/weak-points/commands';
import { buildHall } from '@/tests/factories/hall';
import { run } from '@/tests/support/run-command';
import { testDatabaseUrl, testProvider } from '@/tests/support/test-database';

const BEGIN = new Date('2026-03-02T02:00:00Z');
const DAYS = 3;
/** A server is replaced by a new one after so many times. */
const RESTART_EVERY = 5;
const SYSTEM: Actor = { kind: 'system' };

/** Servers of one database, each with its own memory and connections, and one clock for all. */
async function servers(url: string, count: number, shared: boolean) {
  const clock = { at: BEGIN };
  const open = async (): Promise<House> =>
    buildHouse({
      db: await openDatabase(url, { pool: 4 }),
      shared,
      clock: { now: () => fixedClock(clock.at).now() },
      secret: 'a secret of thirty-two characters',
    });
  const houses: House[] = [];
  for (let i = 0; i < count; i += 1) houses.push(await open());
  return { clock, houses, open };
}

/** A hall in which something of many kinds will fall due: complaints, faults, weak points, hours, the end of the day. */
async function fill(house: House): Promise<void> {
  const hall = await buildHall(house);
  const person = async (role: 'clerk' | 'shiftLead' | 'manager' | 'hotline') => {
    const made = await run(house, SYSTEM, createStaff, {
      username: role.toLowerCase(),
      name: role,
      password: 'a long password',
      roles: [{ hallId: hall.id, role }],
    });
    return {
      kind: 'staff',
      id: made.id,
      name: role,
      sessionId: role,
      roles: [{ hallId: hall.id, role }],
    } as const satisfies Actor;
  };
  const [clerk, manager] = [await person('clerk'), await person('manager')];
  await person('shiftLead');
  await person('hotline');
  await run(house, clerk, registerComplaint, { hall: hall.id, category: 'billing', words: 'A bill that is wrong' });
  for (const number of [1, 2, 3]) {
    const { id: machineId } = await run(house, manager, addMachine, {
      hall: hall.id,
      kind: 'multi',
      number,
      serviceCodes: ['cards'],
    });
    if (number > 1) await run(house, clerk, reportFault, { machineId, category: 'cash' });
  }
  await run(house, manager, openWeakPoint, {
    hall: hall.id,
    touchpoint: 'queue',
    description: 'Long waits at noon',
    ownerId: clerk.id,
    dueOn: '2026-03-04',
  });
  await beginKeepingDays(house);
}

/** Moves the clock from one deadline to the next for some days; `meet` does what is due. */
async function pass(clock: { at: Date }, house: House, meet: () => Promise<void>): Promise<void> {
  const end = new Date(BEGIN.getTime() + DAYS * 86_400_000);
  for (;;) {
    const next = await house.db.deadline.findFirst({ orderBy: { dueAt: 'asc' } });
    if (!next || next.dueAt > end) return;
    if (next.dueAt > clock.at) clock.at = next.dueAt;
    await meet();
  }
}

/** What happened by time alone, as far as it is the same in every run: kinds and when. */
async function happened(house: House): Promise<string[]> {
  const rows = await house.db.event.findMany({ where: { at: { gt: BEGIN } } });
  return rows.map(({ kind, at }) => `${at.toISOString()} ${kind}`).sort();
}

/** The same days with one server, which nobody disturbs. */
async function alone(): Promise<string[]> {
  const { clock, houses } = await servers(await testDatabaseUrl(), 1, false);
  const [house] = houses as [House];
  await fill(house);
  await pass(clock, house, () => runDeadlines(house));
  const result = await happened(house);
  await house.db.$disconnect();
  return result;
}

test('what falls due happens once, whichever server looks, and also across restarts', async () => {
  const expected = await alone();
  const kinds = new Set(expected.map((line) => line.split(' ')[1]));
  // Otherwise the test would show nothing.
  expect([...kinds]).toEqual(
    expect.arrayContaining(['complaint.promiseBroken', 'fault.replyMissed', 'weakPoint.near', 'weakPoint.overdue']),
  );
  expect(expected.length).toBeGreaterThan(8);

  const two = testProvider() === 'postgresql';
  const { clock, houses, open } = await servers(await testDatabaseUrl(), two ? 2 : 1, two);
  let [first, second] = houses as [House, House | undefined];
  await fill(first);
  const watcher = first;
  let times = 0;
  const opened: House[] = [...houses];
  await pass(clock, watcher, async () => {
    if (second) {
      await Promise.all([runDeadlines(first), runDeadlines(second), runDeadlines(first)]);
      return;
    }
    times += 1;
    if (times % RESTART_EVERY > 0) return runDeadlines(first);
    // The server stops as soon as it has done what was due, and another one finds the same time on its clock.
    await runDeadlines(first);
    first = await open();
    opened.push(first);
    await runDeadlines(first);
  });
  expect(await happened(watcher)).toEqual(expected);
  expect(await watcher.db.touchpointDay.count()).toBe(16 * DAYS);
  for (const house of opened) await house.db.$disconnect();
});
