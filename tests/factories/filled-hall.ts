import type { z } from 'zod';
import { openCounter, seeClerks } from '@/lib/counters/commands';
import { seedDemo } from '@/lib/demo/commands';
import { clerkAccount } from '@/lib/demo/demo-staff';
import { execute } from '@/lib/door/execute';
import { loadHallConfig } from '@/lib/halls/queries';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { callNext } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import type { issueTicketBody } from '@/lib/tickets/schema';
import { buildTestHouse } from './house';
import { noonZone } from './noon-zone';

export interface Person extends Partial<z.input<typeof issueTicketBody>> {
  /** How long ago the number was taken, in seconds. */
  secondsAgo: number;
}

export interface HallFill {
  people: Person[];
  openCounters?: number[];
  /** Open counters whose clerk called somebody and has not been seen for ten minutes. */
  vanishedCounters?: number[];
}

/**
 * The demo hall in a new database, at noon of its own time zone whatever the time here, with people who have waited for a
 * while and some open counters. For journeys: a server that is started on it finds them. Returns their numbers.
 */
export async function buildFilledHall(
  databaseUrl: string,
  { people, openCounters = [], vanishedCounters = [] }: HallFill,
  now = new Date(),
): Promise<string[]> {
  await applyMigrations(databaseUrl);
  const db = await openDatabase(databaseUrl);
  try {
    const house = buildTestHouse(db, now.toISOString());
    await seedDemo(house, undefined, noonZone(now));
    const hall = await db.hall.findFirstOrThrow({ where: { slug: 'demo' } });
    const config = await loadHallConfig(db, hall.id);
    const actor = async (username: string): Promise<Actor> => {
      const { id, name } = await db.staff.findUniqueOrThrow({ where: { username } });
      const roles = await db.staffRole.findMany({ where: { staffId: id } });
      return { kind: 'staff', id, name, sessionId: 'factory', roles: roles as never };
    };
    const counterId = (number: number) => config?.counters.find((c) => c.number === number)?.id ?? '';
    for (const number of [...openCounters, ...vanishedCounters]) {
      const caller = { actor: await actor(clerkAccount(number)) };
      const opened = await execute(house, caller, openCounter, { counterId: counterId(number) });
      if (!opened.ok) throw new Error(`Counter ${number} was refused: ${JSON.stringify(opened.failure)}`);
    }
    const guide = await actor('guide');
    const numbers: string[] = [];
    for (const { secondsAgo, ...body } of [...people].sort((a, b) => b.secondsAgo - a.secondsAgo)) {
      house.setTime(new Date(now.getTime() - secondsAgo * 1000));
      const input = { serviceCode: config?.services[0]?.code ?? '', hall: hall.id, ...body };
      const issued = await execute(house, { actor: guide }, issueTicket, input);
      if (!issued.ok) throw new Error(`A ticket was refused: ${JSON.stringify(issued.failure)}`);
      numbers.push(issued.value.number);
    }
    house.setTime(new Date(now.getTime() - 600_000));
    const counterIds = vanishedCounters.map(counterId);
    await execute(house, { actor: { kind: 'system' } }, seeClerks, { hall: hall.id, counterIds });
    for (const number of vanishedCounters) {
      const caller = { actor: await actor(clerkAccount(number)) };
      const called = await execute(house, caller, callNext, { counterId: counterId(number) });
      if (!called.ok) throw new Error(`Counter ${number} did not call: ${JSON.stringify(called.failure)}`);
    }
    return numbers;
  } finally {
    await db.$disconnect();
  }
}
