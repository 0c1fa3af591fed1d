import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { providerOf, sqliteFile } from '@/lib/platform/db/provider';

/** Runs SQL straight on a database, past Prisma. */
export async function runScript(url: string, script: string): Promise<void> {
  if (providerOf(url) === 'sqlite') {
    const database = new BetterSqlite3(sqliteFile(url));
    database.exec(script);
    database.close();
    return;
  }
  await askPostgres(url, script);
}

/** Every column, index and foreign key that a database really has, one line each, sorted; without Prisma's own table. */
export async function catalogue(url: string): Promise<string[]> {
  const rows = providerOf(url) === 'sqlite' ? readSqlite(url) : await readPostgres(url);
  return rows
    .map((row) => JSON.stringify(Object.values(row)))
    .filter((line) => !line.includes('_prisma_migrations'))
    .sort();
}

type Row = Record<string, unknown>;

function readSqlite(url: string): Row[] {
  const database = new BetterSqlite3(sqliteFile(url), { readonly: true });
  const ask = (query: string) => database.prepare<[], Row>(query).all();
  // Without column numbers: a column added later stands last, and that is no difference.
  const rows = [
    ...ask(`SELECT t.name AS tbl, c.name, c.type, c."notnull", c.dflt_value, c.pk > 0 AS key
            FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'`),
    ...ask(`SELECT t.name AS tbl, i.name AS idx, i."unique", c.seqno, c.name
            FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.type = 'table'`),
    ...ask(`SELECT t.name AS tbl, k."from", k."table", k."to", k.on_update, k.on_delete
            FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'`),
  ];
  database.close();
  return rows;
}

async function readPostgres(url: string): Promise<Row[]> {
  const columns = await askPostgres(
    url,
    `SELECT table_name, column_name, data_type, udt_name, datetime_precision, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const indexes = await askPostgres(url, `SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'`);
  const keys = await askPostgres(
    url,
    `SELECT conrelid::regclass::text AS tbl, conname, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  );
  return [...columns, ...indexes, ...keys];
}

async function askPostgres(url: string, script: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query<Row>(script);
    return answer.rows;
  } finally {
    await client.end();
  }
}
