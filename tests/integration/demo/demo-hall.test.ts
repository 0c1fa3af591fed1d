import { verifyPassword } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { openCounter } from '@/lib/counters/commands';
import { seedDemo } from '@/lib/demo/commands';
import { playBefore, preparePlayer, setUpDemo } from '@/lib/demo/duties';
import { execute, readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { callNext } from '@/lib/serving/commands';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { testDatabase } from '@/tests/support/test-database';

async function demoHouse(at: string) {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, at);
  await setUpDemo(house);
  const hall = await database.hall.findUniqueOrThrow({ where: { slug: 'demo' } });
  return { database, house, hallId: hall.id };
}

async function snapshot(house: House, hallId: string) {
  const seen = await readState(house, hallId, (state) => ({
    tickets: [...state.tickets.values()],
    sessions: [...state.sessions.values()],
    config: state.config,
  }));
  if (!seen) throw new Error('The hall is gone.');
  return seen;
}

/** Lets the player look at every second for a while, or until `until` holds. */
async function live(
  house: Awaited<ReturnType<typeof demoHouse>>['house'],
  seconds: number,
  until: () => Promise<boolean> = async () => false,
): Promise<void> {
  const play = await preparePlayer(house);
  if (!play) throw new Error('There is no demo hall.');
  for (let i = 0; i < seconds && !(await until()); i += 1) {
    house.setTime(new Date(house.clock.now().getTime() + 1000));
    await play();
  }
}

test('an empty database gets the hall and its people, and a second start changes nothing', async () => {
  const { database, house } = await demoHouse('2026-03-02T02:00:00Z');
  expect(await database.counter.count()).toBe(12);
  expect(await database.service.count()).toBe(6);
  const staff = await database.staff.findMany({ include: { accounts: true, roles: true } });
  expect(staff.map((s) => s.username)).toEqual(
    expect.arrayContaining(['admin', 'manager', 'guide', 'clerk1', 'clerk12']),
  );
  for (const { accounts, roles, username } of staff) {
    expect(roles, username).toHaveLength(1);
    expect(accounts, username).toHaveLength(1);
  }
  expect(await verifyPassword({ hash: staff[0]?.accounts[0]?.password ?? '', password: 'demo' })).toBe(true);
  expect(await seedDemo(house)).toBe(false);
});

test('a database with a hall of its own is left alone', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  await buildHall(house);
  expect(await seedDemo(house)).toBe(false);
  expect(await database.staff.count()).toBe(0);
});

test('the first look is at a living hall, and the next start goes on from there', async () => {
  const { database, house, hallId } = await demoHouse('2026-03-02T02:00:00Z');
  await playBefore(house, 1500);
  const first = await snapshot(house, hallId);
  const count = (status: string) => first.tickets.filter((t) => t.status === status).length;
  expect(count('waiting')).toBeGreaterThanOrEqual(4);
  expect(count('serving')).toBeGreaterThanOrEqual(5);
  expect(count('completed')).toBeGreaterThanOrEqual(10);
  expect(first.sessions.filter((s) => s.state === 'open').length).toBeGreaterThanOrEqual(8);
  const now = house.clock.now().getTime();
  const events = await database.event.findMany({ orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] });
  const times = events.map((e) => e.at.getTime());
  const played = events.filter((e) => e.kind === 'ticket.issued').map((e) => e.at.getTime());
  expect(times.every((t, i) => t <= now && (i === 0 || (times[i - 1] ?? 0) <= t))).toBe(true);
  expect(played[0]).toBeGreaterThanOrEqual(now - 1_500_000);

  const numbers = first.tickets.map((t) => t.number);
  house.setTime('2026-03-02T02:05:00Z');
  await playBefore(house);
  const later = await snapshot(house, hallId);
  expect(new Set(later.tickets.map((t) => t.number)).size).toBe(later.tickets.length);
  expect(later.tickets.length).toBeGreaterThan(numbers.length - 20);
  const added = await database.event.count({ where: { at: { gt: new Date('2026-03-02T02:00:00Z') } } });
  expect(added).toBeGreaterThan(20);
});

test('the player leaves an account and its customer to the person who signed in with it', async () => {
  const { database, house, hallId } = await demoHouse('2026-03-02T02:00:00Z');
  await playBefore(house, 600);
  const person = await database.staff.findUniqueOrThrow({ where: { username: 'clerk2' } });
  const before = await snapshot(house, hallId);
  const mine = before.sessions.find((s) => s.actorRef === `staff:${person.id}`);
  expect(mine?.state).toBe('open');
  const now = house.clock.now();
  await database.staffSession.create({
    data: {
      id: 'session-of-a-person',
      token: 'token-of-a-person',
      userId: person.id,
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + 57_600_000),
    },
  });
  const at = (tickets: typeof before.tickets) =>
    tickets
      .filter((t) => t.counterId === mine?.counterId && (t.status === 'called' || t.status === 'serving'))
      .map((t) => [t.number, t.status, t.version]);
  const customer = at(before.tickets);
  const others = before.tickets.filter((t) => t.status === 'completed').length;
  await live(house, 900, async () => {
    const { tickets } = await snapshot(house, hallId);
    return tickets.filter((t) => t.status === 'completed').length >= others + 10;
  });
  expect((await snapshot(house, hallId)).tickets.filter((t) => t.status === 'completed').length).toBeGreaterThan(
    others,
  );
  expect(at((await snapshot(house, hallId)).tickets)).toEqual(customer);
});

test('a counter that a person opened with another account stays his', async () => {
  const { database, house, hallId } = await demoHouse('2026-03-02T02:00:00Z');
  await playBefore(house, 600);
  const lead = await database.staff.findUniqueOrThrow({ where: { username: 'lead' } });
  const { config, sessions } = await snapshot(house, hallId);
  const free = config.counters.find((c) => !sessions.some((s) => s.counterId === c.id));
  if (!free) throw new Error('All counters are taken.');
  const roles = [{ hallId, role: 'shiftLead' as const }];
  const caller = { actor: { kind: 'staff', id: lead.id, name: lead.name, sessionId: 'own', roles } as const };
  expect(await execute(house, caller, openCounter, { counterId: free.id })).toMatchObject({ ok: true });
  const called = await execute(house, caller, callNext, { counterId: free.id });
  if (!called.ok || !called.value) throw new Error('Nobody could be called.');
  const { id } = called.value;
  // By then the break of that counter's own clerk is over.
  house.setTime(new Date(house.clock.now().getTime() + 1_900_000));
  await live(house, 120);
  const after = await snapshot(house, hallId);
  expect(after.tickets.find((t) => t.id === id)?.status).toBe('called');
  expect(after.sessions.find((s) => s.counterId === free.id)?.actorRef).toBe(`staff:${lead.id}`);
});
