import fs from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';

/** How long SQLite itself waits for a lock that another process (a backup, a shell) holds. */
const busyTimeoutMs = 10_000;
/** Prepared statements kept per connection. Prisma's statements repeat; only lists of odd length make new ones. */
const keptStatements = 500;

/**
 * SQLite for Prisma: the official better-sqlite3 adapter, arranged for a process in which many requests write.
 *
 * - One connection writes, and everything that writes waits its turn. With the bare adapter a statement outside a
 *   transaction runs on the same connection and so lands inside whatever transaction is open, and is rolled back
 *   with it.
 * - Reads outside a transaction use a second, read-only connection and so see committed data only, without waiting.
 * - A transaction that could not be committed is rolled back before the next one starts, instead of leaving the
 *   connection in it for ever (prisma/orm#29933).
 * - Statements are prepared once per connection instead of at each use.
 */
export function sqliteAdapter(file: string): SqlDriverAdapterFactory {
  return {
    provider: 'sqlite',
    adapterName: '@prisma/adapter-better-sqlite3',
    connect: async () => {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      const writer = await openConnection(file, {});
      // WAL lets the reader go on beside the writer. FULL because better-sqlite3 is built with NORMAL for WAL, with
      // which a ticket that a customer already holds can be lost when the power fails.
      for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
        writer.client.pragma(pragma);
      }
      const reader = await openConnection(file, { readonly: true });
      return connect(writer, reader);
    },
  };
}

type Connection = { adapter: SqlDriverAdapter; client: BetterSqlite3.Database };

async function openConnection(file: string, options: { readonly?: boolean }): Promise<Connection> {
  const adapter = await new PrismaBetterSqlite3({ url: file, timeout: busyTimeoutMs, ...options }).connect();
  const { client } = adapter as SqlDriverAdapter & { client: BetterSqlite3.Database };
  keepStatements(client);
  return { adapter, client };
}

function connect(writer: Connection, reader: Connection): SqlDriverAdapter {
  const takeTurn = turns();
  const isRead = (query: SqlQuery) => /^\s*SELECT\b/i.test(query.sql);

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = await takeTurn();
    try {
      return await work();
    } finally {
      done();
    }
  }

  async function startTransaction(): Promise<Transaction> {
    const done = await takeTurn();
    const end = async () => {
      try {
        if (writer.client.inTransaction) writer.client.exec('ROLLBACK');
      } finally {
        done();
      }
    };
    const statement = (sql: string) => writer.adapter.executeRaw({ sql, args: [], argTypes: [] });
    try {
      await statement('BEGIN IMMEDIATE');
    } catch (error) {
      done();
      throw error;
    }
    return {
      provider: 'sqlite',
      adapterName: writer.adapter.adapterName,
      // Prisma sends COMMIT and ROLLBACK as statements of their own before it calls the functions below.
      options: { usePhantomQuery: false },
      queryRaw: (query) => writer.adapter.queryRaw(query),
      executeRaw: (query) => writer.adapter.executeRaw(query),
      commit: end,
      rollback: end,
      createSavepoint: async (name) => void (await statement(`SAVEPOINT ${name}`)),
      rollbackToSavepoint: async (name) => void (await statement(`ROLLBACK TO ${name}`)),
      releaseSavepoint: async (name) => void (await statement(`RELEASE SAVEPOINT ${name}`)),
    };
  }

  return {
    provider: 'sqlite',
    adapterName: writer.adapter.adapterName,
    queryRaw: (query) =>
      isRead(query) ? reader.adapter.queryRaw(query) : inTurn(() => writer.adapter.queryRaw(query)),
    executeRaw: (query) => inTurn(() => writer.adapter.executeRaw(query)),
    executeScript: (script) => inTurn(() => writer.adapter.executeScript(script)),
    startTransaction,
    dispose: async () => {
      await reader.adapter.dispose();
      await writer.adapter.dispose();
    },
  };
}

/** A queue for one: resolves when it is the caller's turn, with the function that ends the turn. */
function turns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return () => {
    const before = last;
    let done = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    return before.then(() => done);
  };
}

/**
 * Makes `client.prepare` give the same prepared statement for the same SQL. The adapter binds each statement it
 * prepares, which better-sqlite3 allows only once a statement, so it gets one-time handles that pass their values
 * along at execution.
 */
function keepStatements(client: BetterSqlite3.Database): void {
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, { statement: BetterSqlite3.Statement; columns?: BetterSqlite3.ColumnDefinition[] }>();
  const find = (sql: string) => {
    const known = kept.get(sql);
    if (known) return known;
    const fresh: { statement: BetterSqlite3.Statement; columns?: BetterSqlite3.ColumnDefinition[] } = {
      statement: prepare(sql),
    };
    const oldest = kept.keys().next();
    if (kept.size >= keptStatements && !oldest.done) kept.delete(oldest.value);
    kept.set(sql, fresh);
    return fresh;
  };
  const handles = (sql: string) => ({
    bind: (values: unknown[]) => {
      const entry = find(sql);
      return {
        reader: entry.statement.reader,
        run: () => entry.statement.run(values),
        columns: () => {
          entry.columns ??= entry.statement.columns();
          return entry.columns;
        },
        raw: () => ({ all: () => entry.statement.raw().all(values) }),
      };
    },
  });
  Object.assign(client, { prepare: handles });
}
