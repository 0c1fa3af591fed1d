import { fixedClock, systemClock } from '@/lib/core/clock';
import { keepDatabase, openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { providerOf } from '@/lib/platform/db/provider';
import type { Env } from '@/lib/platform/env';
import { buildHouse, type House, openHouse } from './house';

/** Brings the database up to date, opens it and makes the house of this process. Throws when the database is not there. */
export async function openHouseOf(env: Env): Promise<House> {
  await applyMigrations(env.DATABASE_URL);
  const database = await openDatabase(env.DATABASE_URL, { pool: env.DATABASE_POOL });
  keepDatabase(database);
  const house = buildHouse({
    db: database,
    shared: providerOf(env.DATABASE_URL) === 'postgresql',
    // A clock of its own, so that a test or replay can set it where TEST_CLOCK allows that.
    clock: env.TEST_CLOCK && env.TEST_CLOCK_AT ? fixedClock(new Date(env.TEST_CLOCK_AT)) : { ...systemClock },
    secret: env.AUTH_SECRET,
  });
  openHouse(house);
  return house;
}
