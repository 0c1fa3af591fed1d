import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/lib/platform/db/client';
import { isTaken } from '@/lib/platform/db/refusals';
import { insertRows, updateRow } from '@/lib/platform/db/written-rows';
import { testDatabaseUrl, testProvider } from '../../support/test-database';

let db: Database;

beforeAll(async () => {
  db = await openDatabase(await testDatabaseUrl());
});
afterAll(() => db.$disconnect());

const event = (id: string) => ({
  id,
  hallId: 'a hall',
  version: 7,
  ordinal: 0,
  kind: 'ticket.issued',
  touchpoint: 'enter',
  at: new Date('2026-03-29T01:30:00.007Z'),
  serviceDay: '2026-03-29',
  actorRef: 'staff:"quoted", \\ and 李雷 🙂',
  visitId: null,
  payload: { text: "it's", list: [1, 2.5, true, null], deep: { date: '2026-03-29T01:30:00.007Z' } },
});

/** The stored columns as the database itself writes them out. */
async function stored(id: string): Promise<unknown> {
  const columns =
    testProvider() === 'sqlite'
      ? 'quote(at) || quote(version) || quote(actor_ref) || quote(payload) || quote(visit_id) || quote(screen_id)'
      : 'row_to_json(events)::text';
  const rows = await db.$queryRawUnsafe<{ said: string }[]>(`SELECT ${columns} AS said FROM events WHERE id = '${id}'`);
  return rows[0]?.said.replaceAll(id, 'ID').replace(/"version":\d+/, '');
}

describe('inserting rows', () => {
  it('writes to the letter what Prisma would write', async () => {
    await db.event.createMany({ data: [event('by-prisma')] });
    await db.$transaction((tx) => insertRows(tx, 'events', [{ ...event('by-rows'), version: 7, ordinal: 1 }]));
    const [prismas, rows] = [await stored('by-prisma'), await stored('by-rows')];
    expect(String(rows).replace(/"ordinal":\d/, '')).toBe(String(prismas).replace(/"ordinal":\d/, ''));
    const read = await db.event.findUniqueOrThrow({ where: { id: 'by-rows' } });
    expect(read).toMatchObject({ ...event('by-rows'), ordinal: 1, counterId: null });
  });

  it('takes rows of which some have a field that others lack', async () => {
    const at = new Date('2026-03-29T02:00:00Z');
    const plain = {
      hallId: 'a hall',
      ticketId: 't',
      ordinal: 1,
      version: 1,
      kind: 'k',
      touchpoint: 'enter',
      at,
      serviceDay: '2026-03-29',
      actorRef: 'x',
    };
    await db.$transaction((tx) =>
      insertRows(tx, 'events', [
        { ...plain, id: 'one', version: 20, payload: {} },
        { ...plain, id: 'two', version: 21, payload: { yes: true }, zoneId: 'z' },
      ]),
    );
    const rows = await db.event.findMany({ where: { id: { in: ['one', 'two'] } }, orderBy: { version: 'asc' } });
    expect(rows.map((row) => [row.id, row.zoneId, row.payload])).toEqual([
      ['one', null, {}],
      ['two', 'z', { yes: true }],
    ]);
  });

  it('says when a key is taken, and writes nothing then', async () => {
    const write = () =>
      db.$transaction((tx) =>
        insertRows(tx, 'events', [
          { ...event('fresh'), version: 30 },
          { ...event('by-prisma'), version: 31 },
        ]),
      );
    const error = await write().then(
      () => null,
      (refused: unknown) => refused,
    );
    expect(isTaken(error)).toBe(true);
    expect(await db.event.count({ where: { id: 'fresh' } })).toBe(0);
  });
});

describe('changing a row', () => {
  const change = {
    at: new Date('2026-10-25T00:30:00.120Z'),
    serviceDay: '2026-10-25',
    actorRef: 'key:\'it\' \\ "李雷" 🙂',
    visitId: null,
    counterId: 'c',
    payload: { list: ['<b>', 0.1, false], nothing: null },
  };

  it('writes to the letter what Prisma would write, and nothing else', async () => {
    await db.event.create({ data: { ...event('changed-by-prisma'), version: 40, visitId: 'v' } });
    await db.event.create({ data: { ...event('changed-by-row'), version: 41, visitId: 'v' } });
    await db.event.updateMany({ where: { id: 'changed-by-prisma', version: 40 }, data: { ...change, ordinal: 3 } });
    const known = { id: 'changed-by-row', version: 41 };
    expect(await db.$transaction((tx) => updateRow(tx, 'events', known, { ...change, ordinal: 3 }))).toBe(true);
    const blank = (said: unknown) => String(said).replace(/\b4[01]\b/, '');
    expect(blank(await stored('changed-by-row'))).toBe(blank(await stored('changed-by-prisma')));
    const read = await db.event.findUniqueOrThrow({ where: { id: 'changed-by-row' } });
    expect(read).toMatchObject({ ...event('changed-by-row'), ...change, version: 41, ordinal: 3 });
  });

  it('leaves a row alone that no longer holds what was known of it', async () => {
    await db.event.create({ data: { ...event('moved-on'), version: 50 } });
    for (const known of [
      { id: 'moved-on', kind: 'ticket.issued', version: 49 },
      { id: 'moved-on', kind: 'ticket.called', version: 50 },
      { id: 'nobody', kind: 'ticket.issued', version: 50 },
    ])
      expect(await db.$transaction((tx) => updateRow(tx, 'events', known, { ordinal: 9 }))).toBe(false);
    expect(await db.event.count({ where: { ordinal: 9 } })).toBe(0);
  });
});
