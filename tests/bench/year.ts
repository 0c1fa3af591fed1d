import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { apiKeySecret } from '@/lib/auth/secrets';
import { fixedClock } from '@/lib/core/clock';
import { execute } from '@/lib/door/execute';
import { buildHouse } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { addLoose } from '@/lib/reports/steps';
import { createApiKey } from '@/lib/staff/commands';
import { type BuiltHall, buildHall } from '../factories/hall';
import { ApiClient } from '../support/api-client';
import { percentile } from './percentile';
import { insertYear, postgresInserts, sqliteInserts } from './year-rows';

/*
 * A year of a large hall: how long each report and the live board's snapshot take at the HTTP API, beside counting the
 * legs of the same days in plain SQL. On SQLite, and on PostgreSQL where BENCH_POSTGRES_URL (or TEST_POSTGRES_URL) names a
 * server. Rows are made in bulk; the summaries by the product's own adding up. Fails when a report takes too long.
 */

const TICKETS = Number(process.env.BENCH_TICKETS ?? 400_000);
const DAYS = 365;
const RUNS = Number(process.env.BENCH_RUNS ?? 15);
const MOST_MS = 300;
const LAST_DAY = '2026-03-01';
const NOW = new Date('2026-03-02T03:00:00Z');
/** More than the product adds at once: the year is made up for, not lived through. */
const AT_ONCE = 4000;
const SECRET = 'a secret of thirty-two characters';
const SERVICES = ['cards', 'broadband', 'plans', 'bills', 'devices', 'business'];
const named = (en: string) => ({ 'zh-CN': en, en, es: en });

interface Bench {
  url: string;
  insert: Awaited<ReturnType<typeof postgresInserts>>;
  raw(sql: string, values: string[]): Promise<unknown>;
  end(): Promise<void>;
}

let slowest = 0;

function sqlite(): Bench {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-year-'));
  const file = path.join(folder, 'year.db');
  let inserts: ReturnType<typeof sqliteInserts> | undefined;
  return {
    url: `file:${file}`,
    insert: {
      insert(table, rows) {
        inserts ??= sqliteInserts(file);
        return inserts.insert(table, rows);
      },
      async close() {
        inserts?.close();
      },
    },
    async raw(sql, values) {
      const { default: BetterSqlite3 } = await import('better-sqlite3');
      const database = new BetterSqlite3(file, { readonly: true });
      const started = performance.now();
      database.prepare(sql.replace(/\$\d/g, '?')).all(...values);
      const took = performance.now() - started;
      database.close();
      return took;
    },
    async end() {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function postgres(base: string): Promise<Bench> {
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  const name = `bench_year_${process.pid}`;
  await admin.query(`CREATE DATABASE "${name}"`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  let inserts: Awaited<ReturnType<typeof postgresInserts>> | undefined;
  return {
    url: url.href,
    insert: {
      async insert(table, rows) {
        inserts ??= await postgresInserts(url.href);
        return inserts.insert(table, rows);
      },
      async close() {
        await inserts?.close();
      },
    },
    async raw(sql, values) {
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      const started = performance.now();
      await client.query(sql, values);
      const took = performance.now() - started;
      await client.end();
      return took;
    },
    async end() {
      await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function measure(name: string, bench: Bench): Promise<void> {
  try {
    await applyMigrations(bench.url);
    const db = await openDatabase(bench.url);
    const house = buildHouse({ db, shared: name !== 'SQLite', clock: fixedClock(NOW), secret: SECRET });
    const hall = await buildHall(house, {
      services: SERVICES.map((code, i) => ({ code, letter: 'ABCDEF'[i] ?? 'Z', names: named(code) })),
      counters: Array.from({ length: 20 }, (_, i) => ({ number: i + 1, serviceCodes: SERVICES })),
      zones: [],
    });
    const made = performance.now();
    await insertYear(bench.insert.insert, hall, { tickets: TICKETS, days: DAYS, lastDay: LAST_DAY });
    await bench.insert.close();
    const added = performance.now();
    let rounds = 0;
    while ((await db.$transaction((tx) => addLoose(tx, hall.config, { now: NOW, limit: AT_ONCE }), LONG)) > 0) rounds++;
    // PostgreSQL looks at its tables by itself now and then; SQLite does only when it is told to, and nobody does.
    if (name !== 'SQLite') await db.$executeRawUnsafe('ANALYZE');
    console.log(
      `\n${name}: a year of ${TICKETS.toLocaleString('en')} tickets made in ${seconds(made, added)} s, added up in ${seconds(added)} s (${rounds} rounds).`,
    );
    await printTimes(bench, await asManager(house, hall), hall);
    await db.$disconnect();
  } finally {
    await bench.end();
  }
}

const LONG = { maxWait: 60_000, timeout: 600_000 };
const seconds = (from: number, to = performance.now()) => ((to - from) / 1000).toFixed(0);

async function asManager(house: Parameters<typeof execute>[0], hall: BuiltHall): Promise<ApiClient> {
  const key = await execute(house, { actor: { kind: 'system' } }, createApiKey, {
    hall: hall.id,
    name: 'bench',
    role: 'manager',
  });
  if (!key.ok) throw new Error('No key was made.');
  return new ApiClient(house, { authorization: `Bearer ${apiKeySecret(house.secret, key.value.id)}` });
}

async function printTimes(bench: Bench, client: ApiClient, hall: BuiltHall): Promise<void> {
  const spans = { day: LAST_DAY, month: '2026-02-01', year: '2025-03-02' };
  const asked = [
    ['the live board', `/halls/${hall.slug}/live`],
    ['the queue', `/halls/${hall.slug}/queue`],
    ...Object.entries(spans).flatMap(([span, from]) => [
      ...['waits', 'work', 'service-level'].map((kind) => [
        `${kind}, ${span}`,
        `/halls/${hall.slug}/reports/${kind}?from=${from}&to=${LAST_DAY}`,
      ]),
      [
        `service level within 7:17, ${span}`,
        `/halls/${hall.slug}/reports/service-level?from=${from}&to=${LAST_DAY}&thresholdSeconds=437`,
      ],
      [`all halls, ${span}`, `/reports/halls?from=${from}&to=${LAST_DAY}`],
    ]),
    ['scorecard, month', `/halls/${hall.slug}/scorecard?period=month&date=${LAST_DAY}`],
  ] as [string, string][];
  console.log(`  ms, median and p95 of ${RUNS} runs`);
  for (const [what, address] of asked) {
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const started = performance.now();
      const { status, body } = await client.get(address);
      // The first one fills caches and is not counted.
      if (run > 0) times.push(performance.now() - started);
      if (status !== 200) throw new Error(`${address}: ${status} ${JSON.stringify(body)}`);
    }
    const p50 = percentile(times, 0.5);
    slowest = Math.max(slowest, p50);
    console.log(`  ${what.padEnd(36)}${p50.toFixed(1).padStart(8)}${percentile(times, 0.95).toFixed(1).padStart(8)}`);
  }
  for (const [span, from] of Object.entries(spans)) {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push(Number(await bench.raw(PLAIN, [hall.id, from, LAST_DAY])));
    console.log(`  ${`plain SQL over the legs, ${span}`.padEnd(36)}${percentile(times, 0.5).toFixed(1).padStart(8)}`);
  }
}

/** What a report would ask without summaries, of its simplest figures. */
const PLAIN = `SELECT service_id, count(*), sum(wait_seconds), sum(handling_seconds),
  sum(CASE WHEN wait_seconds <= 600 THEN 1 ELSE 0 END)
  FROM ticket_legs WHERE hall_id = $1 AND service_day BETWEEN $2 AND $3 GROUP BY service_id`;

await measure('SQLite', sqlite());
const server = process.env.BENCH_POSTGRES_URL ?? process.env.TEST_POSTGRES_URL;
if (server) await measure('PostgreSQL', await postgres(server));
else console.log('\nPostgreSQL: not measured, since BENCH_POSTGRES_URL names no server.');
if (slowest > MOST_MS) {
  console.log(`\nToo slow: ${slowest.toFixed(0)} ms in the middle of ${RUNS} runs; at most ${MOST_MS} ms.`);
  process.exitCode = 1;
}
