import { beforeEach, describe, expect, it } from 'vitest';
import { giveCare, takeCare } from '@/lib/care/commands';
import { closeCounter, openCounter, pauseCounter, releaseCounter } from '@/lib/counters/commands';
import { execute, readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { runDuties } from '@/lib/duties/duties';
import { loadHallState } from '@/lib/halls/queries';
import { momentOf, presentBoard, presentCounterDesk, presentLive, presentQueue } from '@/lib/realtime/presenter';
import { callNext, callTicket, completeTicket, markNoShow, recallTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import {
  cancelTicket,
  checkInTicket,
  holdTicket,
  issueTicket,
  resumeTicket,
  transferTicket,
  undoTicket,
} from '@/lib/tickets/commands';
import type { TicketView } from '@/lib/tickets/schema';
import { estimateHall } from '@/lib/waiting/hall-estimate';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

type Key = Extract<Actor, { kind: 'key' }>;

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

const as = (role: Key['role'], id: string = role): Key => ({ kind: 'key', id, name: id, hallId: hall.id, role });
const guide = () => as('guide');
const clerk = (n: number) => as('clerk', `clerk${n}`);

async function issue(serviceCode = 'cards', more: object = {}): Promise<TicketView> {
  return run(house, guide(), issueTicket, { hall: hall.id, serviceCode, ...more });
}

async function next(n: number): Promise<TicketView> {
  const called = await run(house, clerk(n), callNext, { counterId: hall.counter(n) });
  if (!called) throw new Error('Nobody was waiting.');
  return called;
}

async function serve(n: number, seconds = 60): Promise<TicketView> {
  const called = await next(n);
  await run(house, clerk(n), startTicket, { ticketId: called.id });
  pass(seconds);
  return run(house, clerk(n), completeTicket, { ticketId: called.id, outcome: 'done' });
}

const events = async (ticketId: string) =>
  (await house.db.event.findMany({ where: { ticketId }, orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] })).map(
    (e) => e.kind,
  );

beforeEach(async () => {
  const { database } = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house);
  for (const n of [1, 2, 3]) await run(house, clerk(n), openCounter, { counterId: hall.counter(n) });
});

describe('from ticket to goodbye', () => {
  it('records each touchpoint with the change, in its transaction and order', async () => {
    const ticket = await issue('cards', { needs: ['elderly'], customer: { name: 'Li', phone: '13800000000' } });
    expect(ticket).toMatchObject({ number: 'A001', status: 'waiting', peopleAhead: 0 });
    pass(90);
    expect(await next(1)).toMatchObject({ number: 'A001', status: 'called', counterNumber: 1 });
    await run(house, clerk(1), recallTicket, { ticketId: ticket.id });
    pass(30);
    await run(house, clerk(1), startTicket, { ticketId: ticket.id });
    pass(100);
    const done = await run(house, clerk(1), completeTicket, { ticketId: ticket.id, outcome: 'done' });
    expect(done).toMatchObject({ status: 'completed', waitSeconds: 120, handlingSeconds: 100 });
    expect(await events(ticket.id)).toEqual([
      'visit.found',
      'visit.arrived',
      'visit.entered',
      'ticket.issued',
      'ticket.called',
      'ticket.recalled',
      'ticket.started',
      'visit.ended',
      'ticket.completed',
    ]);
    const leg = await house.db.ticketLeg.findFirstOrThrow({ where: { ticketId: ticket.id } });
    expect(leg).toMatchObject({ waitSeconds: 120, handlingSeconds: 100, ending: 'completed', outcome: 'done' });
  });

  it('serves several services in one visit, which ends with the last of them', async () => {
    const first = await issue('cards');
    const second = await issue('broadband', { visitId: first.visitId });
    expect(second).toMatchObject({ visitId: first.visitId, number: 'B001' });
    await serve(1);
    expect((await house.db.visit.findUniqueOrThrow({ where: { id: first.visitId } })).endedAt).toBeNull();
    await serve(3);
    expect((await house.db.visit.findUniqueOrThrow({ where: { id: first.visitId } })).endedAt).not.toBeNull();
  });

  it('gives credit and keeps first come, first served among equals; nobody starves', async () => {
    const ordinary = await issue('cards');
    pass(60);
    const elderly = await issue('cards', { needs: ['elderly'] });
    expect(elderly.peopleAhead).toBe(0);
    const credit = elderly.creditSeconds;
    expect((await next(1)).id).toBe(elderly.id);
    // Somebody with credit who comes later than the credit is worth stays behind.
    pass(credit + 1);
    await issue('cards', { needs: ['elderly'] });
    expect((await next(2)).id).toBe(ordinary.id);
  });

  it('keeps numbers apart by letter and begins again on the next service day of the hall', async () => {
    expect((await issue('cards')).number).toBe('A001');
    expect((await issue('broadband')).number).toBe('B001');
    expect((await issue('cards')).number).toBe('A002');
    for (const n of [1, 2, 1]) await serve(n);
    // 16:00 UTC is midnight in Shanghai.
    pass(14 * 3600);
    expect((await issue('cards')).number).toBe('A001');
  });

  it('rolls over to four digits instead of wrapping', async () => {
    await issue('cards');
    await house.db.numberSequence.updateMany({ where: { hallId: hall.id, letter: 'A' }, data: { last: 999 } });
    house.states.clear();
    expect((await issue('cards')).number).toBe('A1000');
  });
});

describe('counters', () => {
  it('one clerk at one counter, one counter for one clerk', async () => {
    expect(await refused(house, clerk(4), openCounter, { counterId: hall.counter(1) })).toMatchObject({
      code: 'counter-taken',
    });
    expect(await refused(house, clerk(1), openCounter, { counterId: hall.counter(2) })).toMatchObject({
      code: 'counter-taken',
    });
    await run(house, clerk(2), closeCounter, { counterId: hall.counter(2) });
    expect(await refused(house, clerk(1), openCounter, { counterId: hall.counter(2) })).toMatchObject({
      code: 'clerk-elsewhere',
    });
  });

  it('one counter for one clerk, also of two halls and at the same moment', async () => {
    const other = await buildHall(house, { slug: 'other-hall' });
    const roles = [hall, other].map(({ id }) => ({ hallId: id, role: 'clerk' as const }));
    const both: Actor = { kind: 'staff', id: 'both', name: 'Both', sessionId: 's', roles };
    await run(house, clerk(3), closeCounter, { counterId: hall.counter(3) });
    const counters = [hall.counter(3), other.counter(1)];
    for (let round = 0; round < 5; round++) {
      const asked = counters.map((counterId) => execute(house, { actor: both }, openCounter, { counterId }));
      const answers = await Promise.all(asked);
      const [opened, ...more] = answers.flatMap(({ ok }, i) => (ok ? counters[i] : [])) as string[];
      expect(more).toEqual([]);
      expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ failure: { code: 'clerk-elsewhere' } }]);
      await run(house, both, closeCounter, { counterId: opened ?? '' });
    }
  });

  it('calls nobody while paused, with a customer, for another clerk, or for a service it does not take', async () => {
    await issue('cards');
    expect(await refused(house, clerk(2), callNext, { counterId: hall.counter(1) })).toMatchObject({
      code: 'not-your-counter',
    });
    await run(house, clerk(1), pauseCounter, { counterId: hall.counter(1), reason: 'lunch' });
    expect(await refused(house, clerk(1), callNext, { counterId: hall.counter(1) })).toMatchObject({
      code: 'counter-paused',
    });
    expect(await run(house, clerk(3), callNext, { counterId: hall.counter(3) })).toBeNull();
    await next(2);
    expect(await refused(house, clerk(2), callNext, { counterId: hall.counter(2) })).toMatchObject({
      code: 'counter-busy',
    });
    expect(await refused(house, clerk(2), closeCounter, { counterId: hall.counter(2) })).toMatchObject({
      code: 'counter-busy',
    });
  });

  it('a pause may say when it ends: shown until the clerk is back, counted on by the estimates, kept over a restart', async () => {
    for (const n of [2, 3]) await run(house, clerk(n), closeCounter, { counterId: hall.counter(n) });
    await issue('cards');
    const counterId = hall.counter(1);
    const paused = await run(house, clerk(1), pauseCounter, { counterId, reason: 'lunch', plannedSeconds: 900 });
    expect(paused).toMatchObject({ state: 'paused', pausedAt: '2026-03-02T02:00:00.000Z' });
    expect(paused.pauseEndsAt).toBe('2026-03-02T02:15:00.000Z');
    const middle = () =>
      readState(house, hall.id, (state) => [...estimateHall(state, house.clock.now()).tickets.values()][0]!.p50Seconds);
    house.states.clear();
    const planned = await middle();
    expect(planned).toBeGreaterThanOrEqual(900);
    expect(planned).toBeLessThan(960);
    // The plan is over: now what is known of lunches counts.
    pass(901);
    expect(await middle()).toBeGreaterThan(960);
    const event = await house.db.event.findFirstOrThrow({ where: { counterId, kind: 'counter.paused' } });
    expect(event.payload).toMatchObject({ reason: 'lunch', plannedSeconds: 900 });
    expect(await run(house, clerk(1), openCounter, { counterId })).toMatchObject({ pauseEndsAt: null });
    expect(await run(house, clerk(1), pauseCounter, { counterId, reason: 'lunch' })).toMatchObject({
      pauseEndsAt: null,
    });
    for (const plannedSeconds of [0, 59, 90.5, 8 * 3600 + 1])
      expect(
        await refused(house, clerk(1), pauseCounter, { counterId, reason: 'lunch', plannedSeconds }),
      ).toMatchObject({
        code: 'invalid-input',
      });
  });

  it('the services that an open counter is left with are kept over a restart', async () => {
    const counterId = hall.counter(1);
    await run(house, clerk(1), openCounter, { counterId, serviceCodes: ['broadband'] });
    house.states.clear();
    await issue('cards');
    expect(await run(house, clerk(1), callNext, { counterId })).toBeNull();
  });

  it('other services are told as such: nobody comes back who was not away', async () => {
    const counterId = hall.counter(1);
    const told = async () =>
      (
        await house.db.event.findMany({
          where: { counterId, kind: { startsWith: 'counter.' } },
          orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
        })
      ).map(({ kind, payload }) => [kind, (payload as { services?: string[] }).services]);
    await run(house, clerk(1), openCounter, { counterId, serviceCodes: ['broadband'] });
    await run(house, clerk(1), openCounter, { counterId, serviceCodes: ['broadband'] });
    expect((await told()).slice(1)).toEqual([['counter.servicesChanged', ['broadband']]]);
    await run(house, clerk(1), pauseCounter, { counterId, reason: 'break' });
    await run(house, clerk(1), openCounter, { counterId, serviceCodes: ['cards', 'broadband'] });
    expect((await told()).slice(3)).toEqual([
      ['counter.resumed', undefined],
      ['counter.servicesChanged', ['cards', 'broadband']],
    ]);
  });

  it('a pause that goes on for the same reason is one pause, for another reason it is the next', async () => {
    const counterId = hall.counter(1);
    const pauseFor = (reason: string, plannedSeconds?: number) =>
      run(house, clerk(1), pauseCounter, { counterId, reason, plannedSeconds });
    await pauseFor('break', 300);
    pass(400);
    expect(await pauseFor('break', 300)).toMatchObject({
      pausedAt: '2026-03-02T02:00:00.000Z',
      pauseEndsAt: '2026-03-02T02:11:40.000Z',
    });
    pass(200);
    expect(await pauseFor('lunch')).toMatchObject({ pausedAt: '2026-03-02T02:10:00.000Z', pauseEndsAt: null });
    pass(1800);
    await run(house, clerk(1), openCounter, { counterId });
    const learned = await house.db.pauseStat.findMany({ where: { kind: { in: ['break', 'lunch'] } } });
    const secondsOf = (kind: string) =>
      Object.values((learned.find((row) => row.kind === kind)?.stats ?? {}) as Record<string, [number, number]>);
    expect(secondsOf('break')).toEqual([[1, 600]]);
    expect(secondsOf('lunch')).toEqual([[1, 1800]]);
  });

  it('calls out of order with a reason that is kept', async () => {
    await issue('cards');
    const second = await issue('cards');
    const called = await run(house, clerk(1), callTicket, {
      counterId: hall.counter(1),
      ticketId: second.id,
      reason: 'fainted',
    });
    expect(called).toMatchObject({ id: second.id, status: 'called' });
    const event = await house.db.event.findFirstOrThrow({ where: { ticketId: second.id, kind: 'ticket.called' } });
    expect(event.payload).toMatchObject({ outOfOrder: true, reason: 'fainted' });
  });

  it('the customer of a clerk who vanished goes back to the head of the queue', async () => {
    const first = await issue('cards');
    await issue('cards');
    await next(1);
    await run(house, clerk(1), startTicket, { ticketId: first.id });
    expect(
      await refused(house, clerk(2), releaseCounter, { counterId: hall.counter(1), reason: 'gone' }),
    ).toMatchObject({ code: 'forbidden' });
    await run(house, as('shiftLead'), releaseCounter, { counterId: hall.counter(1), reason: 'gone' });
    expect((await next(2)).id).toBe(first.id);
    expect(await refused(house, clerk(1), completeTicket, { ticketId: first.id, outcome: 'done' })).toMatchObject({
      code: 'not-your-counter',
    });
  });

  it('a customer who was only called goes on waiting: his clock does not begin again', async () => {
    const ticket = await issue('cards');
    pass(400);
    await next(1);
    pass(100);
    await run(house, as('shiftLead'), releaseCounter, { counterId: hall.counter(1), reason: 'gone' });
    pass(10);
    expect(await next(2)).toMatchObject({ id: ticket.id, waitSeconds: 510 });
    const stored = await house.db.ticket.findUniqueOrThrow({ where: { id: ticket.id } });
    expect(stored).toMatchObject({ waitingSince: new Date('2026-03-02T02:00:00Z'), status: 'called' });
  });

  it('another clerk cannot take a customer away from a counter', async () => {
    const ticket = await issue('cards');
    await next(1);
    for (const refusal of [
      await refused(house, clerk(2), startTicket, { ticketId: ticket.id }),
      await refused(house, clerk(2), holdTicket, { ticketId: ticket.id, reason: 'x' }),
      await refused(house, clerk(2), transferTicket, { ticketId: ticket.id, serviceCode: 'broadband' }),
      await refused(house, clerk(2), cancelTicket, { ticketId: ticket.id, reason: 'x' }),
    ])
      expect(refusal).toMatchObject({ code: 'not-your-counter', currentState: 'called' });
  });
});

describe('side ways', () => {
  it('hold and resume, no-show and return, transfer with and without the place', async () => {
    const a = await issue('cards');
    const b = await issue('cards');
    await next(1);
    await run(house, clerk(1), holdTicket, { ticketId: a.id, reason: 'fetches papers' });
    expect((await next(1)).id).toBe(b.id);
    pass(70);
    await run(house, clerk(1), markNoShow, { ticketId: b.id });
    await run(house, clerk(1), resumeTicket, { ticketId: a.id });
    expect((await next(1)).id).toBe(a.id);
    await run(house, clerk(1), resumeTicket, { ticketId: b.id });
    const c = await issue('broadband');
    await run(house, clerk(1), transferTicket, { ticketId: a.id, serviceCode: 'broadband' });
    expect((await next(3)).id).toBe(a.id);
    pass(1);
    await run(house, clerk(3), transferTicket, { ticketId: a.id, serviceCode: 'broadband', keepPlace: false });
    expect((await next(3)).id).toBe(c.id);
    await run(house, clerk(3), transferTicket, { ticketId: c.id, counterId: hall.counter(2) });
    expect((await next(2)).id).toBe(b.id);
  });

  it('a ticket meant for a counter is called by that counter only', async () => {
    const ticket = await issue('cards');
    await run(house, guide(), transferTicket, { ticketId: ticket.id, counterId: hall.counter(2) });
    expect(await run(house, clerk(1), callNext, { counterId: hall.counter(1) })).toBeNull();
    expect((await next(2)).id).toBe(ticket.id);
  });

  it('remote tickets are called only after check-in, and their wait starts there', async () => {
    const remote = await issue('cards', { channel: 'booking' });
    expect(remote.status).toBe('booked');
    expect(await run(house, clerk(1), callNext, { counterId: hall.counter(1) })).toBeNull();
    expect(
      await refused(house, clerk(1), callTicket, { counterId: hall.counter(1), ticketId: remote.id, reason: 'x' }),
    ).toMatchObject({ code: 'not-checked-in' });
    pass(600);
    await run(house, guide(), checkInTicket, { ticketId: remote.id });
    pass(5);
    expect(await next(1)).toMatchObject({ id: remote.id, waitSeconds: 5 });
  });

  it('undo takes back each change of the same person for half a minute', async () => {
    const ticket = await issue('cards');
    await next(1);
    expect(await refused(house, clerk(2), undoTicket, { ticketId: ticket.id })).toMatchObject({
      code: 'nothing-to-undo',
    });
    expect(await run(house, clerk(1), undoTicket, { ticketId: ticket.id })).toMatchObject({
      status: 'waiting',
      counterId: null,
      callCount: 0,
    });
    expect(
      (await house.db.announcement.findFirstOrThrow({ where: { ticketId: ticket.id } })).withdrawnAt,
    ).not.toBeNull();
    await serve(1);
    expect(await house.db.ticketLeg.count({ where: { ticketId: ticket.id } })).toBe(1);
    expect(await run(house, clerk(1), undoTicket, { ticketId: ticket.id })).toMatchObject({ status: 'serving' });
    expect(await house.db.ticketLeg.count({ where: { ticketId: ticket.id } })).toBe(0);
    expect((await house.db.visit.findUniqueOrThrow({ where: { id: ticket.visitId } })).endedAt).toBeNull();
    await run(house, clerk(1), completeTicket, { ticketId: ticket.id, outcome: 'done' });
    pass(31);
    expect(await refused(house, clerk(1), undoTicket, { ticketId: ticket.id })).toMatchObject({ code: 'undo-expired' });
  });

  it('a limit that is crossed meanwhile takes nobody the way back, and is crossed once', async () => {
    const ticket = await issue('cards');
    pass(590);
    await next(1);
    pass(15);
    await runDuties(house);
    const crossings = async () => (await events(ticket.id)).filter((kind) => kind === 'wait.limitCrossed').length;
    expect(await crossings()).toBe(1);
    expect(await run(house, clerk(1), undoTicket, { ticketId: ticket.id })).toMatchObject({
      status: 'waiting',
      flaggedAt: expect.any(String),
    });
    await runDuties(house);
    expect(await crossings()).toBe(1);
    expect(await house.db.careVisit.count({ where: { ticketId: ticket.id, state: 'open' } })).toBe(1);
    pass(600);
    await runDuties(house);
    expect(await crossings()).toBe(2);
  });

  it('care that was asked for in a step that is taken back is asked for no more', async () => {
    const ticket = await issue('cards');
    pass(580);
    await next(1);
    await run(house, clerk(1), markNoShow, { ticketId: ticket.id });
    await run(house, clerk(1), resumeTicket, { ticketId: ticket.id });
    pass(25);
    await runDuties(house);
    expect(await house.db.careVisit.count({ where: { ticketId: ticket.id, state: 'open' } })).toBe(1);
    expect(await run(house, clerk(1), undoTicket, { ticketId: ticket.id })).toMatchObject({ status: 'noShow' });
    expect(await house.db.careVisit.count({ where: { ticketId: ticket.id, state: 'open' } })).toBe(0);
  });

  it('undo of a finish waits for a free counter; undo of an issue leaves no ghost in the queue', async () => {
    const first = await issue('cards');
    await issue('cards');
    await serve(1);
    await next(1);
    expect(await refused(house, clerk(1), undoTicket, { ticketId: first.id })).toMatchObject({ code: 'counter-busy' });
    const mistake = await issue('cards');
    expect(await run(house, guide(), undoTicket, { ticketId: mistake.id })).toMatchObject({
      status: 'cancelled',
      endReason: 'issuedByMistake',
    });
    expect(await run(house, clerk(2), callNext, { counterId: hall.counter(2) })).toBeNull();
    expect((await issue('cards')).number).toBe('A004');
  });

  it.each(['waiting', 'called', 'serving', 'completed'] as const)(
    'refuses what "%s" does not allow, with the state',
    async (state) => {
      const ticket = await issue('cards');
      if (state !== 'waiting') await next(1);
      if (state === 'serving' || state === 'completed')
        await run(house, clerk(1), startTicket, { ticketId: ticket.id });
      if (state === 'completed') await run(house, clerk(1), completeTicket, { ticketId: ticket.id, outcome: 'done' });
      const before = await house.db.event.count();
      const wrong = state === 'called' ? resumeTicket : startTicket;
      const refusal =
        state === 'called'
          ? await refused(house, clerk(1), wrong, { ticketId: ticket.id })
          : await refused(house, clerk(1), wrong, { ticketId: ticket.id });
      expect(refusal).toMatchObject({ code: 'wrong-state', currentState: state });
      expect(await house.db.event.count()).toBe(before);
    },
  );
});

describe('ten minutes, driven by time alone', () => {
  it('flags at 10:00, asks for care, escalates after two minutes, asks again after each further ten', async () => {
    const ticket = await issue('cards');
    for (const n of [1, 2]) await run(house, clerk(n), pauseCounter, { counterId: hall.counter(n), reason: 'meeting' });
    pass(599);
    await runDuties(house);
    expect((await events(ticket.id)).includes('wait.limitCrossed')).toBe(false);
    pass(1);
    await runDuties(house);
    await runDuties(house);
    expect((await events(ticket.id)).filter((kind) => kind === 'wait.limitCrossed')).toHaveLength(1);
    const views = await readState(house, hall.id, (state) => {
      const moment = momentOf(state, now);
      const counter = state.config.counters.find((c) => c.number === 1);
      return {
        board: presentBoard(moment).overLimit,
        queue: presentQueue(moment),
        live: presentLive(moment).numbers,
        counter: counter ? presentCounterDesk(moment, counter).flagged : 0,
      };
    });
    expect(views).toMatchObject({
      board: [{ number: 'A001', coming: false }],
      queue: {
        care: [{ number: 'A001', state: 'open', escalatedAt: null }],
        waiting: [{ flaggedAt: now.toISOString() }],
      },
      live: { overLimit: 1, careOpen: 1 },
      counter: 1,
    });
    pass(120);
    await runDuties(house);
    expect(await house.db.careVisit.findMany({ select: { state: true, escalatedAt: true } })).toEqual([
      { state: 'open', escalatedAt: now },
    ]);
    await run(house, as('floor'), takeCare, { ticketId: ticket.id });
    expect(await refused(house, as('guide'), takeCare, { ticketId: ticket.id })).toMatchObject({ code: 'care-taken' });
    expect(await run(house, as('floor'), giveCare, { ticketId: ticket.id, action: 'tea' })).toMatchObject({
      state: 'done',
      action: 'tea',
      crossing: 1,
    });
    pass(480);
    await runDuties(house);
    expect(await house.db.careVisit.count({ where: { crossing: 2, state: 'open' } })).toBe(1);
    await run(house, clerk(1), openCounter, { counterId: hall.counter(1) });
    await serve(1);
    expect(await house.db.careVisit.count({ where: { crossing: 2, state: 'lapsed' } })).toBe(1);
    await runDuties(house);
    expect((await events(ticket.id)).filter((kind) => kind === 'wait.limitCrossed')).toHaveLength(2);
  });

  it('does what was due while the house was down at its return, once', async () => {
    const ticket = await issue('cards');
    pass(900);
    house.states.clear();
    await runDuties(house);
    await runDuties(house);
    expect((await events(ticket.id)).filter((kind) => kind === 'wait.limitCrossed')).toHaveLength(1);
  });

  it('flags early when the estimate says that the limit will be crossed', async () => {
    for (const n of [1, 2]) await run(house, clerk(n), closeCounter, { counterId: hall.counter(n) });
    await run(house, clerk(1), openCounter, { counterId: hall.counter(1) });
    for (let i = 0; i < 12; i++) await issue('cards');
    await runDuties(house);
    const flagged = await house.db.ticket.findMany({
      where: { earlyFlaggedAt: { not: null } },
      orderBy: { issueOrder: 'asc' },
    });
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.length).toBeLessThan(12);
    expect(flagged.at(-1)?.number).toBe('A012');
    expect(flagged.some((t) => t.number === 'A001')).toBe(false);
  });

  it('closes what is left by the rule of the end of the day, each with its event', async () => {
    const waiting = await issue('cards');
    const served = await issue('cards');
    await run(house, clerk(1), callTicket, { counterId: hall.counter(1), ticketId: served.id, reason: 'x' });
    await run(house, clerk(1), startTicket, { ticketId: served.id });
    pass(23 * 3600);
    await runDuties(house);
    expect(await house.db.ticket.findMany({ select: { status: true }, orderBy: { issueOrder: 'asc' } })).toEqual([
      { status: 'cancelled' },
      { status: 'completed' },
    ]);
    expect(await events(waiting.id)).toContain('ticket.closedByRule');
  });

  it('learns handling times once nobody can take them back', async () => {
    await issue('cards');
    await serve(1, 240);
    await runDuties(house);
    expect(await house.db.learnedStat.count()).toBe(0);
    pass(31);
    await runDuties(house);
    await runDuties(house);
    // The service's, that of the hour; the program at the counter is no clerk.
    const rows = await house.db.learnedStat.findMany();
    expect(rows.map(({ stats }) => stats)).toEqual(
      Array(2).fill(expect.objectContaining({ call: [1, expect.any(Number)] })),
    );
  });
});

describe('state in memory', () => {
  it('is the same as what the database says, after a whole day of everything', async () => {
    const random = seeded(7);
    const tickets: string[] = [];
    for (let step = 0; step < 250; step++) {
      pass(Math.floor(random() * 40));
      const n = 1 + Math.floor(random() * 3);
      const customer = await readState(house, hall.id, (s) =>
        [...s.tickets.values()].find(
          (t) => t.counterId === hall.counter(n) && (t.status === 'called' || t.status === 'serving'),
        ),
      );
      const some = tickets[Math.floor(random() * tickets.length)];
      const act = random();
      const attempt = <T>(promise: Promise<T>) => promise.catch(() => null);
      if (act < 0.35) tickets.push((await issue(random() < 0.5 ? 'cards' : 'broadband')).id);
      else if (act < 0.75) {
        if (!customer) await attempt(next(n));
        else if (customer.status === 'called')
          await attempt(run(house, clerk(n), startTicket, { ticketId: customer.id }));
        else await attempt(run(house, clerk(n), completeTicket, { ticketId: customer.id, outcome: 'done' }));
      } else if (act < 0.8 && some) await attempt(run(house, clerk(n), holdTicket, { ticketId: some, reason: 'x' }));
      else if (act < 0.85 && some) await attempt(run(house, clerk(n), resumeTicket, { ticketId: some }));
      else if (act < 0.9 && some) await attempt(run(house, clerk(n), undoTicket, { ticketId: some }));
      else if (act < 0.94 && some)
        await attempt(run(house, clerk(n), transferTicket, { ticketId: some, serviceCode: 'broadband' }));
      else if (act < 0.97 && customer) await attempt(run(house, clerk(n), markNoShow, { ticketId: customer.id }));
      else if (some) await attempt(run(house, guide(), cancelTicket, { ticketId: some, reason: 'left' }));
      await runDuties(house);
    }
    const inMemory = await snapshot(house);
    const stored = await loadHallState(house.db, hall.id, now);
    expect(inMemory).toEqual(stored && comparable(stored));
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

type State = NonNullable<Awaited<ReturnType<typeof loadHallState>>>;

/** What both must agree on: rows by their ids; order of the maps does not matter. */
function comparable(state: State): object {
  const rows = <T>(map: Map<string, T>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const plain = (value: object) => JSON.parse(JSON.stringify(value)) as object;
  return plain({
    tickets: Object.fromEntries(
      Object.entries(rows(state.tickets)).map(([id, t]) => [id, { ...t, undo: t.undo?.event ?? null }]),
    ),
    sessions: rows(state.sessions),
    announcements: state.announcements,
    legs: state.legs
      .map(({ id, waitSeconds, handlingSeconds, ending }) => ({ id, waitSeconds, handlingSeconds, ending }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    issuedToday: state.issuedToday,
    sequences: rows(state.sequences),
    version: state.version,
  });
}

async function snapshot(of: House): Promise<object> {
  const state = await readState(of, hall.id, comparable);
  if (!state) throw new Error('no hall');
  return state;
}
