import { beforeEach, expect, test } from 'vitest';
import { callNext, completeTicket, markNoShow, openCounter, startTicket } from '@/lib/counters/commands';
import { runDuties } from '@/lib/duties/duties';
import { loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';
import type { WaitReport, WorkReport } from '@/lib/reports/schema';
import { Random } from '@/lib/simulation/random';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, issueTicket, transferTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: number;

const as = (role: 'guide' | 'clerk', id: string): Actor => ({ kind: 'key', id, name: id, hallId: hall.id, role });
const pass = (seconds: number) => {
  now += seconds * 1000;
  house.setTime(new Date(now));
};

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  now = Date.parse('2026-03-02T01:30:00Z');
  pass(0);
});

/** A morning of chance: people come, are served, sent on, leave or do not answer; duties run now and then. */
async function morning(random: Random, customers: number): Promise<void> {
  for (const n of [1, 2]) await run(house, as('clerk', `clerk${n}`), openCounter, { counterId: hall.counter(n) });
  const waiting: string[] = [];
  for (let i = 0; i < customers; i++) {
    const serviceCode = random.next() < 0.6 ? 'cards' : 'broadband';
    waiting.push((await run(house, as('guide', 'guide'), issueTicket, { hall: hall.id, serviceCode })).id);
    pass(20 + Math.floor(random.next() * 200));
    if (random.next() < 0.15) {
      const leaver = waiting[Math.floor(random.next() * waiting.length)] as string;
      const ticket = await house.db.ticket.findUniqueOrThrow({ where: { id: leaver } });
      if (ticket.status === 'waiting')
        await run(house, as('guide', 'guide'), cancelTicket, { ticketId: leaver, reason: 'left' });
    }
    const n = 1 + Math.floor(random.next() * 2);
    const clerk = as('clerk', `clerk${n}`);
    if (random.next() < 0.8) {
      const called = await run(house, clerk, callNext, { counterId: hall.counter(n) });
      if (called) {
        pass(15);
        const luck = random.next();
        if (luck < 0.1) await run(house, clerk, markNoShow, { ticketId: called.id });
        else {
          await run(house, clerk, startTicket, { ticketId: called.id });
          pass(30 + Math.floor(random.next() * 300));
          if (luck < 0.25)
            await run(house, clerk, transferTicket, {
              ticketId: called.id,
              serviceCode: called.serviceCode === 'cards' ? 'broadband' : 'cards',
              keepPlace: true,
            });
          else await run(house, clerk, completeTicket, { ticketId: called.id, outcome: 'done' });
        }
      }
    }
    if (random.next() < 0.3) await runDuties(house);
  }
}

async function report(): Promise<{ waits: WaitReport; work: WorkReport }> {
  const waits = await loadWaitReport(house, hall.id, {});
  const work = await loadWorkReport(house, hall.id, {});
  if (!(waits.ok && work.ok)) throw new Error('no report');
  return { waits: waits.value, work: work.value };
}

/** Counted from the events and finished legs one by one, in another way than the summaries do. */
async function recount() {
  const events = await house.db.event.findMany({ where: { hallId: hall.id }, orderBy: [{ version: 'asc' }] });
  const started = events.filter((e) => e.kind === 'ticket.started').map((e) => e.payload as { waitSeconds: number });
  const handled = events.filter((e) => e.kind === 'ticket.completed');
  const legs = await house.db.ticketLeg.findMany({ where: { hallId: hall.id } });
  return { started, handled, legs };
}

test.each([1, 2, 3])('the report is exact to the events, summed up or not (day %i)', async (seed) => {
  await morning(new Random(seed), 60);
  const during = await report();
  // Everything is summed up now; the report must not move.
  pass(120);
  for (let i = 0; i < 3; i++) await runDuties(house);
  expect(await house.db.ticketLeg.count({ where: { summarised: false } })).toBe(0);
  const after = await report();
  const still = (r: WaitReport) => ({ ...r, total: { ...r.total, level: null }, days: [], services: [] });
  expect(still(after.waits)).toEqual(still(during.waits));
  expect(after.work).toEqual(during.work);

  const { started, handled, legs } = await recount();
  const finished = legs.filter((leg) => leg.startedAt);
  const { total } = after.waits;
  expect(total.waits).toBe(legs.length);
  expect(total.level.servedOnly.counted).toBe(finished.length);
  expect(total.level.servedOnly.within).toBe(finished.filter((leg) => leg.waitSeconds <= 600).length);
  expect(total.noShow).toBe(legs.filter((leg) => leg.ending === 'noShow').length);
  expect(total.transferred).toBe(legs.filter((leg) => leg.ending === 'transferred').length);
  // Who is still at a counter has started and is in no leg yet.
  const atCounter = await house.db.ticket.count({ where: { hallId: hall.id, status: 'serving' } });
  expect(started.length - atCounter).toBe(finished.length);
  const ofHandling = finished.filter((leg) => leg.handlingSeconds !== null);
  expect(ofHandling.length).toBeGreaterThanOrEqual(handled.length);
  const mean = ofHandling.reduce((sum, leg) => sum + (leg.handlingSeconds ?? 0), 0) / ofHandling.length;
  expect(total.meanHandlingSeconds).toBe(Math.round(mean));
  expect(after.waits.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(finished.length);
  for (const cut of [after.waits.days, after.waits.hours, after.waits.week, after.waits.services])
    expect(cut.reduce((sum, row) => sum + row.waits, 0)).toBe(total.waits);
  expect(after.work.counters.reduce((sum, row) => sum + row.handled, 0)).toBe(ofHandling.length);
});

test('a day too many, or backwards, is refused in words', async () => {
  for (const days of [
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '2024-01-01', to: '2026-03-02' },
  ])
    expect(await loadWaitReport(house, hall.id, days)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
});
