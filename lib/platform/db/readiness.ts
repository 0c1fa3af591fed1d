import fs from 'node:fs';
import type { Database } from './client';
import type { Provider } from './provider';
import { migrationsFolder } from './schema-files';

/** Names of this version's migrations that the database does not have; throws when it does not answer. */
export async function missingMigrations(db: Database, provider: Provider): Promise<string[]> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const applied = new Set(rows.map((row) => row.migration_name));
  return fs
    .readdirSync(migrationsFolder(provider), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map((entry) => entry.name);
}
