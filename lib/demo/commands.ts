import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { locateHall } from '@/lib/door/locate';
import { createHall } from '@/lib/halls/commands';
import { addDays, serviceDay } from '@/lib/halls/service-day';
import { idSchema } from '@/lib/tickets/schema';
import { demoHall } from './demo-hall';
import type { DemoHours } from './demo-hours';
import { DEMO_PASSWORD, DEMO_STAFF } from './demo-staff';
import { pastArrivals } from './past-arrivals';
import { isEmpty } from './queries';

/** All accounts of the demo with one password, which is hashed once for all of them. */
const createDemoStaff = settingsCommand({
  name: 'demo.createStaff',
  input: z.strictObject({ hallId: idSchema, passwordHash: z.string() }),
  permission: 'house.duty',
  locate: async () => success(null),
  async run(work, { hallId, passwordHash }) {
    const { tx, now } = work;
    const dated = { createdAt: now, updatedAt: now };
    const people = DEMO_STAFF.map((person) => ({ ...person, id: work.newId() }));
    await tx.staff.createMany({
      data: people.map(({ id, username, name }) => ({
        id,
        username,
        name,
        displayUsername: username,
        email: `${username}@demo.invalid`,
        ...dated,
      })),
    });
    await tx.staffRole.createMany({
      data: people.map(({ id, role }) => ({
        id: work.newId(),
        staffId: id,
        hallId: role === 'admin' ? null : hallId,
        role,
      })),
    });
    await tx.staffAccount.createMany({
      data: people.map(({ id }) => ({
        id: work.newId(),
        accountId: id,
        userId: id,
        providerId: 'credential',
        password: passwordHash,
        ...dated,
      })),
    });
    await work.audit('demo.createStaff', `hall:${hallId}`, null, { usernames: people.map((p) => p.username) });
    return success(people.length);
  },
});

/** So many days before the demo are known of. */
const PAST_DAYS = 21;

/** Who came in the weeks before: a demo that begins today has a past to plan its staffing from. */
const rememberArrivals = settingsCommand({
  name: 'demo.rememberArrivals',
  input: z.strictObject({ hallId: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hallId }) => locateHall(lookup, hallId),
  async run(work, { hallId }) {
    const hall = await work.tx.hall.findUniqueOrThrow({ where: { id: hallId }, include: { services: true } });
    const serviceIds = new Map(hall.services.map(({ id, code }) => [code, id]));
    const today = serviceDay(work.now, hall.timeZone);
    const days = Array.from({ length: PAST_DAYS }, (_, i) => addDays(today, -1 - i));
    const data = days.flatMap((day) =>
      pastArrivals(day).flatMap(({ serviceCode, halfHour, arrivals }) => {
        const serviceId = serviceIds.get(serviceCode);
        return serviceId ? [{ hallId, serviceDay: day, halfHour, serviceId, arrivals }] : [];
      }),
    );
    await work.tx.arrivalCount.createMany({ data });
    return success(data.length);
  },
});

/**
 * Fills an empty database with the demo's hall, open at every hour and in its own time zone unless told otherwise, and
 * staff. Leaves any other database as it is.
 */
export async function seedDemo(house: House, hours?: DemoHours, timeZone?: string): Promise<boolean> {
  if (!(await isEmpty(house.db))) return false;
  const caller = { actor: { kind: 'system' } } as const;
  const hall = await execute(house, caller, createHall, demoHall(hours, timeZone));
  if (!hall.ok) throw new Error(`The demo hall was refused: ${JSON.stringify(hall.failure)}`);
  const past = await execute(house, caller, rememberArrivals, { hallId: hall.value.id });
  if (!past.ok) throw new Error(`The demo's past was refused: ${JSON.stringify(past.failure)}`);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const staff = await execute(house, caller, createDemoStaff, { hallId: hall.value.id, passwordHash });
  if (!staff.ok) throw new Error(`The demo staff was refused: ${JSON.stringify(staff.failure)}`);
  return true;
}
