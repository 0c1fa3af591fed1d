import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { systemClock } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { openCounter } from '@/lib/counters/commands';
import { execute } from '@/lib/door/execute';
import { buildHouse, type House } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, issueTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '../factories/hall';
import { percentile } from './percentile';

/*
 * The command door: durable tickets a second beside raw inserts on the same disk in the same run, and the time of
 * "call next" with more people waiting and with a long history. Prints figures; judges nothing.
 */

const GUIDES = 50;
const TICKETS = 3000;
const WAITING = 60;
const PAST = Number(process.env.BENCH_PAST_TICKETS ?? 1_000_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-bench-'));
try {
  await ticketsPerSecond();
  await callNextTimes();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function newHouse(name: string): Promise<{ house: House; hall: BuiltHall; file: string }> {
  const file = path.join(folder, `${name}.db`);
  await applyMigrations(`file:${file}`);
  const db = await openDatabase(`file:${file}`);
  const house = buildHouse({ db, shared: false, clock: systemClock, secret: 'a secret of thirty-two characters' });
  const hall = await buildHall(house, {
    counters: Array.from({ length: 20 }, (_, i) => ({ number: i + 1, serviceCodes: ['cards', 'broadband'] })),
  });
  return { house, hall, file };
}

function key(hall: BuiltHall, role: 'guide' | 'clerk', i: number): Actor {
  return { kind: 'key', id: `${role}${i}`, name: `${role} ${i}`, hallId: hall.id, role };
}

/** Fifty guides issue at once; the hall is kept at a busy hall's size, as counters would keep it. */
async function ticketsPerSecond(): Promise<void> {
  const { house, hall } = await newHouse('issue');
  const guides = Array.from({ length: GUIDES }, (_, i) => key(hall, 'guide', i));
  let issuing = 0;
  const issued: string[] = [];
  const before = await rawPerSecond();
  const plain = await prismaPerSecond(house);
  for (let sent = 0; sent < TICKETS; ) {
    const round = Math.min(300, TICKETS - sent);
    const from = sent;
    const started = performance.now();
    await Promise.all(
      guides.map(async (actor, g) => {
        for (let i = g; i < round; i += GUIDES) {
          const done = await execute(house, { actor, idempotencyKey: `t${from + i}` }, issueTicket, {
            hall: hall.id,
            serviceCode: i % 2 ? 'cards' : 'broadband',
            needs: i % 10 === 0 ? ['elderly'] : [],
            customer: { name: 'A customer' },
          });
          if (!done.ok) throw new Error(JSON.stringify(done.failure));
          issued.push(done.value.id);
        }
      }),
    );
    issuing += performance.now() - started;
    sent += round;
    for (const ticketId of issued.splice(0, issued.length - WAITING))
      await execute(house, { actor: key(hall, 'guide', 0) }, cancelTicket, { ticketId, reason: 'bench' });
  }
  const after = await rawPerSecond();
  const raw = (before + after) / 2;
  const door = (TICKETS / issuing) * 1000;
  console.log('\nTickets issued a second, durable (synchronous=FULL), 50 guides at once');
  console.log(
    `  raw: two inserts, one transaction   ${raw.toFixed(0)}/s  (before ${before.toFixed(0)}, after ${after.toFixed(0)})`,
  );
  console.log(`  plain Prisma: the same two inserts  ${plain.toFixed(0)}/s  ${(plain / raw).toFixed(2)} of raw`);
  console.log(
    `  command door (policy, events, idempotency, audit)  ${door.toFixed(0)}/s  ${(door / raw).toFixed(2)} of raw`,
  );
  await house.db.$disconnect();
}

async function rawPerSecond(): Promise<number> {
  const file = path.join(folder, `raw-${Math.random().toString(36).slice(2)}.db`);
  const database = new BetterSqlite3(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma);
  database.exec('CREATE TABLE a (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE b (id TEXT PRIMARY KEY, body TEXT)');
  const a = database.prepare('INSERT INTO a VALUES (?, ?)');
  const b = database.prepare('INSERT INTO b VALUES (?, ?)');
  const body = 'x'.repeat(300);
  const both = database.transaction((id: string) => {
    a.run(id, body);
    b.run(id, body);
  });
  const count = 2000;
  const started = performance.now();
  for (let i = 0; i < count; i++) both(newId(new Date()));
  const perSecond = (count / (performance.now() - started)) * 1000;
  database.close();
  return perSecond;
}

async function prismaPerSecond({ db }: House): Promise<number> {
  const count = 500;
  const started = performance.now();
  for (let i = 0; i < count; i++) {
    const row = { actorRef: 'bench', action: 'bench', at: new Date(), subject: 'x'.repeat(300) };
    await db.$transaction([
      db.auditEntry.create({ data: { ...row, id: newId(new Date()) } }),
      db.auditEntry.create({ data: { ...row, id: newId(new Date()) } }),
    ]);
  }
  return (count / (performance.now() - started)) * 1000;
}

async function callNextTimes(): Promise<void> {
  console.log('\nTime of "call next" at the command door, ms (median, p95 of 60 calls)');
  for (const past of [0, PAST]) {
    const { house, hall, file } = await newHouse(`calls-${past}`);
    if (past > 0) addHistory(file, hall, past);
    const clerk = key(hall, 'clerk', 1);
    await execute(house, { actor: clerk }, openCounter, { counterId: hall.counter(1) });
    let waiting = 0;
    for (const people of [10, 100, 1000]) {
      const guide = key(hall, 'guide', 1);
      for (; waiting < people; waiting++)
        await execute(house, { actor: guide }, issueTicket, { hall: hall.id, serviceCode: 'cards' });
      const times: number[] = [];
      for (let i = 0; i < 60; i++) {
        const started = performance.now();
        const called = await execute(house, { actor: clerk }, callNext, { counterId: hall.counter(1) });
        times.push(performance.now() - started);
        if (!called.ok || !called.value) throw new Error('Nobody was called.');
        const ticketId = called.value.id;
        await execute(house, { actor: clerk }, startTicket, { ticketId });
        await execute(house, { actor: clerk }, completeTicket, { ticketId, outcome: 'done' });
        await execute(house, { actor: guide }, issueTicket, { hall: hall.id, serviceCode: 'cards' });
      }
      const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
      console.log(
        `  ${String(people).padStart(5)} waiting, ${past.toLocaleString('en')} past tickets   ${p50.toFixed(2)}  ${p95.toFixed(2)}`,
      );
    }
    await house.db.$disconnect();
  }
}

/** Years of finished tickets, each with its visit, leg and events, written past the door because only reads matter. */
function addHistory(file: string, hall: BuiltHall, count: number): void {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  const columns = (table: string) =>
    (database.pragma(`table_info(${table})`) as { name: string; notnull: number; type: string }[]).filter(
      (c) => c.notnull,
    );
  const insert = (table: string) => {
    const needed = columns(table).map((c) => c.name);
    return {
      needed,
      run: database.prepare(
        `INSERT INTO ${table} (${needed.join(', ')}) VALUES (${needed.map((c) => `@${c}`).join(', ')})`,
      ),
    };
  };
  const tables = {
    visits: insert('visits'),
    tickets: insert('tickets'),
    ticket_legs: insert('ticket_legs'),
    events: insert('events'),
  };
  const start = Date.now() - 900 * 86_400_000;
  database.transaction(() => {
    for (let i = 0; i < count; i++) {
      const at = new Date(start + Math.floor((i / count) * 890 * 86_400_000));
      const day = at.toISOString().slice(0, 10);
      const id = newId(at);
      const values: Record<string, unknown> = {
        id,
        hall_id: hall.id,
        visit_id: id,
        ticket_id: id,
        service_id: hall.service('cards'),
        service_day: day,
        number: `P${i}`,
        channel: 'guide',
        needs: '[]',
        prepared: '[]',
        payload: '{}',
        status: 'completed',
        version: -1 - i,
        ordinal: 0,
        issue_order: i,
        kind: 'ticket.completed',
        touchpoint: 'result',
        actor_ref: 'system',
        ending: 'completed',
        learned: 1,
        wait_seconds: 300,
      };
      for (const { needed, run } of Object.values(tables)) {
        const row: Record<string, unknown> = {};
        for (const column of needed)
          row[column] =
            values[column] ?? (/_at$|^at$|since$/.test(column) ? at.toISOString().replace('Z', '+00:00') : 0);
        run.run(row);
      }
    }
  })();
  database.exec('ANALYZE');
  database.close();
}
