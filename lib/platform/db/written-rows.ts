import type { Tx } from './client';
import { type Provider, providers } from './provider';

/** What a column of a row may hold. Objects and arrays are for JSON columns. */
type Value = string | number | boolean | Date | object | null | undefined;

/** SQL text by provider, table and columns: the same few statements over and over. */
const statements = new Map<string, string>();

/**
 * Inserts many rows with one statement and one parameter: a JSON array that the database itself takes apart. Prisma's
 * `createMany` plans each value of each row anew, which is most of the time that a ticket takes at the door.
 *
 * @param table name in the database
 * @param rows by the names of the model. A column's name is its field's in snake case (a house
 *   rule holds the models to that); `undefined` is null.
 * @throws what the database says, see `refusals.ts`
 */
export async function insertRows<Row extends object>(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const provider = providerOfTransaction(tx);
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row & string)[];
  const key = `${provider} ${table} ${fields.join()}`;
  let sql = statements.get(key);
  if (!sql) {
    sql = provider === 'sqlite' ? sqliteInsert(table, fields) : postgresqlInsert(table, fields);
    statements.set(key, sql);
  }
  const json =
    provider === 'sqlite'
      ? JSON.stringify(rows.map((row) => fields.map((field) => sqliteValue(row[field] as Value))))
      : JSON.stringify(rows.map((row) => columnsOf(row, fields)));
  await tx.$executeRawUnsafe(sql, json);
}

/**
 * Changes one row with one parameter, as `insertRows` inserts: Prisma plans each value of an `updateMany` anew too.
 *
 * @param where what the row must (still) hold, its id among it; none of it null
 * @param data what it shall hold
 * @returns whether there was such a row
 */
export async function updateRow(tx: Tx, table: string, where: object, data: object): Promise<boolean> {
  const provider = providerOfTransaction(tx);
  const conditions = Object.keys(where);
  const fields = Object.keys(data);
  const key = `${provider} ${table} ${fields.join()} where ${conditions.join()}`;
  let sql = statements.get(key);
  if (!sql) {
    sql = provider === 'sqlite' ? sqliteUpdate(table, conditions, fields) : postgresqlUpdate(table, conditions, fields);
    statements.set(key, sql);
  }
  const values = [...Object.values(where), ...Object.values(data)] as Value[];
  const json =
    provider === 'sqlite'
      ? [JSON.stringify(values.map(sqliteValue))]
      : [where, data].map((row) => JSON.stringify(columnsOf(row, Object.keys(row))));
  return (await tx.$executeRawUnsafe(sql, ...json)) === 1;
}

/** The column of a field: `queueAt` is in `queue_at`, `under600` in `under_600`, `estimateP50` in `estimate_p50`. */
export function columnOf(field: string): string {
  return field.replace(/([a-z]{2})(\d)/g, '$1_$2').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function sqliteInsert(table: string, fields: string[]): string {
  const values = fields.map((_, i) => `json_extract(value, '$[${i}]')`);
  return `INSERT INTO "${table}" (${columnList(fields)}) SELECT ${values.join(', ')} FROM json_each(?)`;
}

/** The table's own row type says how each value is read. */
function postgresqlInsert(table: string, fields: string[]): string {
  const columns = columnList(fields);
  return `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
}

function sqliteUpdate(table: string, conditions: string[], fields: string[]): string {
  const value = (field: string, i: number) => `"${columnOf(field)}" = json_extract(given.row, '$[${i}]')`;
  const set = fields.map((field, i) => value(field, conditions.length + i));
  const where = conditions.map((field, i) => `"${table}".${value(field, i)}`);
  return `UPDATE "${table}" SET ${set.join(', ')} FROM (SELECT ? AS row) AS given WHERE ${where.join(' AND ')}`;
}

function postgresqlUpdate(table: string, conditions: string[], fields: string[]): string {
  const from = (row: string) => (field: string) => `"${columnOf(field)}" = ${row}."${columnOf(field)}"`;
  const set = fields.map(from('changed'));
  const where = conditions.map((field) => `"${table}".${from('known')(field)}`);
  const row = (i: number) => `jsonb_populate_record(NULL::"${table}", $${i}::jsonb)`;
  return `UPDATE "${table}" SET ${set.join(', ')} FROM ${row(1)} AS known, ${row(2)} AS changed WHERE ${where.join(' AND ')}`;
}

function columnsOf(row: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [columnOf(field), (row as Record<string, unknown>)[field]]));
}

function columnList(fields: string[]): string {
  return fields.map((field) => `"${columnOf(field)}"`).join(', ');
}

/** As Prisma writes it to SQLite: dates as text in ISO 8601 with an offset, JSON as text. */
function sqliteValue(value: Value): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function providerOfTransaction(tx: Tx): Provider {
  // The client knows its database and has no public name for it.
  const provider = (tx as { _activeProvider?: string })._activeProvider;
  const known = providers.find((p) => p === provider);
  if (!known) throw new Error(`No insert is known for the database "${provider}".`);
  return known;
}
