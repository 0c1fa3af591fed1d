import { beforeEach, describe, expect, it } from 'vitest';
import { openCounter } from '@/lib/counters/commands';
import { readState } from '@/lib/door/execute';
import { momentOf } from '@/lib/realtime/presenter';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, checkInTicket, issueTicket, postponeTicket } from '@/lib/tickets/commands';
import { presentCustomerTicket, sharedSight } from '@/lib/tickets/presenter';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

const nobody: Actor = { kind: 'anonymous' };

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

const guide = (): Actor => ({ kind: 'key', id: 'g', name: 'g', hallId: hall.id, role: 'guide' });
const clerk = (): Actor => ({ kind: 'key', id: 'c', name: 'c', hallId: hall.id, role: 'clerk' });
const customer = ({ id, visitId }: { id: string; visitId: string }): Actor => ({
  kind: 'customer',
  ticketId: id,
  visitId,
  hallId: hall.id,
});
const join = (more: object = {}) =>
  run(house, nobody, issueTicket, { hall: hall.id, serviceCode: 'cards', channel: 'phone', ...more });
const walkIn = () => run(house, guide(), issueTicket, { hall: hall.id, serviceCode: 'cards' });

async function seen(ticketId: string) {
  const view = await readState(house, hall.id, (state) => {
    const ticket = state.tickets.get(ticketId);
    if (!ticket) return null;
    const { estimate, line } = momentOf(state, now);
    const alone = presentCustomerTicket(state, ticket, now, estimate);
    // As one of a thousand phones he is told the same.
    expect(presentCustomerTicket(state, ticket, now, estimate, sharedSight(state, now, line))).toEqual(alone);
    return alone;
  });
  if (!view) throw new Error('There is no such ticket.');
  return view;
}

beforeEach(async () => {
  now = new Date('2026-03-02T02:00:00Z');
  const { database } = await testDatabase();
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house, { remoteTickets: true, remotePerDay: 3 });
});

it('counts those ahead of everybody at once as it does for one', async () => {
  const issued: string[] = [];
  for (const [serviceCode, needs] of [
    ['cards', []],
    ['broadband', []],
    ['cards', ['elderly']],
    ['broadband', []],
    ['cards', []],
    ['broadband', ['elderly']],
  ] as const)
    issued.push((await run(house, guide(), issueTicket, { hall: hall.id, serviceCode, needs: [...needs] })).id);
  const ahead = [];
  for (const id of issued) ahead.push((await seen(id)).peopleAhead);
  expect([...ahead].sort()).toEqual([0, 0, 1, 1, 2, 2]);
});

describe('a number taken by phone', () => {
  it('holds its place, and is called only after the arrival', async () => {
    const before = await walkIn();
    pass(10);
    const own = await join();
    pass(10);
    const after = await walkIn();
    expect(await seen(own.id)).toMatchObject({ status: 'booked', peopleAhead: 1, mayPostpone: true });
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    const call = () => run(house, clerk(), callNext, { counterId: hall.counter(1) });
    pass(100);
    await run(house, customer(own), checkInTicket, { ticketId: own.id });
    expect(await seen(own.id)).toMatchObject({ status: 'waiting', peopleAhead: 1 });
    expect((await call())?.id).toBe(before.id);
    await run(house, clerk(), startTicket, { ticketId: before.id });
    await run(house, clerk(), completeTicket, { ticketId: before.id, outcome: 'done' });
    expect((await call())?.id).toBe(own.id);
    expect(await seen(after.id)).toMatchObject({ status: 'waiting', peopleAhead: 0 });
  });

  it('is not called while the customer has not arrived', async () => {
    await join();
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    expect(await run(house, clerk(), callNext, { counterId: hall.counter(1) })).toBeNull();
  });

  it('is one for each device and each phone number, until it has ended', async () => {
    const first = await join({ device: 'phone-1', customer: { phone: '138 0013 8000' } });
    const again = { hall: hall.id, serviceCode: 'cards', channel: 'phone' as const };
    expect((await refused(house, nobody, issueTicket, { ...again, device: 'phone-1' })).code).toBe('ticket-open');
    expect((await refused(house, nobody, issueTicket, { ...again, customer: { phone: '+8613800138000' } })).code).toBe(
      'ticket-open',
    );
    await run(house, customer(first), cancelTicket, { ticketId: first.id, reason: 'left' });
    expect((await join({ device: 'phone-1' })).number).toBe('A002');
  });

  it('is given so many times a day, and staff may give one more', async () => {
    for (const device of ['a', 'b', 'c']) await join({ device });
    const more = { hall: hall.id, serviceCode: 'cards', channel: 'phone' as const, device: 'd' };
    expect((await refused(house, nobody, issueTicket, more)).code).toBe('remote-full');
    expect((await run(house, guide(), issueTicket, more)).status).toBe('booked');
    expect(await house.db.remoteJoin.count()).toBe(4);
    pass(24 * 3600);
    expect((await join({ device: 'd2' })).status).toBe('booked');
  });

  it('counts also those that come at the same moment', async () => {
    const tries = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((device) =>
        join({ device }).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(tries.filter(Boolean)).toHaveLength(3);
  });
});

describe('ten more minutes', () => {
  it('moves the customer back once, with an event, and not after the call', async () => {
    const own = await walkIn();
    pass(30);
    const other = await walkIn();
    expect((await run(house, customer(own), postponeTicket, { ticketId: own.id })).peopleAhead).toBe(1);
    expect(await seen(own.id)).toMatchObject({ mayPostpone: false, peopleAhead: 1 });
    expect((await refused(house, customer(own), postponeTicket, { ticketId: own.id })).code).toBe('postponed-already');
    expect((await refused(house, customer(own), postponeTicket, { ticketId: other.id })).code).toBe('not-found');
    await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
    expect((await run(house, clerk(), callNext, { counterId: hall.counter(1) }))?.id).toBe(other.id);
    expect((await refused(house, customer(other), postponeTicket, { ticketId: other.id })).code).toBe('wrong-state');
    const event = await house.db.event.findFirstOrThrow({ where: { kind: 'ticket.postponed' } });
    expect(event).toMatchObject({ ticketId: own.id, payload: { by: 'customer', from: 'waiting', seconds: 600 } });
  });

  it('is kept for a customer on his way', async () => {
    const own = await join();
    await run(house, customer(own), postponeTicket, { ticketId: own.id });
    pass(300);
    const other = await walkIn();
    pass(60);
    await run(house, customer(own), checkInTicket, { ticketId: own.id });
    // Taken at 0:00 and moved to 0:10, at 0:06 he stands where he would have come: behind the one of 0:05.
    expect((await seen(own.id)).peopleAhead).toBe(1);
    expect((await seen(other.id)).peopleAhead).toBe(0);
  });
});
