import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookSlot, moveBooking } from '@/lib/bookings/commands';
import { openCounter, seeClerks } from '@/lib/counters/commands';
import { readState } from '@/lib/door/execute';
import { runDeadlines, runDuties } from '@/lib/duties/duties';
import type { HallDefinition } from '@/lib/halls/schema';
import { lendItem, stockLoanItems } from '@/lib/loans/commands';
import { issueOffline, reserveNumbers } from '@/lib/offline/commands';
import { momentOf, presentCounterDesk, presentLive } from '@/lib/realtime/presenter';
import { callNext, callTicket, completeTicket, markNoShow, startTicket } from '@/lib/serving/commands';
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
import { type BuiltHall, buildHall, hallDefinition } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

const MONDAY = '2026-03-02';
const TUESDAY = '2026-03-03';
const on = (clock: string, day = MONDAY) => new Date(`${day}T${clock}:00+08:00`).toISOString();

function goTo(clock: string, day?: string): void {
  now = new Date(on(clock, day));
  house.setTime(now);
}

const as = (role: 'guide' | 'clerk' | 'manager', id: string = role): Actor => ({
  kind: 'key',
  id,
  name: id,
  hallId: hall.id,
  role,
});
const guide = () => as('guide');
const clerk = (n = 1) => as('clerk', `${hall.slug} ${n}`);
const nobody: Actor = { kind: 'anonymous' };
const SYSTEM: Actor = { kind: 'system' };

const issue = (more: object = {}) => run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards', ...more });
const book = (at: string) => run(house, nobody, bookSlot, { hall: hall.id, serviceCode: 'cards', at });

/** Cards can be booked every half hour, many at once. */
function bookable(): Partial<HallDefinition> {
  const [cards, broadband] = hallDefinition().services ?? [];
  if (!cards || !broadband) throw new Error('The hall has no services.');
  const perHour = Array.from({ length: 7 }, () => Array<number>(24).fill(200));
  return {
    bookings: true,
    bookingDaysAhead: 3,
    bookingLapseMinutes: 60,
    services: [{ ...cards, bookable: { slotMinutes: 30, perHour } }, broadband],
  };
}

/** Open from the evening until two in the morning. */
const BY_NIGHT = Array.from({ length: 7 }, () => [
  { opens: '00:00', closes: '02:00' },
  { opens: '18:00', closes: '24:00' },
]);
const BY_DAY = Array.from({ length: 7 }, () => [{ opens: '08:00', closes: '18:00' }]);

async function openHall(weeklyHours: HallDefinition['weeklyHours']): Promise<void> {
  hall = await buildHall(house, { ...bookable(), weeklyHours });
}

/** Numbers that two people in the hall have at once. */
async function heldTwice(): Promise<string[]> {
  const rows = await house.db.ticket.findMany({
    where: { hallId: hall.id, status: { in: ['waiting', 'called', 'serving', 'held'] } },
    select: { number: true },
  });
  const numbers = rows.map(({ number }) => number);
  return numbers.filter((number, i) => numbers.indexOf(number) !== i);
}

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, on('09:00'));
  now = new Date(on('09:00'));
});

describe('numbers of a new service day', () => {
  beforeEach(async () => {
    await openHall(BY_NIGHT);
    goTo('23:40');
    for (const n of [1, 2]) await run(house, clerk(n), openCounter, { counterId: hall.counter(n) });
  });

  it('leave out those of customers who are still in the hall, whatever they are doing there', async () => {
    const tickets = [];
    for (let i = 0; i < 7; i++) tickets.push(await issue());
    const [called, served, held, missed, done] = tickets.map(({ id }) => id);
    const call = (n: number, ticketId = '') =>
      run(house, clerk(n), callTicket, { counterId: hall.counter(n), ticketId, reason: 'test' });
    await call(1, served);
    await run(house, clerk(1), startTicket, { ticketId: served ?? '' });
    await call(2, missed);
    await run(house, clerk(2), markNoShow, { ticketId: missed ?? '' });
    await call(2, done);
    await run(house, clerk(2), startTicket, { ticketId: done ?? '' });
    await run(house, clerk(2), completeTicket, { ticketId: done ?? '', outcome: 'done' });
    await call(2, called);
    await run(house, guide(), holdTicket, { ticketId: held ?? '', reason: 'papers' });
    goTo('00:05', TUESDAY);
    expect((await issue()).number).toBe('A008');
    // Letters are apart, and another letter begins as always.
    expect((await issue({ serviceCode: 'broadband' })).number).toBe('B001');
    expect(await heldTwice()).toEqual([]);
    // The one who was missed comes back with his number on his paper: nobody else has it.
    goTo('00:09', TUESDAY);
    await run(house, guide(), resumeTicket, { ticketId: missed ?? '' });
    expect((await issue()).number).toBe('A009');
    expect(await heldTwice()).toEqual([]);
  });

  it('begin as always when nobody is left of the day before', async () => {
    const late = await issue();
    await run(house, guide(), cancelTicket, { ticketId: late.id, reason: 'left' });
    goTo('00:45', TUESDAY);
    expect((await issue()).number).toBe('A001');
  });

  it('a customer who was missed yesterday does not come back with a number that is somebody else’s by now', async () => {
    const late = await issue();
    await run(house, clerk(1), callNext, { counterId: hall.counter(1) });
    await run(house, clerk(1), markNoShow, { ticketId: late.id });
    goTo('00:45', TUESDAY);
    expect((await issue()).number).toBe('A001');
    expect(await refused(house, guide(), resumeTicket, { ticketId: late.id })).toMatchObject({ code: 'day-over' });
  });

  it('are never in the hall twice, with fifty guides at midnight and the late ones still there', async () => {
    for (let i = 0; i < 30; i++) await issue();
    goTo('00:00', TUESDAY);
    const fresh = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        run(house, as('guide', `g${i}`), issueTicket, { hall: hall.id, serviceCode: 'cards' }),
      ),
    );
    expect(new Set(fresh.map(({ number }) => number)).size).toBe(50);
    expect(fresh.map(({ number }) => number).sort()[0]).toBe('A031');
    expect(await heldTwice()).toEqual([]);
  });

  it('a number said by a customer is that of the one who is in the hall with it', async () => {
    const late = await issue();
    await run(house, as('manager'), stockLoanItems, { hall: hall.id, kind: 'umbrella', from: 1, to: 2, deposit: 0 });
    const items = await house.db.loanItem.findMany({ orderBy: { number: 'asc' } });
    goTo('00:05', TUESDAY);
    const loan = await run(house, guide(), lendItem, { itemId: items[0]?.id ?? '', ticketNumber: late.number });
    expect(loan.ticketNumber).toBe(late.number);
    expect(await house.db.loan.findFirstOrThrow()).toMatchObject({ ticketId: late.id });
  });
});

describe('bookings beside a midnight', () => {
  it('have numbers that nobody has who may still be there, whichever was given first', async () => {
    await openHall(BY_NIGHT);
    const tomorrow = await book(on('00:30', TUESDAY));
    expect(tomorrow.number).toBe('A001');
    // Today's first number would be the same: both may be in the hall a little after midnight.
    const today = await book(on('23:30'));
    expect(today.number).toBe('A002');
    expect((await issue()).number).toBe('A003');
    expect((await book(on('01:00', TUESDAY))).number).toBe('A004');
    // Moved to the other day it gets a number of that day, by the same rule.
    const moved = await run(house, as('manager'), moveBooking, { ticketId: today.id, at: on('01:30', TUESDAY) });
    expect(moved.number).toBe('A005');
  });

  it('begin at one each day in a hall that closes for the night', async () => {
    await openHall(BY_DAY);
    expect((await book(on('10:00', TUESDAY))).number).toBe('A001');
    expect((await book(on('10:00'))).number).toBe('A001');
    expect((await issue()).number).toBe('A002');
  });

  it('a customer who checks in while somebody of yesterday has his number gets another, and is told', async () => {
    await openHall(BY_DAY.map(() => [{ opens: '02:00', closes: '18:00' }]));
    const booked = await book(on('02:00', TUESDAY));
    goTo('17:50');
    const late = await issue();
    expect([booked.number, late.number]).toEqual(['A001', 'A001']);
    // Somebody is still at work long after closing.
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    goTo('23:30');
    await run(house, guide(), holdTicket, { ticketId: late.id, reason: 'papers' });
    goTo('02:00', TUESDAY);
    await runDuties(house);
    const here = await run(house, guide(), checkInTicket, { ticketId: booked.id });
    expect(here).toMatchObject({ status: 'waiting', number: 'A002' });
    expect(await heldTwice()).toEqual([]);
    const event = await house.db.event.findFirstOrThrow({ where: { kind: 'ticket.checkedIn' } });
    expect(event.payload).toMatchObject({ number: 'A002', insteadOf: 'A001' });
  });
});

describe('numbers for a break of the connection', () => {
  it('are apart from those that somebody of the day before has', async () => {
    await openHall(BY_NIGHT);
    goTo('23:50');
    await house.db.numberSequence.create({
      data: { hallId: hall.id, serviceDay: MONDAY, letter: 'A', last: 804 },
    });
    house.states.clear();
    expect((await issue()).number).toBe('A805');
    goTo('00:05', TUESDAY);
    const { items } = await run(house, guide(), reserveNumbers, { hall: hall.id, holder: randomUUID() });
    expect(items.find(({ letter }) => letter === 'A')).toMatchObject({ first: 820, last: 839 });
  });
});

describe('papers given out without a connection before midnight', () => {
  it('come in after it with their place, and their numbers are nobody else’s', async () => {
    await openHall(BY_NIGHT);
    goTo('23:40');
    const holder = randomUUID();
    const { items } = await run(house, guide(), reserveNumbers, { hall: hall.id, holder });
    const blockId = items.find(({ letter }) => letter === 'A')?.id ?? '';
    const paper = (number: string, issuedAt: string) =>
      run(house, guide(), issueOffline, {
        hall: hall.id,
        id: randomUUID(),
        holder,
        blockId,
        number,
        issuedAt,
        order: { serviceCode: 'cards' },
      });
    goTo('00:10', TUESDAY);
    const here = await issue();
    const late = await paper('A800', on('23:50'));
    expect(late).toMatchObject({ state: 'taken', ticketNumber: 'A800' });
    const ticket = await house.db.ticket.findUniqueOrThrow({ where: { id: late.ticketId ?? '' } });
    expect(ticket).toMatchObject({ serviceDay: MONDAY, waitingSince: new Date(on('23:50')) });
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    expect((await run(house, clerk(), callNext, { counterId: hall.counter(1) }))?.id).toBe(late.ticketId);
    // The day's figures are kept by now: it is told of the day that has begun, where the journey has its customer.
    const told = await house.db.event.findFirstOrThrow({ where: { ticketId: ticket.id, kind: 'ticket.issued' } });
    expect(told).toMatchObject({ serviceDay: TUESDAY, at: new Date(on('00:00', TUESDAY)) });
    const fresh = await run(house, guide(), reserveNumbers, { hall: hall.id, holder: randomUUID() });
    expect(fresh.items.map(({ letter, first }) => `${letter}${first}`)).toEqual(['A820', 'B820']);
    expect(await heldTwice()).toEqual([]);
    expect(here.number).toBe('A001');
    goTo('06:30', TUESDAY);
    expect(await paper('A801', on('23:55'))).toMatchObject({
      state: 'attention',
      reason: 'day-over',
      mayTakeIn: false,
    });
  });
});

describe('when the service day turns', () => {
  beforeEach(async () => {
    await openHall(BY_NIGHT);
    goTo('23:30');
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
  });

  const live = () => readState(house, hall.id, (state) => presentLive(momentOf(state, now)));
  const desk = () =>
    readState(house, hall.id, (state) => {
      const counter = state.config.counters.find(({ id }) => id === hall.counter(1));
      return counter && presentCounterDesk(momentOf(state, now), counter);
    });

  it('a booking of the last hour is kept until its own rule gives it up, and given up by that', async () => {
    house.setTime(on('09:00'));
    const [late, later] = [await book(on('23:30')), await book(on('23:30'))];
    goTo('00:10', TUESDAY);
    await runDuties(house);
    expect((await run(house, guide(), checkInTicket, { ticketId: late.id })).status).toBe('waiting');
    goTo('00:30', TUESDAY);
    await runDuties(house);
    await runDeadlines(house);
    const events = await house.db.event.findMany({ where: { ticketId: later.id }, orderBy: { version: 'asc' } });
    expect(events.map(({ kind }) => kind)).toContain('booking.lapsed');
    expect(events.map(({ kind }) => kind)).not.toContain('ticket.closedByRule');
  });

  it('the trend of the last two hours goes on from before midnight, and today’s totals begin anew', async () => {
    for (let i = 0; i < 3; i++) {
      const { id } = await issue();
      goTo(`23:${45 + i * 4}`);
      await run(house, clerk(), callNext, { counterId: hall.counter(1) });
      await run(house, clerk(), startTicket, { ticketId: id });
      await run(house, clerk(), completeTicket, { ticketId: id, outcome: 'done' });
    }
    const before = await live();
    const served = (view: typeof before) => view?.trend.reduce((sum, point) => sum + point.served, 0);
    expect([before?.numbers.servedToday, served(before)]).toEqual([3, 3]);
    goTo('00:10', TUESDAY);
    const after = await live();
    expect([after?.numbers.servedToday, served(after)]).toEqual([0, 3]);
    // Loaded again it is the same.
    house.states.clear();
    expect(await live()).toEqual(after);
    goTo('09:00', TUESDAY);
    expect(served(await live())).toBe(0);
  });

  it('the clerk sees what the customer had done before midnight; a finish is taken back over it', async () => {
    const { id } = await issue();
    await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    await run(house, clerk(), startTicket, { ticketId: id });
    goTo('23:55');
    await run(house, clerk(), transferTicket, { ticketId: id, serviceCode: 'broadband' });
    goTo('00:05', TUESDAY);
    await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    expect((await desk())?.ticket?.earlierLegs).toMatchObject([{ serviceCode: 'cards', ending: 'transferred' }]);
    await run(house, clerk(), startTicket, { ticketId: id });
    goTo('23:59', TUESDAY);
    house.setTime(on('23:59', TUESDAY).replace(':00.000Z', ':50.000Z'));
    await run(house, clerk(), completeTicket, { ticketId: id, outcome: 'done' });
    goTo('00:00', '2026-03-04');
    expect((await run(house, clerk(), undoTicket, { ticketId: id })).status).toBe('serving');
    expect((await desk())?.ticket?.earlierLegs).toMatchObject([]);
    expect(await house.db.ticketLeg.count({ where: { ticketId: id } })).toBe(1);
  });

  it('a counter that its clerk forgot to close keeps no ticket open, and what nobody finished has no handling time', async () => {
    await issue();
    await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    const [first] = await house.db.ticket.findMany();
    await run(house, clerk(), startTicket, { ticketId: first?.id ?? '' });
    await issue();
    await run(house, SYSTEM, seeClerks, { hall: hall.id, counterIds: [hall.counter(1)] });
    goTo('03:05', TUESDAY);
    await runDuties(house);
    await runDuties(house);
    const tickets = await house.db.ticket.findMany({ orderBy: { issueOrder: 'asc' } });
    expect(tickets.map(({ status, endReason }) => [status, endReason])).toEqual([
      ['completed', 'closedByRule'],
      ['cancelled', 'closedByRule'],
    ]);
    expect((await live())?.numbers.meanHandlingSeconds).toBeNull();
  });

  it('a counter that was forgotten is open for nobody, and free in the morning', async () => {
    await run(house, SYSTEM, seeClerks, { hall: hall.id, counterIds: [hall.counter(1)] });
    goTo('23:35');
    await runDuties(house);
    const seen = await live();
    expect(seen?.numbers.countersOpen).toBe(0);
    expect(seen?.services.map(({ openCounters }) => openCounters)).toEqual([0, 0]);
    expect(seen?.counters.find(({ number }) => number === 1)).toMatchObject({ state: 'idle' });
    // He may come back.
    goTo('05:34', TUESDAY);
    await runDuties(house);
    expect((await live())?.counters.find(({ number }) => number === 1)).toMatchObject({ state: 'idle' });
    goTo('05:35', TUESDAY);
    await runDuties(house);
    expect((await live())?.counters.find(({ number }) => number === 1)).toMatchObject({ state: 'closed' });
    expect(await house.db.event.count({ where: { kind: 'counter.closed' } })).toBe(1);
    goTo('18:00', TUESDAY);
    await run(house, clerk(2), openCounter, { counterId: hall.counter(1) });
  });

  it('who came before midnight is counted on that day for the staffing, though he left after it', async () => {
    const { id } = await issue();
    goTo('00:05', TUESDAY);
    await run(house, guide(), cancelTicket, { ticketId: id, reason: 'left' });
    goTo('00:10', TUESDAY);
    await runDuties(house);
    expect(await house.db.arrivalCount.findMany()).toMatchObject([{ serviceDay: MONDAY, halfHour: 47, arrivals: 1 }]);
  });
});

describe('whatever happens around midnight', () => {
  it('no two people in the hall have the same number', async () => {
    await openHall(BY_NIGHT);
    const step = fc.record({
      what: fc.constantFrom('issue', 'issue', 'book', 'checkIn', 'call', 'noShow', 'resume', 'hold', 'cancel'),
      minutes: fc.nat({ max: 6 }),
      pick: fc.nat({ max: 50 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        await openNight(round++);
        const known: string[] = [];
        for (const { what, minutes, pick } of steps) {
          now = new Date(now.getTime() + minutes * 60_000);
          house.setTime(now);
          const ticketId = known[pick % Math.max(1, known.length)] ?? 'none';
          const tried: Record<string, () => Promise<unknown>> = {
            issue: async () => known.push((await issue({ channel: pick % 5 === 0 ? 'phone' : 'guide' })).id),
            book: async () => known.push((await book(on(`0${pick % 2}:${pick % 4 < 2 ? '00' : '30'}`, dayAfter()))).id),
            checkIn: () => run(house, guide(), checkInTicket, { ticketId }),
            call: () => run(house, clerk(), callTicket, { counterId: hall.counter(1), ticketId, reason: 'test' }),
            noShow: () => run(house, clerk(), markNoShow, { ticketId }),
            resume: () => run(house, guide(), resumeTicket, { ticketId }),
            hold: () => run(house, guide(), holdTicket, { ticketId, reason: 'papers' }),
            cancel: () => run(house, guide(), cancelTicket, { ticketId, reason: 'left' }),
          };
          // Much of this is refused, as it should be.
          await tried[what]?.().catch(() => null);
          expect(await heldTwice()).toEqual([]);
        }
      }),
      { numRuns: 8 },
    );
  });

  let night = MONDAY;
  const dayAfter = () => new Date(Date.parse(`${night}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

  /** Another hall, another night: a little before midnight. */
  async function openNight(round: number): Promise<void> {
    hall = await buildHall(house, { ...bookable(), slug: `night-${round}`, weeklyHours: BY_NIGHT });
    night = MONDAY;
    goTo('23:00');
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
  }
});
