import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCounter, pauseCounter } from '@/lib/counters/commands';
import { tellAccessChanged } from '@/lib/door/house';
import { type DutyTimer, startDuties } from '@/lib/duties/duties';
import {
  boardViewSchema,
  counterViewSchema,
  liveViewSchema,
  queueViewSchema,
  ticketViewSchema,
} from '@/lib/realtime/contract';
import { callNext, recallTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { ROLES } from '@/lib/staff/roles';
import { issueTicket } from '@/lib/tickets/commands';
import { ticketToken } from '@/lib/tickets/token';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { buildGateway } from '../../support/live-client';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let other: BuiltHall;
let live: Awaited<ReturnType<typeof buildGateway>>;
let clerk: Actor;
let guide: Actor;

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  hall = await buildHall(house);
  other = await buildHall(house, { slug: 'other-hall' });
  const actors: Record<string, Actor> = {};
  for (const role of ROLES) {
    const hallId = role === 'admin' ? null : hall.id;
    actors[role] = { kind: 'staff', id: role, name: role, sessionId: `session-${role}`, roles: [{ hallId, role }] };
    if (role !== 'admin') actors[`key-${role}`] = { kind: 'key', id: `key-${role}`, name: role, hallId: hall.id, role };
  }
  actors.display = { kind: 'screen', id: 'screen-1', hallId: hall.id, screenKind: 'display' };
  clerk = actors.clerk as Actor;
  guide = actors.guide as Actor;
  live = await buildGateway(house, actors);
});

afterEach(() => live.close());

const issue = () => run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });

describe('who may watch what', () => {
  const staff = ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'admin'];
  const leads = ['shiftLead', 'manager', 'admin'];
  const MAY: [string, string[]][] = [
    ['board', [...ROLES, 'display', '']],
    ['queue', staff],
    ['counter', staff],
    ['live', leads],
    ['signals', [...staff, 'hotline']],
  ];

  it.each(MAY)('%s', async (kind, allowed) => {
    const names = ['', 'display', ...ROLES, ...ROLES.filter((r) => r !== 'admin').map((r) => `key-${r}`)];
    for (const name of names) {
      const client = await live.connect(name);
      const view = (of: BuiltHall) => (kind === 'counter' ? `counter:${of.counter(1)}` : kind);
      const own = await client.watch(hall.slug, view(hall));
      const may = allowed.includes(name.replace('key-', ''));
      expect([name, own.ok ? 'ok' : own.code]).toEqual([
        name,
        may ? 'ok' : name === '' ? 'unauthenticated' : 'forbidden',
      ]);
      if (kind !== 'board') {
        const foreign = await client.watch(other.slug, view(other));
        const expected = name === 'admin' ? 'ok' : name === '' ? 'unauthenticated' : 'not-found';
        expect([name, foreign.ok ? 'ok' : foreign.code]).toEqual([name, expected]);
      }
      client.socket.disconnect();
    }
  });

  it('a ticket only by its token, and nothing by a guess', async () => {
    const ticket = await issue();
    const token = ticketToken(house.secret, ticket.id);
    const client = await live.connect('');
    const answer = await client.watch(hall.slug, `ticket:${token}`);
    expect(answer.ok && ticketViewSchema.parse(answer.data)).toMatchObject({ number: 'A001', peopleAhead: 0 });
    for (const guess of [
      `ticket:${ticket.id}`,
      `ticket:${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'ticket:t_x',
    ])
      expect(await client.watch(hall.slug, guess)).toEqual({ ok: false, code: 'not-found' });
    expect(await client.watch(other.slug, `ticket:${token}`)).toEqual({ ok: false, code: 'not-found' });
  });

  it('refuses what has no form, and a credential that is not ours', async () => {
    const client = await live.connect('');
    for (const bad of [
      null,
      1,
      'board',
      {},
      { hall: hall.slug },
      { hall: hall.slug, view: 'rooms' },
      { hall: { $ne: 1 }, view: 'board' },
      { hall: 'x'.repeat(2000), view: 'board' },
    ])
      expect(await client.socket.emitWithAck('watch', bad)).toEqual({ ok: false, code: 'invalid-input' });
    await expect(live.connect('somebody')).rejects.toThrow('unauthenticated');
  });

  it('ends the connections of a session that was revoked', async () => {
    const client = await live.connect('clerk');
    const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));
    tellAccessChanged(house, { ref: 'staff:clerk', sessionId: 'session-clerk' } as Parameters<
      typeof tellAccessChanged
    >[1]);
    await gone;
  });
});

describe('snapshots', () => {
  it('keep to their schemas, rise in version, and hold no name on public views', async () => {
    const board = await live.connect('display');
    const queue = await live.connect('guide');
    const manager = await live.connect('manager');
    const desk = await live.connect('clerk');
    await run(house, clerk, openCounter, { counterId: hall.counter(1) });
    const first = await board.watch(hall.slug, 'board');
    await queue.watch(hall.slug, 'queue');
    await manager.watch(hall.slug, 'live');
    await desk.watch(hall.slug, `counter:${hall.counter(1)}`);
    const ticket = await run(house, guide, issueTicket, {
      hall: hall.id,
      serviceCode: 'cards',
      customer: { name: 'Wang Xiaoming', phone: '13912345678' },
    });
    await run(house, clerk, callNext, { counterId: hall.counter(1) });
    await run(house, clerk, recallTicket, { ticketId: ticket.id });
    const called = await board.until((p) => (p.data.announcements as unknown[]).length === 2);
    expect(boardViewSchema.parse(called.data).announcements.map((a) => a.kind)).toEqual(['call', 'recall']);
    expect(JSON.stringify(called.data)).not.toMatch(/Wang|13912345678/);
    const versions = [first.ok ? first.version : 0, ...board.pushes.map((p) => p.version)];
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(
      queueViewSchema.parse((await queue.until((p) => (p.data.called as unknown[]).length === 1)).data).called[0]
        ?.number,
    ).toBe('A001');
    expect(liveViewSchema.parse((await manager.until((p) => p.view === 'live')).data).hall.slug).toBe(hall.slug);
    const seen = await desk.until((p) => p.data.ticket !== null);
    expect(counterViewSchema.parse(seen.data).ticket).toMatchObject({
      number: 'A001',
      customer: { name: 'Wang Xiaoming' },
    });
  });

  it('tell the counter that the display has announced the call', async () => {
    await run(house, clerk, openCounter, { counterId: hall.counter(1) });
    await issue();
    const desk = await live.connect('clerk');
    await desk.watch(hall.slug, `counter:${hall.counter(1)}`);
    const display = await live.connect('display');
    await display.watch(hall.slug, 'board');
    await run(house, clerk, callNext, { counterId: hall.counter(1) });
    const push = await display.until((p) => (p.data.announcements as unknown[]).length === 1);
    const [announcement] = boardViewSchema.parse(push.data).announcements;
    const message = { hall: hall.slug, items: [{ id: announcement?.id ?? '', shown: true, spoken: true }] };
    expect(await display.socket.emitWithAck('acknowledge', message)).toEqual({ ok: true });
    await desk.until((p) => counterViewSchema.parse(p.data).ticket?.announced?.spokenAt != null);
    const stranger = await live.connect('');
    expect(await stranger.socket.emitWithAck('acknowledge', message)).toMatchObject({
      ok: false,
      code: 'unauthenticated',
    });
  });
});

describe('ten minutes', () => {
  let duties: DutyTimer;
  afterEach(() => duties.stop());

  it('a ticket left alone is flagged on every screen at 10:00 by itself, and escalates after two minutes', async () => {
    await run(house, clerk, openCounter, { counterId: hall.counter(1) });
    await run(house, clerk, pauseCounter, { counterId: hall.counter(1), reason: 'meeting' });
    await issue();
    const screens = {
      display: await live.connect('display'),
      guide: await live.connect('guide'),
      floor: await live.connect('floor'),
      clerk: await live.connect('clerk'),
      manager: await live.connect('manager'),
    };
    await screens.display.watch(hall.slug, 'board');
    await screens.guide.watch(hall.slug, 'queue');
    await screens.floor.watch(hall.slug, 'queue');
    await screens.clerk.watch(hall.slug, `counter:${hall.counter(1)}`);
    await screens.manager.watch(hall.slug, 'live');
    duties = startDuties(house, live.gateway.clerksHere, (error) => {
      throw error;
    });
    house.setTime('2026-03-02T02:10:00Z');
    await Promise.all([
      screens.display.until((p) => boardViewSchema.parse(p.data).overLimit[0]?.number === 'A001'),
      screens.guide.until((p) => queueViewSchema.parse(p.data).waiting[0]?.flaggedAt != null),
      screens.floor.until((p) => queueViewSchema.parse(p.data).care[0]?.state === 'open'),
      screens.clerk.until((p) => counterViewSchema.parse(p.data).flagged === 1),
      screens.manager.until((p) => liveViewSchema.parse(p.data).numbers.overLimit === 1),
    ]);
    house.setTime('2026-03-02T02:12:00Z');
    await screens.manager.until((p) => liveViewSchema.parse(p.data).numbers.careEscalated === 1);
    await screens.floor.until((p) => queueViewSchema.parse(p.data).care[0]?.escalatedAt != null);
  });
});
