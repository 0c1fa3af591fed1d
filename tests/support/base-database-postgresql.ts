import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/platform/db/migrate';

/** Migrates one PostgreSQL database; each test that wants a database gets one made with it as template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_POSTGRES_URL ?? '';
  await dropForgotten(server);
  const name = `hall_test_${Date.now().toString(36)}_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await ask(server, `CREATE DATABASE "${name}"`);
  await applyMigrations(url.href);
  project.provide('baseDatabase', { provider: 'postgresql', server, name });
  return async () => {
    // The base and all its copies.
    await drop(server, (database) => database.startsWith(name));
  };
}

/** Removes what runs that were killed have left behind: databases older than six hours. */
function dropForgotten(server: string): Promise<void> {
  return drop(server, (database) => {
    const [, , started = ''] = database.split('_');
    return Date.now() - Number.parseInt(started, 36) > 6 * 3_600_000;
  });
}

async function drop(server: string, which: (database: string) => boolean): Promise<void> {
  const names = await ask(server, `SELECT datname FROM pg_database WHERE datname LIKE 'hall\\_test\\_%'`);
  for (const { datname } of names) {
    if (which(datname)) await ask(server, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}

async function ask(server: string, statement: string): Promise<{ datname: string }[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const answer = await client.query<{ datname: string }>(statement);
    return answer.rows;
  } finally {
    await client.end();
  }
}
