import { randomUUID } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { addDays, instantOf } from '@/lib/halls/service-day';
import { Random } from '@/lib/simulation/random';
import type { BuiltHall } from '../factories/hall';

/** A row as the database has it: lists and objects are JSON columns, dates instants. */
type Row = Record<string, string | number | boolean | null | Date | object>;
export type Insert = (table: string, rows: Row[]) => Promise<void>;

const OPENS = 9;
const HOURS = 9;

/**
 * The finished tickets of a hall over so many days up to `lastDay`, day by day: visits, tickets, legs, events and care, as
 * the house leaves them. Written past the door, because only what is read from them is measured.
 */
export async function insertYear(
  insert: Insert,
  hall: BuiltHall,
  { tickets, days, lastDay }: { tickets: number; days: number; lastDay: string },
): Promise<void> {
  const random = new Random(1);
  const { services, counters, timeZone } = hall.config;
  const perDay = Math.ceil(tickets / days);
  let version = -1;
  for (let place = 0; place < days; place++) {
    const day = addDays(lastDay, place - days + 1);
    const opening = instantOf(day, OPENS * 3600, timeZone).getTime();
    const rows: Record<'visits' | 'tickets' | 'ticket_legs' | 'care_visits' | 'events', Row[]> = {
      visits: [],
      tickets: [],
      ticket_legs: [],
      care_visits: [],
      events: [],
    };
    for (let i = 0; i < perDay; i++) {
      const id = randomUUID();
      const service = services[Math.floor(random.next() * services.length)];
      const counter = counters[Math.floor(random.next() * counters.length)];
      if (!(service && counter)) throw new Error('The hall has no services or counters.');
      const arrived = new Date(opening + Math.floor((i / perDay) * HOURS * 3_600_000));
      const wait = Math.floor(-Math.log(1 - random.next()) * 330);
      const handling = 40 + Math.floor(-Math.log(1 - random.next()) * 150);
      const luck = random.next();
      const ending = luck < 0.05 ? 'noShow' : luck < 0.11 ? 'cancelled' : 'completed';
      const served = ending === 'completed';
      const began = new Date(arrived.getTime() + wait * 1000);
      const ended = served ? new Date(began.getTime() + handling * 1000) : began;
      const p50 = 60 + Math.floor(random.next() * 400);
      const crossed = Math.floor(wait / 600);
      const base = { hall_id: hall.id, service_day: day };
      rows.visits.push({
        id,
        ...base,
        channel: 'guide',
        needs: [],
        started_at: arrived,
        arrived_at: arrived,
        ended_at: ended,
      });
      rows.tickets.push({
        id,
        ...base,
        visit_id: id,
        number: `${service.letter}${String(i + 1).padStart(4, '0')}`,
        service_id: service.id,
        channel: 'guide',
        needs: [],
        prepared: [],
        status: ending,
        issued_at: arrived,
        arrived_at: arrived,
        waiting_since: arrived,
        completed_at: ended,
        issue_order: place * perDay + i,
        limits_crossed: crossed,
        estimate_p50_seconds: p50,
        estimate_p90_seconds: p50 * 2,
      });
      rows.ticket_legs.push({
        id,
        ...base,
        ticket_id: id,
        visit_id: id,
        ordinal: 1,
        service_id: service.id,
        counter_id: ending === 'cancelled' ? null : counter.id,
        staff_id: ending === 'cancelled' ? null : `clerk${counter.number}`,
        waiting_since: arrived,
        called_at: served ? began : null,
        started_at: served ? began : null,
        ended_at: ended,
        wait_seconds: wait,
        handling_seconds: served ? handling : null,
        ending,
        limits_crossed: crossed,
        estimate_p50_seconds: p50,
        estimate_p90_seconds: p50 * 2,
        learned: true,
      });
      for (let crossing = 1; crossing <= crossed; crossing++) {
        const opened = new Date(arrived.getTime() + crossing * 600_000);
        const made = random.next() < 0.7;
        rows.care_visits.push({
          id: randomUUID(),
          hall_id: hall.id,
          ticket_id: id,
          service_id: service.id,
          service_day: day,
          crossing,
          opened_at: opened,
          state: made ? 'done' : 'lapsed',
          owner_ref: made ? 'staff:floor1' : null,
          done_at: made ? new Date(opened.getTime() + Math.floor(random.next() * 240_000)) : null,
        });
      }
      const told = served
        ? ['ticket.issued', 'ticket.called', 'ticket.started', 'ticket.completed']
        : ['ticket.issued', `ticket.${ending}`];
      for (const kind of told)
        rows.events.push({
          id: randomUUID(),
          ...base,
          version: version--,
          ordinal: 0,
          kind,
          touchpoint: kind === 'ticket.completed' ? 'result' : 'queue',
          at: kind === 'ticket.issued' ? arrived : ended,
          actor_ref: 'staff:clerk1',
          visit_id: id,
          ticket_id: id,
          payload: { waitSeconds: wait, handlingSeconds: served ? handling : null },
        });
    }
    for (const [table, list] of Object.entries(rows)) await insert(table, list);
  }
}

/** Fast inserts into an SQLite file that nobody else has open. */
export function sqliteInserts(file: string): { insert: Insert; close: () => void } {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  const value = (cell: Row[string]) => {
    if (cell instanceof Date) return cell.toISOString().replace('Z', '+00:00');
    if (typeof cell === 'boolean') return Number(cell);
    return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
  };
  return {
    async insert(table, rows) {
      const [first] = rows;
      if (!first) return;
      const columns = Object.keys(first);
      const statement = database.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      database.transaction(() => {
        for (const row of rows) statement.run(columns.map((column) => value(row[column] ?? null)));
      })();
    },
    close() {
      database.close();
    },
  };
}

/** Fast inserts into PostgreSQL: a batch of rows is one parameter. */
export async function postgresInserts(url: string): Promise<{ insert: Insert; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async insert(table, rows) {
      const [first] = rows;
      if (!first) return;
      const columns = Object.keys(first).join(', ');
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(rows)],
      );
    },
    async close() {
      await client.end();
    },
  };
}
