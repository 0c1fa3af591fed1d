import { beforeEach, describe, expect, it } from 'vitest';
import { bookSlot, moveBooking } from '@/lib/bookings/commands';
import { findOpenBooking, listBookings } from '@/lib/bookings/queries';
import { openCounter } from '@/lib/counters/commands';
import { runDeadlines } from '@/lib/duties/duties';
import { callNext, markNoShow } from '@/lib/serving/commands';
import { saveException } from '@/lib/settings/commands';
import type { Actor } from '@/lib/staff/actor';
import {
  cancelTicket,
  checkInTicket,
  issueTicket,
  postponeTicket,
  resumeTicket,
  undoTicket,
} from '@/lib/tickets/commands';
import { find } from '@/lib/touchpoints/find';
import type { JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall, hallDefinition } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

const nobody: Actor = { kind: 'anonymous' };
const SYSTEM: Actor = { kind: 'system' };

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

/** Monday, 2 March 2026, 09:00 in Shanghai; the hall is open 08:00 to 18:00 and gives two times an hour, each twice. */
const MONDAY_9 = '2026-03-02T01:00:00Z';
const on = (clock: string, day = '2026-03-02') => new Date(`${day}T${clock}:00+08:00`).toISOString();
const goTo = (clock: string, day?: string) => {
  now = new Date(on(clock, day));
  house.setTime(now);
};

const guide = (): Actor => ({ kind: 'key', id: 'g', name: 'g', hallId: hall.id, role: 'guide' });
const clerk = (): Actor => ({ kind: 'key', id: 'c', name: 'c', hallId: hall.id, role: 'clerk' });
const manager = (): Actor => ({ kind: 'key', id: 'm', name: 'm', hallId: hall.id, role: 'manager' });
const customer = ({ id, visitId }: { id: string; visitId: string }): Actor => ({
  kind: 'customer',
  ticketId: id,
  visitId,
  hallId: hall.id,
});
const book = (at: string, more: object = {}) =>
  run(house, nobody, bookSlot, { hall: hall.id, serviceCode: 'cards', at, ...more });
const notBooked = async (at: string, more: object = {}) =>
  (await refused(house, nobody, bookSlot, { hall: hall.id, serviceCode: 'cards', at, ...more })).code;
const checkIn = (ticket: { id: string; visitId: string }, more: object = {}) =>
  run(house, customer(ticket), checkInTicket, { ticketId: ticket.id, ...more });
const kinds = async (ticketId: string) =>
  (await house.db.event.findMany({ where: { ticketId }, orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] })).map(
    ({ kind }) => kind,
  );
const queueAt = async (id: string) => (await house.db.ticket.findUniqueOrThrow({ where: { id } })).queueAt;
async function passTime(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await runDeadlines(house);
}

/** Cards can be booked every half hour; with half of them kept for people who just come, twice each time. */
function bookableServices() {
  const [cards, broadband] = hallDefinition().services ?? [];
  if (!cards || !broadband) throw new Error('The hall has no services.');
  const perHour = Array.from({ length: 7 }, () => Array<number>(24).fill(8));
  return [{ ...cards, bookable: { slotMinutes: 30 as const, perHour } }, broadband];
}

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, MONDAY_9);
  now = new Date(MONDAY_9);
  hall = await buildHall(house, {
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '08:00', closes: '18:00' }]),
    bookings: true,
    bookingDaysAhead: 3,
    bookingWalkInShare: 50,
    services: bookableServices(),
  });
});

describe('a booking', () => {
  it('is a number of its day, held until its customer comes', async () => {
    const own = await book(on('15:00', '2026-03-03'), { customer: { name: 'Li' } });
    expect(own).toMatchObject({ number: 'A001', status: 'booked', channel: 'booking', customerClass: 'booked' });
    // Nothing of tomorrow is in today's hall: today's first number is still the first.
    const walkIn = await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    expect(walkIn.number).toBe('A001');
    await run(house, guide(), cancelTicket, { ticketId: walkIn.id, reason: 'left' });
    expect((await book(on('15:00', '2026-03-03'))).number).toBe('A002');
    goTo('09:00', '2026-03-03');
    expect((await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' })).number).toBe('A003');
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    goTo('14:50', '2026-03-03');
    const late = await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    goTo('14:55', '2026-03-03');
    expect((await checkIn(own)).status).toBe('waiting');
    // Booked for 15:00 with ten minutes of credit: his place is 14:50, and the one who came then has waited as long.
    expect(await queueAt(own.id)).toEqual(new Date(on('14:50', '2026-03-03')));
    expect((await run(house, clerk(), callNext, { counterId: hall.counter(1) }))?.number).toBe('A003');
    expect(late.number).toBe('A004');
    expect(await kinds(own.id)).toEqual(['visit.found', 'booking.made', 'visit.arrived', 'ticket.checkedIn']);
  });

  it('is refused for what is no slot, too far ahead, past, full, or not bookable', async () => {
    expect(await notBooked(on('15:10'))).toBe('slot-unavailable');
    expect(await notBooked(on('18:00'))).toBe('slot-unavailable');
    expect(await notBooked(on('08:30'))).toBe('slot-unavailable');
    expect(await notBooked(on('10:00', '2026-03-06'))).toBe('slot-unavailable');
    expect(await notBooked(on('10:00'), { serviceCode: 'broadband' })).toBe('bookings-off');
    expect(await notBooked(on('10:00'), { serviceCode: 'none' })).toBe('invalid-input');
    await book(on('10:00'));
    await book(on('10:00'));
    expect(await notBooked(on('10:00'))).toBe('slot-full');
    await book(on('10:30'));
    expect(
      (await refused(house, nobody, issueTicket, { hall: hall.id, serviceCode: 'cards', channel: 'booking' })).code,
    ).toBe('remote-not-allowed');
  });

  it('is one for each device and person, until it has ended', async () => {
    const own = await book(on('15:00'), { device: 'd', person: 'p' });
    expect(await notBooked(on('16:00'), { device: 'd' })).toBe('booking-open');
    expect(await notBooked(on('16:00'), { device: 'e', person: 'p' })).toBe('booking-open');
    expect(await findOpenBooking(house.db, hall.id, { device: 'd' })).toBe(own.id);
    await run(house, customer(own), cancelTicket, { ticketId: own.id, reason: 'other' });
    await book(on('15:00'), { device: 'd', person: 'p' });
  });

  it('gives its place back when it is cancelled, and takes it again when that is taken back', async () => {
    const own = await book(on('15:00'));
    await book(on('15:00'));
    await run(house, guide(), cancelTicket, { ticketId: own.id, reason: 'called' });
    const third = await book(on('15:00'));
    expect((await refused(house, guide(), undoTicket, { ticketId: own.id })).code).toBe('slot-full');
    await run(house, guide(), cancelTicket, { ticketId: third.id, reason: 'called' });
    expect((await run(house, guide(), undoTicket, { ticketId: own.id })).status).toBe('booked');
    expect(await notBooked(on('15:00'))).toBe('slot-full');
  });

  it('moves to another time, with a number of that day, until the rule’s time', async () => {
    const own = await book(on('15:00'));
    const move = (at: string) => run(house, customer(own), moveBooking, { ticketId: own.id, at });
    expect(await move(on('15:30'))).toMatchObject({ number: 'A001', bookedFor: on('15:30') });
    await book(on('11:00', '2026-03-03'));
    expect(await move(on('11:00', '2026-03-03'))).toMatchObject({ number: 'A002', status: 'booked' });
    expect((await listBookings(house.db, hall.id, { from: '2026-03-02', to: '2026-03-02' })).length).toBe(0);
    await move(on('15:00'));
    goTo('14:31');
    for (const [command, more] of [
      [moveBooking, { at: on('16:00') }],
      [cancelTicket, { reason: 'other' }],
    ] as const)
      expect(
        (
          await refused(house, customer(own), command as typeof moveBooking, {
            ticketId: own.id,
            ...(more as { at: string }),
          })
        ).code,
      ).toBe('booking-fixed');
    expect((await run(house, guide(), moveBooking, { ticketId: own.id, at: on('16:00') })).bookedFor).toBe(on('16:00'));
    expect((await refused(house, customer(own), postponeTicket, { ticketId: own.id })).code).toBe('wrong-state');
  });
});

describe('arriving', () => {
  it('too early is told from when, or takes the place of a newcomer and gives the time back', async () => {
    const own = await book(on('15:00'));
    goTo('14:44');
    const early = await refused(house, customer(own), checkInTicket, { ticketId: own.id });
    expect(early).toMatchObject({ code: 'check-in-early', detail: expect.stringContaining(on('14:45')) });
    await checkIn(own, { takeNow: true });
    expect(await queueAt(own.id)).toEqual(now);
    await book(on('15:00'));
    await book(on('15:00'));
  });

  it('late takes the place of a newcomer', async () => {
    const own = await book(on('15:00'));
    goTo('15:11');
    await checkIn(own);
    expect(await queueAt(own.id)).toEqual(now);
  });

  it('is reminded of once, and lapses once when nobody comes', async () => {
    const own = await book(on('15:00'));
    goTo('14:01');
    await passTime();
    goTo('15:29');
    await passTime();
    expect((await house.db.ticket.findUniqueOrThrow({ where: { id: own.id } })).status).toBe('booked');
    goTo('15:30');
    await passTime();
    expect(await house.db.ticket.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
      status: 'noShow',
      endReason: 'noShow',
    });
    expect((await kinds(own.id)).filter((kind) => kind.startsWith('booking.'))).toEqual([
      'booking.made',
      'booking.reminder',
      'booking.lapsed',
    ]);
    // Who comes after all is brought into the queue as one who has just come.
    goTo('15:40');
    const back = await run(house, guide(), resumeTicket, { ticketId: own.id });
    expect(back).toMatchObject({ status: 'waiting', arrivedAt: now.toISOString() });
    expect(back.waitSeconds).toBe(0);
  });

  it('that the hotline made says so when its caller comes and when he does not', async () => {
    const hotline: Actor = { kind: 'key', id: 'h', name: 'h', hallId: hall.id, role: 'hotline' };
    const call = (at: string, who: Actor) => run(house, who, bookSlot, { hall: hall.id, serviceCode: 'cards', at });
    const came = await call(on('10:00'), hotline);
    await call(on('10:30'), hotline);
    const byGuide = await call(on('10:00'), guide());
    goTo('09:58');
    await checkIn(came);
    await checkIn(byGuide);
    goTo('12:00');
    await passTime();
    const told = await house.db.event.findMany({
      where: { hallId: hall.id, kind: { in: ['visit.arrived', 'booking.lapsed'] } },
      orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
    });
    expect(told.map(({ kind, payload }) => [kind, (payload as { hotline?: boolean }).hotline === true])).toEqual([
      ['visit.arrived', true],
      ['visit.arrived', false],
      ['booking.lapsed', true],
    ]);
    const callers = (find.standards as readonly Standard[]).find(({ code }) => code === 'callersCame');
    const memory = callers?.begin();
    for (const event of told) callers?.take(memory, event as unknown as JourneyEvent);
    expect(callers?.measure(memory)).toEqual({ sum: 1, count: 2 });
  });

  it('is not reminded of and does not lapse when the customer has come or given it up', async () => {
    const came = await book(on('15:00'));
    const left = await book(on('15:00'));
    await run(house, customer(left), cancelTicket, { ticketId: left.id, reason: 'other' });
    goTo('14:50');
    await checkIn(came);
    goTo('17:00');
    await passTime();
    expect(await kinds(left.id)).not.toContain('booking.lapsed');
    expect(await kinds(came.id)).not.toContain('booking.lapsed');
    expect(await house.db.deadline.count({ where: { subjectId: { in: [came.id, left.id] } } })).toBe(0);
  });
});

describe('in a hall that is open over midnight', () => {
  const TUESDAY = '2026-03-03';
  const called = () => run(house, clerk(), callNext, { counterId: hall.counter(1) });

  beforeEach(async () => {
    hall = await buildHall(house, {
      slug: 'by-night',
      weeklyHours: Array.from({ length: 7 }, () => [
        { opens: '00:00', closes: '02:00' },
        { opens: '20:00', closes: '24:00' },
      ]),
      bookings: true,
      bookingLapseMinutes: 60,
      services: bookableServices(),
    });
  });

  it('a booking after midnight is checked in from the beginning of its day on, and keeps its place', async () => {
    const own = await book(on('00:00', TUESDAY));
    expect(own.number).toBe('A001');
    goTo('23:50');
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    // Two of A001 in the hall would be one too many.
    const walkIn = await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    expect(walkIn.number).toBe('A002');
    for (const actor of [customer(own), guide()])
      for (const takeNow of [false, true])
        expect(await refused(house, actor, checkInTicket, { ticketId: own.id, takeNow })).toMatchObject({
          code: 'check-in-early',
          detail: expect.stringContaining(on('00:00', TUESDAY)),
        });
    expect((await called())?.id).toBe(walkIn.id);
    await run(house, clerk(), markNoShow, { ticketId: walkIn.id });

    goTo('00:01', TUESDAY);
    await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    await checkIn(own);
    // On time: the place of 00:00 less the ten minutes of a booking.
    expect(await queueAt(own.id)).toEqual(new Date(on('23:50')));
    expect((await called())?.id).toBe(own.id);
  });

  it('a booking before midnight is checked in late after it', async () => {
    const own = await book(on('23:30'));
    goTo('00:10', TUESDAY);
    await passTime();
    expect((await checkIn(own)).status).toBe('waiting');
    expect(await queueAt(own.id)).toEqual(now);
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    expect((await called())?.id).toBe(own.id);
  });
});

describe('the contingent', () => {
  it('is one booking for a device that asks ten times at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        book(on(i % 2 ? '15:00' : '16:00'), { device: 'one' }).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('shows bookings on a day that was closed afterwards', async () => {
    const own = await book(on('15:00', '2026-03-04'));
    const reason = { 'zh-CN': '停电', en: 'Power cut', es: 'Corte de luz' };
    await run(house, SYSTEM, saveException, { hall: hall.id, date: '2026-03-04', hours: [], reason });
    expect(await notBooked(on('15:30', '2026-03-04'))).toBe('slot-unavailable');
    const [row] = await listBookings(house.db, hall.id, { from: '2026-03-04', to: '2026-03-04', open: true });
    expect(row).toMatchObject({ ticketId: own.id, number: 'A001' });
    expect((await run(house, manager(), moveBooking, { ticketId: own.id, at: on('15:00') })).status).toBe('booked');
  });
});
