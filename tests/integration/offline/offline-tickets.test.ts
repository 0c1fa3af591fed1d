import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/lib/door/execute';
import { runDeadlines, runDuties } from '@/lib/duties/duties';
import { issueOffline, reserveNumbers, settleOffline } from '@/lib/offline/commands';
import type { NumberBlocks, OfflineTicketView } from '@/lib/offline/schema';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

const guide = (n = 1): Actor => ({ kind: 'key', id: `guide-${n}`, name: `Guide ${n}`, hallId: hall.id, role: 'guide' });

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();

const reserve = (holder: string, by = guide()): Promise<NumberBlocks> =>
  run(house, by, reserveNumbers, { hall: hall.id, holder });

/** The first number of the desk's block of a letter, unless told otherwise. */
function given(holder: string, { items }: NumberBlocks, over: Record<string, unknown> = {}) {
  const block = items.find(({ letter }) => letter === 'A');
  return {
    hall: hall.id,
    id: randomUUID(),
    holder,
    blockId: block?.id ?? '',
    number: `A${block?.first}`,
    issuedAt: now.toISOString(),
    order: { serviceCode: 'cards' },
    ...over,
  };
}

const send = (input: ReturnType<typeof given>): Promise<OfflineTicketView> => run(house, guide(), issueOffline, input);
const ticketOf = (row: OfflineTicketView) => house.db.ticket.findUniqueOrThrow({ where: { id: row.ticketId ?? '' } });
const eventsOf = (kind: string) => house.db.event.findMany({ where: { hallId: hall.id, kind } });

beforeEach(async () => {
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse((await testDatabase()).database);
  house.setTime(now);
  hall = await buildHall(house);
});

describe('numbers kept for a break', () => {
  it('are of one desk alone, of every service, and no more than it needs', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const [first, second] = await Promise.all([reserve(one), reserve(two, guide(2))]);
    const spans = (blocks: NumberBlocks) => blocks.items.map((b) => `${b.letter}${b.first}-${b.last}`);
    expect([...spans(first), ...spans(second)].sort()).toEqual(['A800-819', 'A820-839', 'B800-819', 'B820-839']);
    expect(await reserve(one)).toEqual(first);
  });

  it('are left out by those who issue with a connection', async () => {
    await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    await reserve(randomUUID());
    await house.db.numberSequence.updateMany({ where: { letter: 'A' }, data: { last: 799 } });
    house.states.clear();
    expect((await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' })).number).toBe('A820');
    // What is given out already is reserved for nobody.
    const { items } = await reserve(randomUUID());
    expect(items[0]).toMatchObject({ letter: 'A', first: 840, last: 859 });
  });

  it('grow when few are left, and what nobody got is explained when the day has ended', async () => {
    const desk = randomUUID();
    const blocks = await reserve(desk);
    for (let i = 0; i < 11; i++) await send(given(desk, blocks, { number: `A${800 + i}` }));
    const more = await reserve(desk);
    expect(more.items.map(({ letter, first }) => `${letter}${first}`)).toEqual(['A800', 'B800', 'A820']);
    expect(more.items[0]?.given).toHaveLength(11);
    now = new Date('2026-03-02T16:00:01Z');
    house.setTime(now);
    // A new day, new numbers: but for those of papers that may still come in, as the hall is open over midnight.
    expect((await reserve(desk)).items.map(({ letter, first }) => `${letter}${first}`)).toEqual(['A840', 'B820']);
    await runDeadlines(house);
    expect(await eventsOf('numbers.unused')).toEqual([]);
    now = new Date('2026-03-02T22:00:01Z');
    house.setTime(now);
    await runDeadlines(house);
    await runDeadlines(house);
    const explained = (await eventsOf('numbers.unused')).map(({ payload }) => payload);
    expect(explained).toEqual(
      expect.arrayContaining([
        { serviceDay: '2026-03-02', letter: 'A', first: 800, last: 819, given: 11, unused: 9 },
        { serviceDay: '2026-03-02', letter: 'A', first: 820, last: 839, given: 0, unused: 20 },
      ]),
    );
    expect(explained).toHaveLength(3);
  });
});

describe('a ticket that was given out without a connection', () => {
  it('stands in the queue by its time of issue, with its wait and its flag, once', async () => {
    const desk = randomUUID();
    const blocks = await reserve(desk);
    pass(1200);
    const online = await run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    pass(300);
    const input = given(desk, blocks, { issuedAt: ago(960), order: { serviceCode: 'cards', needs: [] } });
    const [sent, again] = await Promise.all([send(input), send(input)]);
    expect(again).toEqual(sent);
    expect(sent).toMatchObject({ state: 'taken', number: 'A800', ticketNumber: 'A800', timeMoved: false });
    const ticket = await ticketOf(sent);
    expect(ticket).toMatchObject({ status: 'waiting', number: 'A800', channel: 'guide' });
    expect(ticket.queueAt).toEqual(new Date(input.issuedAt as string));
    expect(house.states.get(hall.id)?.tickets.get(online.id)?.queueAt?.getTime()).toBeGreaterThan(
      ticket.queueAt?.getTime() ?? 0,
    );
    await runDuties(house);
    await runDuties(house);
    const crossed = await house.db.event.findMany({ where: { ticketId: ticket.id, kind: 'wait.limitCrossed' } });
    expect(crossed).toHaveLength(1);
    expect(crossed[0]?.payload).toMatchObject({ crossing: 1, waitSeconds: 960 });
    const issued = await house.db.event.findFirstOrThrow({ where: { ticketId: ticket.id, kind: 'ticket.issued' } });
    expect(issued.at).toEqual(ticket.issuedAt);
    expect(await house.db.ticket.count()).toBe(2);
  });

  it('takes back the ticket of an issue whose answer never came', async () => {
    const desk = randomUUID();
    const blocks = await reserve(desk);
    const lost = await execute(house, { actor: guide(), idempotencyKey: 'lost' }, issueTicket, {
      hall: hall.id,
      serviceCode: 'cards',
    });
    await send(given(desk, blocks, { attempt: 'lost' }));
    const id = lost.ok ? lost.value.id : '';
    expect(await house.db.ticket.findUnique({ where: { id } })).toMatchObject({ status: 'cancelled' });
    expect([...(house.states.get(hall.id)?.tickets.values() ?? [])].filter((t) => t.status === 'waiting')).toHaveLength(
      1,
    );
  });

  it('is kept and shown where it cannot be taken over by itself', async () => {
    const desk = randomUUID();
    const blocks = await reserve(desk);
    pass(600);
    const reasonOf = async (over: Record<string, unknown>) => (await send(given(desk, blocks, over))).reason;
    expect(await reasonOf({ number: 'A999' })).toBe('number-unknown');
    expect(await reasonOf({ holder: randomUUID(), number: 'A801' })).toBe('number-unknown');
    expect(await reasonOf({ number: 'A802', issuedAt: ago(-600) })).toBe('time-wrong');
    expect(await reasonOf({ number: 'A803', issuedAt: ago(1200) })).toBe('time-wrong');
    expect(await reasonOf({ number: 'A804', order: { serviceCode: 'gone' } })).toBe('service-off');
    expect(await reasonOf({ number: 'A805', order: { serviceCode: 'cards', needs: ['gone'] } })).toBe('unreadable');
    expect(await reasonOf({ number: 'A806', order: { serviceCode: 'cards', customer: { phone: 'x' } } })).toBe(
      'unreadable',
    );
    expect(await reasonOf({ number: 'A800' })).toBeNull();
    expect(await reasonOf({ number: 'A800' })).toBe('number-taken');
    // A little outside its bounds, the time is moved to them.
    const skewed = await send(given(desk, blocks, { number: 'A807', issuedAt: ago(-60) }));
    expect(skewed).toMatchObject({ state: 'taken', timeMoved: true });
    expect((await ticketOf(skewed)).issuedAt).toEqual(now);
    const withdrawn = await send(given(desk, blocks, { number: 'A808', withdrawn: true }));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', ticketId: null });
    expect(await house.db.ticket.count()).toBe(2);
  });

  it('goes into the queue or out of the list as a person decides, once', async () => {
    const desk = randomUUID();
    const blocks = await reserve(desk);
    await house.db.service.update({ where: { id: hall.service('cards') }, data: { active: false } });
    house.states.clear();
    pass(300);
    const off = await send(
      given(desk, blocks, { issuedAt: ago(200), order: { serviceCode: 'cards', customer: { name: 'Li' } } }),
    );
    expect(off).toMatchObject({ state: 'attention', reason: 'service-off', mayTakeIn: true });
    const how = { action: 'takeIn' } as const;
    expect(await refused(house, guide(), settleOffline, { id: off.id, how })).toMatchObject({
      code: 'service-inactive',
    });
    const taken = await run(house, guide(), settleOffline, { id: off.id, how: { ...how, serviceCode: 'broadband' } });
    expect(taken).toMatchObject({ state: 'taken', ticketNumber: 'A800', settledBy: 'Guide 1' });
    expect((await ticketOf(taken)).issuedAt).toEqual(new Date(off.issuedAt));
    expect(await refused(house, guide(2), settleOffline, { id: off.id, how })).toMatchObject({ code: 'already-done' });

    const strange = await send(given(desk, blocks, { number: 'A990', order: { serviceCode: 'broadband' } }));
    expect(await run(house, guide(), settleOffline, { id: strange.id, how })).toMatchObject({ ticketNumber: 'B001' });

    const left = await send(
      given(desk, blocks, { number: 'A809', order: { serviceCode: 'cards', customer: { name: 'Wu' } } }),
    );
    await run(house, guide(), settleOffline, { id: left.id, how: { action: 'dismiss', note: 'Went home' } });
    // Nobody's name is kept longer than it is needed.
    expect(JSON.stringify(await house.db.offlineTicket.findMany())).not.toMatch(/Li"|Wu"/);

    const late = given(desk, blocks, { number: 'A810' });
    now = new Date('2026-03-03T02:00:00Z');
    house.setTime(now);
    const over = await send(late);
    expect(over).toMatchObject({ reason: 'day-over', mayTakeIn: false });
    expect(await refused(house, guide(), settleOffline, { id: over.id, how })).toMatchObject({ code: 'day-over' });
  });

  it('waits for a person where the hall has closed meanwhile', async () => {
    hall = await buildHall(house, {
      slug: 'by-day',
      weeklyHours: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
    });
    const desk = randomUUID();
    const blocks = await reserve(desk);
    now = new Date('2026-03-02T10:30:00Z');
    house.setTime(now);
    const sent = await send(given(desk, blocks, { issuedAt: ago(3600) }));
    expect(sent).toMatchObject({ state: 'attention', reason: 'hall-closed' });
    expect(await run(house, guide(), settleOffline, { id: sent.id, how: { action: 'takeIn' } })).toMatchObject({
      state: 'taken',
    });
  });
});
