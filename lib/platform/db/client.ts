import { PrismaPg } from '@prisma/adapter-pg';
import type { Prisma, PrismaClient } from '@/prisma/generated/sqlite/client';
import { providerOf, sqliteFile } from './provider';
import { sqliteAdapter } from './sqlite-adapter';

/** The database. Typed by the SQLite client; the PostgreSQL client made from the same models has the same shape. */
export type Database = PrismaClient;
/** The database inside an interactive transaction. */
export type Tx = Prisma.TransactionClient;

/** Waiting for a turn, and working, in milliseconds: generous, because a refused ticket is worse than a slow one. */
const transactionOptions = { maxWait: 15_000, timeout: 20_000 };

/** Connections of one process to PostgreSQL, unless `DATABASE_POOL` says otherwise. */
const defaultPool = 20;

export type DatabaseOptions = { pool?: number };

/** Opens the database behind a DATABASE_URL. The caller closes it with `$disconnect()`. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  if (providerOf(url) === 'sqlite') {
    const { PrismaClient } = await import('@/prisma/generated/sqlite/client');
    const database = new PrismaClient({
      adapter: sqliteAdapter(sqliteFile(url)),
      transactionOptions,
      errorFormat: 'minimal',
    });
    await database.$connect();
    return database;
  }
  const { PrismaClient } = await import('@/prisma/generated/postgresql/client');
  const adapter = new PrismaPg(
    { connectionString: url, max: options.pool ?? defaultPool },
    { statementNameGenerator: statementNames() },
  );
  const database = new PrismaClient({ adapter, transactionOptions, errorFormat: 'minimal' });
  await database.$connect();
  return database as unknown as Database;
}

/**
 * Names for prepared statements, so that PostgreSQL plans a repeated statement once a connection. The server keeps
 * named statements for ever; so beyond a limit statements stay unnamed.
 */
function statementNames(limit = 500): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= limit) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

// server.ts and the bundled pages hold separate copies of this module in one process, in production too; what they
// share must live on globalThis.
const shared = globalThis as typeof globalThis & { hallDatabase?: Database };

/** Makes a database the one that `db()` gives to everything in this process. */
export function keepDatabase(database: Database): void {
  shared.hallDatabase = database;
}

/** The database of this process. */
export function db(): Database {
  if (!shared.hallDatabase) throw new Error('The database is not open yet: call keepDatabase() at start.');
  return shared.hallDatabase;
}
