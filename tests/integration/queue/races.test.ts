import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { openCounter } from '@/lib/counters/commands';
import { execute } from '@/lib/door/execute';
import { buildHouse, type House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import { openDatabase } from '@/lib/platform/db/client';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import type { TicketView } from '@/lib/tickets/schema';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { noonZone } from '../../factories/noon-zone';
import { testDatabaseUrl, testProvider } from '../../support/test-database';

const COUNTERS = 50;
const TICKETS = 40;
// Enough to find a race on each run; RACE_ROUNDS=200 is the full proof. Fewer with two servers, which each read the
// hall's state anew after every change of the other.
const ROUNDS = Number(process.env.RACE_ROUNDS ?? (testProvider() === 'postgresql' ? 20 : 40));

// Rounds in one hall: what a second server reads anew after every change grows with the day.
const ROUNDS_A_HALL = 5;

/** One server on SQLite; on PostgreSQL two, which know nothing of each other but the database. */
let houses: House[] = [];
let hall: BuiltHall;

const house = (i: number): House => houses[i % houses.length] as House;
const key = (role: 'guide' | 'clerk', i: number): Actor => ({
  kind: 'key',
  // A key is of one hall.
  id: `${role}${i} of ${hall.slug}`,
  name: `${role} ${i}`,
  hallId: hall.id,
  role,
});

beforeAll(async () => {
  const url = await testDatabaseUrl();
  const servers = testProvider() === 'postgresql' ? 2 : 1;
  houses = await Promise.all(
    Array.from({ length: servers }, async () =>
      buildHouse({
        db: await openDatabase(url, { pool: 8 }),
        shared: servers > 1,
        clock: systemClock,
        secret: 'a secret of thirty-two characters',
      }),
    ),
  );
  return async () => {
    for (const each of houses) await each.db.$disconnect();
  };
});

let halls = 0;
async function buildNewHall(): Promise<void> {
  halls += 1;
  hall = await buildHall(house(0), {
    slug: `hall-${halls}`,
    // By the real clock, and no round may go over midnight.
    timeZone: noonZone(),
    counters: Array.from({ length: COUNTERS }, (_, i) => ({ number: i + 1, serviceCodes: ['cards', 'broadband'] })),
  });
}

async function openCounters(): Promise<void> {
  for (let i = 0; i < COUNTERS; i++) {
    const opened = await execute(house(i), { actor: key('clerk', i) }, openCounter, { counterId: hall.counter(i + 1) });
    expect(opened).toMatchObject({ ok: true });
  }
}

async function issue(i: number, idempotencyKey?: string): Promise<TicketView> {
  const issued = await execute(house(i), { actor: key('guide', i), idempotencyKey }, issueTicket, {
    hall: hall.id,
    serviceCode: i % 3 === 0 ? 'broadband' : 'cards',
  });
  if (!issued.ok) throw new Error(JSON.stringify(issued.failure));
  return issued.value;
}

describe('fifty counters', () => {
  it(`call at the same moment for ${TICKETS} tickets, ${ROUNDS} rounds: each ticket once, in order, never an error`, {
    timeout: 600_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      if (round % ROUNDS_A_HALL === 0) {
        await buildNewHall();
        await openCounters();
      }
      const order: string[] = [];
      for (const ticket of await Promise.all(Array.from({ length: TICKETS }, (_, i) => issue(i))))
        order.push(ticket.id);
      const calls = await Promise.all(
        Array.from({ length: COUNTERS }, (_, i) =>
          execute(house(i), { actor: key('clerk', i) }, callNext, { counterId: hall.counter(i + 1) }),
        ),
      );
      const called = calls.flatMap((call, i) => {
        if (!call.ok) throw new Error(`round ${round}, counter ${i + 1}: ${JSON.stringify(call.failure)}`);
        return call.value ? [{ ticket: call.value, counter: i }] : [];
      });
      expect(new Set(called.map((c) => c.ticket.id))).toEqual(new Set(order));
      expect(called).toHaveLength(TICKETS);
      // The order of the calls, as the hall's events tell it, is the order of the queue.
      const events = await house(0).db.event.findMany({
        where: { hallId: hall.id, kind: 'ticket.called', ticketId: { in: order } },
        orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
      });
      const places = await house(0).db.ticket.findMany({
        where: { id: { in: order } },
        orderBy: [{ queueAt: 'asc' }, { issueOrder: 'asc' }],
        select: { id: true },
      });
      expect(events.map((e) => e.ticketId)).toEqual(places.map((t) => t.id));
      await Promise.all(
        called.map(async ({ ticket, counter }) => {
          const actor = key('clerk', counter);
          expect(await execute(house(counter), { actor }, startTicket, { ticketId: ticket.id })).toMatchObject({
            ok: true,
          });
          const done = await execute(house(counter), { actor }, completeTicket, {
            ticketId: ticket.id,
            outcome: 'done',
          });
          expect(done).toMatchObject({ ok: true, value: { status: 'completed' } });
        }),
      );
    }
  });
});

describe('fifty guides', () => {
  it('issue 500 tickets at once, each request sent three times under its key: no duplicates, no gaps', async () => {
    await buildNewHall();
    // On a day that has given many numbers: the four digits of A1000 are on their way.
    const day = serviceDay(new Date(), hall.config.timeZone);
    await house(0).db.numberSequence.create({ data: { hallId: hall.id, serviceDay: day, letter: 'A', last: 700 } });
    const answers = await Promise.all(
      Array.from({ length: 1500 }, async (_, i) => {
        const request = i % 500;
        const guide = request % 50;
        // The repetitions reach another server where there is one.
        const issued = await execute(
          house(i + Math.floor(i / 500)),
          { actor: key('guide', guide), idempotencyKey: `request-${request}` },
          issueTicket,
          { hall: hall.id, serviceCode: 'cards', customer: { name: `Customer ${request}` } },
        );
        if (!issued.ok) throw new Error(JSON.stringify(issued.failure));
        return { request, answer: issued.value };
      }),
    );
    for (let request = 0; request < 500; request++) {
      const same = answers.filter((a) => a.request === request).map((a) => JSON.stringify(a.answer));
      expect(new Set(same).size).toBe(1);
    }
    const made = await house(0).db.ticket.findMany({ where: { hallId: hall.id }, select: { number: true } });
    expect(made).toHaveLength(500);
    const sequence = made.map((t) => Number(t.number.slice(1))).sort((a, b) => a - b);
    expect(new Set(sequence).size).toBe(500);
    expect([sequence[0], sequence.at(-1)]).toEqual([701, 1200]);
    expect(made.some((t) => t.number.length === 5)).toBe(true);
  });

  it('refuses a key that comes again with another body', async () => {
    const caller = { actor: key('guide', 1), idempotencyKey: 'one-key' };
    expect(await execute(house(0), caller, issueTicket, { hall: hall.id, serviceCode: 'cards' })).toMatchObject({
      ok: true,
    });
    expect(await execute(house(1), caller, issueTicket, { hall: hall.id, serviceCode: 'broadband' })).toMatchObject({
      ok: false,
      failure: { code: 'idempotency-key-reused' },
    });
  });
});
