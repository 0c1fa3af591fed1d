import { describe, expect, test } from 'vitest';
import { escalateCare, giveCare, takeCare } from '@/lib/care/commands';
import { openCounter } from '@/lib/counters/commands';
import type { Command } from '@/lib/door/command';
import { execute, readState } from '@/lib/door/execute';
import { buildHouse, type House } from '@/lib/door/house';
import { runDeadlines } from '@/lib/duties/duties';
import { beginKeepingDays } from '@/lib/journey/duties';
import { loadBehind, loadJourney, loadScorecard } from '@/lib/journey/loaders';
import type { JourneyView } from '@/lib/journey/schema';
import type { Database } from '@/lib/platform/db/client';
import { rateTicket } from '@/lib/ratings/commands';
import { callNext, completeTicket, markNoShow, startTicket } from '@/lib/serving/commands';
import { Random } from '@/lib/simulation/random';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, checkInTicket, issueTicket, transferTicket, undoTicket } from '@/lib/tickets/commands';
import type { Ticket, TicketStatus } from '@/lib/tickets/ticket';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { crossLimits } from '@/lib/waiting/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { testDatabase } from '@/tests/support/test-database';
import { type RawEvent, recountAll } from './recount';

const SYSTEM: Actor = { kind: 'system' };

function person(hallId: string, role: 'guide' | 'clerk' | 'floor' | 'shiftLead', id: string = role): Actor {
  return { kind: 'staff', id, name: id, sessionId: id, roles: [{ hallId, role }] };
}

/** One thing that somebody does next, with somebody who is in the state for it. Steps that the hall refuses are left. */
async function happen(house: House, hall: BuiltHall, random: Random): Promise<void> {
  const among = (n: number) => Math.floor(random.next() * n);
  const tickets = (await readState(house, hall.id, (state) => [...state.tickets.values()])) ?? [];
  const one = (...statuses: TicketStatus[]) => {
    const fit = tickets.filter(({ status }) => statuses.includes(status));
    return fit[among(fit.length)];
  };
  const as = (role: 'guide' | 'shiftLead' | 'floor', id?: string) => ({ actor: person(hall.id, role, id) });
  const serviceCode = among(2) ? 'cards' : 'broadband';
  const lead = 1 + among(2);
  const call = async () => {
    const counterId = hall.counter(lead);
    await execute(house, as('shiftLead', `lead${lead}`), openCounter, { counterId });
    await execute(house, as('shiftLead', `lead${lead}`), callNext, { counterId });
  };
  const steps: (() => Promise<unknown> | undefined)[] = [
    () => execute(house, as('guide'), issueTicket, { hall: hall.id, serviceCode }),
    () => execute(house, as('guide'), issueTicket, { hall: hall.id, serviceCode }),
    () => execute(house, as('guide'), issueTicket, { hall: hall.id, serviceCode, channel: 'booking' }),
    call,
    call,
    call,
    ...[0, 1, 2].map(() => () => on(one('called'), startTicket)),
    ...[0, 1].map(() => () => on(one('serving'), completeTicket, { outcome: 'done' })),
    () => on(one('booked'), checkInTicket),
    () => on(one('serving', 'waiting'), transferTicket, { serviceCode }),
    ...[0, 1].map(() => () => on(one('serving', 'waiting', 'completed', 'called'), undoTicket)),
    () => on(one('called'), markNoShow),
    () => on(one('waiting'), cancelTicket, { reason: 'left' }),
    () => on(one('waiting', 'called'), takeCare),
    () => on(one('waiting', 'called', 'serving'), giveCare, { action: 'tea' }),
    () => {
      const ticket = one('completed');
      if (!ticket) return undefined;
      const { id: ticketId, visitId } = ticket;
      const actor: Actor = { kind: 'customer', ticketId, visitId, hallId: hall.id };
      return execute(house, { actor }, rateTicket, { ticketId, score: 1 + among(5) });
    },
  ];
  /** By the one who did the last thing with it where that can be known, so that much can be taken back. */
  function on(ticket: Ticket | undefined, command: Command, more: object = {}) {
    if (!ticket) return undefined;
    const by = ticket.undo?.by.startsWith('staff:lead') ? ticket.undo.by.slice('staff:'.length) : `lead${lead}`;
    return execute(house, as('shiftLead', by), command, { ticketId: ticket.id, ...more });
  }
  await steps[among(steps.length)]?.();
}

async function playDay(house: ReturnType<typeof buildTestHouse>, hall: BuiltHall, random: Random, steps: number) {
  for (let i = 0; i < steps; i += 1) {
    house.setTime(new Date(house.clock.now().getTime() + Math.floor(random.next() * 50_000)));
    await execute(house, { actor: SYSTEM }, crossLimits, { hall: hall.id });
    await execute(house, { actor: SYSTEM }, escalateCare, { hall: hall.id });
    await happen(house, hall, random);
    if (random.next() < 0.15) await happen(house, hall, random);
  }
}

function figure(view: JourneyView, touchpoint: string, code: string) {
  const found = view.touchpoints.find(({ key }) => key === touchpoint)?.standards.find((s) => s.code === code);
  if (!found) throw new Error(`No standard ${touchpoint}.${code}.`);
  return { sum: found.sum, count: found.count };
}

async function journey(house: House, hall: BuiltHall, date?: string): Promise<JourneyView> {
  const view = await loadJourney(house, hall.id, date);
  if (!view) throw new Error('There is no such hall.');
  return view;
}

/** Without what depends on when it was asked. */
function facts({ touchpoints }: JourneyView) {
  return touchpoints;
}

/** A second way to the queue's figures: from the rows of tickets, legs and care, not from events. */
async function recount(database: Database, hallId: string) {
  const legs = await database.ticketLeg.findMany({ where: { hallId } });
  const open = await database.ticket.findMany({ where: { hallId, completedAt: null } });
  const waits = [
    ...legs.map((leg) => ({ started: leg.startedAt !== null, crossed: leg.limitsCrossed > 0 })),
    ...open
      .filter((t) => t.waitingSince !== null)
      .map((t) => ({ started: t.startedAt !== null, crossed: t.limitsCrossed > 0 })),
  ];
  return {
    sum: waits.filter(({ started, crossed }) => started && !crossed).length,
    count: waits.filter(({ started, crossed }) => started || crossed).length,
  };
}

test.each([1, 2])(
  'a random day (%i): the board says what the tickets say, watched or counted afterwards',
  async (seed) => {
    const { database } = await testDatabase();
    const house = buildTestHouse(database, '2026-03-02T01:00:00Z');
    const hall = await buildHall(house);
    const random = new Random(seed);
    // Watching: the fold goes on from where it was, many times in the day.
    for (let i = 0; i < 24; i += 1) {
      await journey(house, hall);
      await playDay(house, hall, random, 12);
    }
    const watched = await journey(house, hall);
    const restarted = buildHouse({ db: database, shared: false, clock: house.clock, secret: house.secret });
    expect(facts(await journey(restarted, hall))).toEqual(facts(watched));
    const counted = await recount(database, hall.id);
    // A day on which nothing of it happened would show nothing.
    expect(counted.sum).toBeGreaterThan(3);
    expect(counted.count - counted.sum).toBeGreaterThan(3);
    expect(figure(watched, 'queue', 'underLimit')).toEqual(counted);
    const crossings = await database.event.count({ where: { hallId: hall.id, kind: 'wait.limitCrossed' } });
    expect(figure(watched, 'queue', 'careCoverage').count).toBe(crossings);
    // And every figure what its recount of the raw events says; much was taken back on such a day.
    const raw = await database.event.findMany({
      where: { hallId: hall.id },
      orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
    });
    expect(raw.some(({ kind }) => kind === 'ticket.undone')).toBe(true);
    const shown = watched.touchpoints.map(({ key, standards }) => [
      key,
      Object.fromEntries(standards.map(({ code, sum, count }) => [code, { sum, count }])),
    ]);
    expect(Object.fromEntries(shown)).toEqual(recountAll(raw as unknown as RawEvent[]));

    // Who is where: the same as the tickets' own states.
    const tickets = (await database.ticket.findMany({ where: { hallId: hall.id, completedAt: null } })).map((t) => ({
      visitId: t.visitId,
      at: { booked: 'arrive', waiting: 'queue', called: 'consult', serving: 'process' }[t.status],
    }));
    const expected = Object.fromEntries(
      TOUCHPOINT_KEYS.map((key) => [key, tickets.filter(({ at }) => at === key).length]),
    );
    expect(Object.fromEntries(watched.touchpoints.map(({ key, here }) => [key, here]))).toEqual(expected);

    for (const { key, passed } of watched.touchpoints) {
      const rows = await database.event.findMany({ where: { hallId: hall.id, touchpoint: key } });
      const visits = new Set(rows.flatMap(({ visitId }) => visitId ?? [])).size;
      expect([key, passed]).toEqual([key, visits + rows.filter(({ visitId }) => !visitId).length]);
    }
  },
);

describe('days that have ended', () => {
  test('are kept once, exact to their events, also those on which the house was down', async () => {
    const { database } = await testDatabase();
    const house = buildTestHouse(database, '2026-03-02T01:00:00Z');
    const hall = await buildHall(house);
    await beginKeepingDays(house);
    await playDay(house, hall, new Random(7), 90);
    const monday = facts(await journey(house, hall)).map(({ here: _, ...rest }) => rest);
    await runDeadlines(house);
    expect(await database.touchpointDay.count()).toBe(0);

    house.setTime('2026-03-02T16:02:00Z');
    await runDeadlines(house);
    await runDeadlines(house);
    expect(await database.touchpointDay.count()).toBe(16);
    const card = await loadScorecard(house, hall.id, 'day', '2026-03-02');
    expect(card?.touchpoints.map(({ previous: _p, trend: _t, ...rest }) => rest)).toEqual(monday);
    expect(facts(await journey(house, hall, '2026-03-02')).map(({ here: _, ...rest }) => rest)).toEqual(monday);

    // Tuesday is played, and nobody is there at its midnight, nor the next.
    house.setTime('2026-03-03T01:00:00Z');
    await playDay(house, hall, new Random(7), 90);
    house.setTime('2026-03-05T01:00:00Z');
    const later = buildTestHouse(database, '2026-03-05T01:00:00Z');
    await runDeadlines(later);
    const kept = await database.touchpointDay.findMany({ distinct: ['serviceDay'], orderBy: { serviceDay: 'asc' } });
    expect(kept.map(({ serviceDay }) => serviceDay)).toEqual(['2026-03-02', '2026-03-03']);

    const week = await loadScorecard(later, hall.id, 'week', '2026-03-04');
    const queue = (of: typeof week) => of?.touchpoints.find(({ key }) => key === 'queue');
    const tuesday = await loadScorecard(later, hall.id, 'day', '2026-03-03');
    expect(week).toMatchObject({ from: '2026-03-02', to: '2026-03-08' });
    expect(queue(week)?.passed).toBe((queue(card)?.passed ?? 0) + (queue(tuesday)?.passed ?? 0));
    expect(queue(tuesday)?.previous.passed).toBe(queue(card)?.passed);
  });

  test('a new hall begins to keep its days without anybody doing anything', async () => {
    const { database } = await testDatabase();
    const house = buildTestHouse(database, '2026-03-02T01:00:00Z');
    await buildHall(house);
    await beginKeepingDays(house);
    await beginKeepingDays(house);
    const deadlines = await database.deadline.findMany({ where: { kind: 'journey.dayEnded' } });
    expect(deadlines.map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-03-02T16:01:00.000Z']);
  });
});

test('behind a number are people and events, without names, page by page', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, '2026-03-02T01:00:00Z');
  const hall = await buildHall(house);
  const guide = { actor: person(hall.id, 'guide') };
  for (let i = 0; i < 5; i += 1)
    await execute(house, guide, issueTicket, {
      hall: hall.id,
      serviceCode: 'cards',
      customer: { name: 'Li Na', phone: '13800000000' },
    });
  const first = await loadBehind(house, hall.id, 'queue', { limit: 3 });
  expect(first?.people.map(({ number, serviceCode }) => [number, serviceCode])).toEqual(
    ['A001', 'A002', 'A003', 'A004', 'A005'].map((number) => [number, 'cards']),
  );
  expect(first?.items.map(({ kind, number }) => [kind, number])).toEqual(
    ['A005', 'A004', 'A003'].map((number) => ['ticket.issued', number]),
  );
  const [version = 0, ordinal = 0] = (first?.nextCursor ?? '').split('.').map(Number);
  const second = await loadBehind(house, hall.id, 'queue', { before: { version, ordinal }, limit: 3 });
  expect(second?.items.map(({ number }) => number)).toEqual(['A002', 'A001']);
  expect(second?.nextCursor).toBeNull();
  expect(JSON.stringify([first, second])).not.toMatch(/Li Na|13800000000/);
});
