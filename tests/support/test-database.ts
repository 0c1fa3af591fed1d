import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '@/lib/platform/db/client';
import type { Provider } from '@/lib/platform/db/provider';

type BaseDatabase =
  | { provider: 'sqlite'; folder: string; file: string }
  | { provider: 'postgresql'; server: string; name: string };

declare module 'vitest' {
  export interface ProvidedContext {
    baseDatabase: BaseDatabase;
  }
}

const opened: Database[] = [];

/** Closes what `testDatabase` has opened. Called after every test file (fresh-start.ts). */
export async function closeTestDatabases(): Promise<void> {
  for (const database of opened.splice(0).reverse()) await database.$disconnect();
}

/** The database that this run of the test file is for. */
export function testProvider(): Provider {
  return inject('baseDatabase').provider;
}

/** A new, migrated database without rows for the caller alone, without a client. Removed after the run. */
export function testDatabaseUrl(): Promise<string> {
  return newDatabase({ migrated: true });
}

/** A new database without tables for the caller alone. Removed after the run. */
export function emptyDatabaseUrl(): Promise<string> {
  return newDatabase({ migrated: false });
}

async function newDatabase({ migrated }: { migrated: boolean }): Promise<string> {
  const base = inject('baseDatabase');
  if (base.provider === 'sqlite') {
    const file = path.join(base.folder, `${randomUUID()}.db`);
    if (migrated) fs.copyFileSync(base.file, file);
    return `file:${file}`;
  }
  const url = new URL(base.server);
  const name = `${base.name}_${randomUUID().slice(0, 8)}`;
  url.pathname = `/${name}`;
  // What a commit costs on a disk is not what is tested; nothing else changes with it.
  url.searchParams.set('options', '-c synchronous_commit=off');
  await askPostgres(base.server, `CREATE DATABASE "${name}" TEMPLATE "${migrated ? base.name : 'template1'}"`);
  return url.href;
}

/** A new, migrated database without rows for the caller alone. Closed after the test file, removed after the run. */
export async function testDatabase(): Promise<{ database: Database; url: string }> {
  const url = await testDatabaseUrl();
  const database = await openDatabase(url, { pool: 10 });
  opened.push(database);
  return { database, url };
}

async function askPostgres(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Two test files that copy the same template at the same moment get in each other's way.
    await client.query('SELECT pg_advisory_lock(20200113)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
