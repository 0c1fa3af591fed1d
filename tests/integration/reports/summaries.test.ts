import { beforeEach, expect, test } from 'vitest';
import { giveCare, takeCare } from '@/lib/care/commands';
import { openCounter } from '@/lib/counters/commands';
import { runDuties } from '@/lib/duties/duties';
import { loadHallsReport, loadServiceLevel, loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';
import type { WaitReport } from '@/lib/reports/schema';
import { callNext, completeTicket, markNoShow, startTicket } from '@/lib/serving/commands';
import { Random } from '@/lib/simulation/random';
import type { Actor } from '@/lib/staff/actor';
import type { Role } from '@/lib/staff/roles';
import { cancelTicket, issueTicket, transferTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { eventLog } from '@/tests/support/event-log';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: number;

const as = (role: Role, id: string): Actor => ({
  kind: 'staff',
  id,
  name: id,
  sessionId: id,
  roles: [{ hallId: hall.id, role }],
});
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

/** A morning of chance: people come, are served, sent on, cared for, leave or do not answer; duties run now and then. */
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
    await lookAfter(random);
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

/** Somebody goes to those who have waited too long; sometimes only when they are served already. */
async function lookAfter(random: Random): Promise<void> {
  const guide = as('floor', 'floor1');
  for (const visit of await house.db.careVisit.findMany({ where: { state: 'open' }, orderBy: { openedAt: 'asc' } }))
    if (random.next() < 0.4) await run(house, guide, takeCare, { ticketId: visit.ticketId });
  for (const visit of await house.db.careVisit.findMany({ where: { state: 'taken' }, orderBy: { openedAt: 'asc' } }))
    if (random.next() < 0.4) await run(house, guide, giveCare, { ticketId: visit.ticketId, action: 'tea' });
}

async function reports() {
  const waits = await loadWaitReport(house, hall.id, {});
  const work = await loadWorkReport(house, hall.id, {});
  const level = await loadServiceLevel(house, hall.id, { thresholdSeconds: 437 });
  const halls = await loadHallsReport(house, [hall.id], {});
  if (!(waits.ok && work.ok && level.ok && halls.ok)) throw new Error('no report');
  return { waits: waits.value, work: work.value, level: level.value, halls: halls.value };
}

/** The time of the hall goes on while the rest is added up: who still waits, waits longer and may ask for care. */
const MOVING = ['waitingPast', 'honest', 'careDue', 'careShare'];
const finished = (waits: WaitReport) =>
  JSON.parse(JSON.stringify(waits, (name, value) => (MOVING.includes(name) ? null : value)));

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
const mean = (values: readonly number[]) =>
  values.length > 0 ? Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) : null;

test.each([1, 2])('every figure is exact to the event log, added up or not (day %i)', async (seed) => {
  await morning(new Random(seed), 30);
  const during = await reports();
  // Nothing is loose any more, except care that somebody has taken and not given: the reports must not move.
  pass(120);
  for (let i = 0; i < 3; i++) await runDuties(house);
  expect(await house.db.ticketLeg.count({ where: { summarised: false } })).toBe(0);
  const after = await reports();
  expect(after.work).toEqual(during.work);
  expect(finished(after.waits).services).toEqual(finished(during.waits).services);

  const log = await eventLog(house.db, hall.id);
  const check = (row: WaitReport['total'], waits: typeof log.waits, care: typeof log.care) => {
    const started = waits.filter(({ end }) => end === 'started');
    const left = waits.filter(({ end }) => end === 'left');
    const told = started.filter(({ p50 }) => p50 !== null);
    const handlings = waits.flatMap(({ handlingSeconds }) => (handlingSeconds === null ? [] : [handlingSeconds]));
    const made = care.filter(({ secondsToCare }) => secondsToCare !== null);
    const given = waits.filter(({ gone }) => gone);
    expect(row).toMatchObject({
      waits: waits.length,
      noShow: waits.filter(({ noShow }) => noShow).length,
      transferred: waits.filter(({ transferred }) => transferred).length,
      abandoned: given.length,
      abandonedShare: share(given.length, waits.length),
      handled: handlings.length,
      meanHandlingSeconds: mean(handlings),
      targetShare: share(handlings.filter((seconds) => seconds <= 180).length, handlings.length),
      meanWaitSeconds: mean(started.map(({ waitSeconds }) => waitSeconds)),
      careDue: care.length,
      careMade: made.length,
      careShare: share(made.length, care.length),
      meanCareSeconds: mean(made.map(({ secondsToCare }) => secondsToCare ?? 0)),
      told: told.length,
      errorSeconds: mean(told.map(({ waitSeconds, p50 }) => Math.abs(waitSeconds - (p50 ?? 0)))),
      promiseShare: share(told.filter(({ waitSeconds, p90 }) => waitSeconds <= (p90 ?? 0)).length, told.length),
    });
    expect(row.level).toMatchObject({
      servedOnly: { counted: started.length, within: started.filter(({ waitSeconds }) => waitSeconds <= 600).length },
      leftBefore: left.filter(({ waitSeconds }) => waitSeconds <= 600).length,
      leftAfter: waits.filter(({ end, waitSeconds }) => end !== 'started' && waitSeconds > 600).length,
    });
  };
  check(after.waits.total, log.waits, log.care);
  check(after.halls.total, log.waits, log.care);
  expect(after.waits.total.careMade).toBeGreaterThan(0);
  expect(after.waits.total.abandoned).toBeGreaterThan(0);
  for (const row of after.waits.services)
    check(
      row,
      log.waits.filter(({ service }) => service === row.serviceCode),
      log.care.filter(({ service }) => service === row.serviceCode),
    );
  for (const row of after.waits.hours)
    check(
      row,
      log.waits.filter(({ hour }) => hour === row.hour),
      log.care.filter(({ hour }) => hour === row.hour),
    );
  for (const cut of [after.waits.days, after.waits.week, after.waits.serviceHours, after.halls.days, after.halls.hours])
    expect(cut.reduce((sum, row) => sum + row.waits, 0)).toBe(log.waits.length);

  for (const row of after.work.counters) {
    const here = log.waits.filter(({ counter }) => counter === row.counterNumber);
    const handlings = here.flatMap(({ handlingSeconds }) => (handlingSeconds === null ? [] : [handlingSeconds]));
    expect(row).toMatchObject({
      handled: handlings.length,
      meanHandlingSeconds: mean(handlings),
      noShow: here.filter(({ noShow }) => noShow).length,
      level: { servedOnly: { counted: here.filter(({ end }) => end === 'started').length } },
    });
  }
  const floor = after.work.clerks.find(({ staffId }) => staffId === 'floor1');
  expect(floor?.careMade).toBe(after.waits.total.careMade);

  // Against any threshold, not only against those that sums were kept for.
  const served = log.waits.filter(({ end }) => end === 'started');
  expect(after.level.servedOnly).toMatchObject({
    counted: served.length,
    within: served.filter(({ waitSeconds }) => waitSeconds <= 437).length,
  });
  const leftAfter = log.waits.filter(({ end, waitSeconds }) => end !== 'started' && waitSeconds > 437);
  expect(after.level.leftAfter).toBe(leftAfter.length);
});

test('a day too many, or backwards, is refused in words', async () => {
  for (const days of [
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '2024-01-01', to: '2026-03-02' },
  ])
    expect(await loadWaitReport(house, hall.id, days)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
});

test('what is not added up yet belongs to its own day', async () => {
  const guide = as('guide', 'guide');
  const { id } = await run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  pass(60);
  await run(house, guide, cancelTicket, { ticketId: id, reason: 'left' });
  const waitsOf = async (day: string) => {
    const report = await loadWaitReport(house, hall.id, { from: day, to: day });
    return report.ok ? report.value.total.waits : report;
  };
  expect([await waitsOf('2026-03-01'), await waitsOf('2026-03-02'), await waitsOf('2026-03-03')]).toEqual([0, 1, 0]);
});
