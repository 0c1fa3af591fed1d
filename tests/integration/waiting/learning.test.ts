import { expect, test } from 'vitest';
import { openCounter, pauseCounter } from '@/lib/counters/commands';
import { readState } from '@/lib/door/execute';
import { runDuties } from '@/lib/duties/duties';
import { loadHallState } from '@/lib/halls/queries';
import { localTime } from '@/lib/halls/service-day';
import { callNext, completeTicket, markNoShow, startTicket } from '@/lib/serving/commands';
import { Random } from '@/lib/simulation/random';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, issueTicket, transferTicket, undoTicket } from '@/lib/tickets/commands';
import { estimateHall } from '@/lib/waiting/hall-estimate';
import { DAY_FADE } from '@/lib/waiting/learned';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

type TestHouse = ReturnType<typeof buildTestHouse>;

/** Some days of chance in a hall whose clerks are at two counters; duties run now and then. */
async function days(house: TestHouse, hall: BuiltHall, starts: readonly string[], customers: number): Promise<void> {
  const random = new Random(11);
  const guide: Actor = { kind: 'key', id: 'guide', name: 'guide', hallId: hall.id, role: 'guide' };
  const clerk = (n: number): Actor => ({
    kind: 'staff',
    id: `clerk${n}`,
    name: `Clerk ${n}`,
    sessionId: `clerk${n}`,
    roles: [{ hallId: hall.id, role: 'clerk' }],
  });
  let now = 0;
  const pass = (seconds: number) => {
    now += seconds * 1000;
    house.setTime(new Date(now));
  };
  for (const start of starts) {
    now = Date.parse(start);
    pass(0);
    for (const n of [1, 2]) await run(house, clerk(n), openCounter, { counterId: hall.counter(n) });
    for (let i = 0; i < customers; i++) {
      const serviceCode = random.next() < 0.6 ? 'cards' : 'broadband';
      const { id } = await run(house, guide, issueTicket, { hall: hall.id, serviceCode });
      pass(30 + Math.floor(random.next() * 200));
      if (random.next() < 0.15) await run(house, guide, cancelTicket, { ticketId: id, reason: 'left' });
      const n = 1 + Math.floor(random.next() * 2);
      const counterId = hall.counter(n);
      if (random.next() < 0.1) {
        await run(house, clerk(n), pauseCounter, { counterId, reason: random.next() < 0.5 ? 'break' : 'fire drill' });
        pass(60 + Math.floor(random.next() * 600));
        await run(house, clerk(n), openCounter, { counterId });
      }
      const called = await run(house, clerk(n), callNext, { counterId });
      if (!called) continue;
      pass(5 + Math.floor(random.next() * 30));
      const luck = random.next();
      if (luck < 0.1) await run(house, clerk(n), markNoShow, { ticketId: called.id });
      else {
        await run(house, clerk(n), startTicket, { ticketId: called.id });
        // One in thirty is forgotten for an hour.
        pass(luck > 0.97 ? 3600 : 30 + Math.floor(random.next() * 300));
        if (luck < 0.2)
          await run(house, clerk(n), transferTicket, { ticketId: called.id, serviceCode: 'cards', keepPlace: true });
        else await run(house, clerk(n), completeTicket, { ticketId: called.id, outcome: 'done' });
        if (luck > 0.25 && luck < 0.3) {
          await run(house, clerk(n), undoTicket, { ticketId: called.id });
          pass(20);
          await run(house, clerk(n), completeTicket, { ticketId: called.id, outcome: 'done' });
        }
      }
      if (random.next() < 0.3) await runDuties(house);
    }
    pass(60);
    for (let i = 0; i < 3; i++) await runDuties(house);
  }
}

/** Counted from the legs one by one, in another way than the sums are kept: nothing is added to what was there. */
async function recount(house: TestHouse, hall: BuiltHall) {
  const legs = await house.db.ticketLeg.findMany({ where: { hallId: hall.id } });
  const rows = new Map<string, typeof legs>();
  for (const leg of legs) {
    const hour = Math.floor(localTime(leg.startedAt ?? leg.endedAt, hall.config.timeZone).secondOfDay / 3600);
    const names = [`${leg.serviceId} -1 `, `${leg.serviceId} ${hour} `];
    if (leg.staffId) names.push(`${leg.serviceId} -1 ${leg.staffId}`);
    for (const name of names) rows.set(name, [...(rows.get(name) ?? []), leg]);
  }
  return new Map(
    [...rows].map(([name, list]) => {
      const day = list
        .map((leg) => leg.serviceDay)
        .sort()
        .at(-1) as string;
      const sum = (value: (leg: (typeof list)[number]) => number) =>
        list.reduce((total, leg) => {
          const age = (Date.parse(day) - Date.parse(leg.serviceDay)) / 86_400_000;
          return total + DAY_FADE ** age * value(leg);
        }, 0);
      const left = (leg: (typeof list)[number]) => Number(!leg.startedAt && leg.ending === 'cancelled');
      const missed = (leg: (typeof list)[number]) => Number(!leg.startedAt && leg.ending === 'noShow');
      const gap = (leg: (typeof list)[number]) => {
        const before = legs
          .filter((other) => leg.calledAt && other.counterId === leg.counterId && other.endedAt <= leg.calledAt)
          .sort((a, b) => a.endedAt.getTime() - b.endedAt.getTime())
          .at(-1);
        if (!leg.calledAt || !before || leg.waitingSince >= before.endedAt) return null;
        const seconds = (leg.calledAt.getTime() - before.endedAt.getTime()) / 1000;
        return seconds <= 180 ? seconds : null;
      };
      const told = (leg: (typeof list)[number]) => left(leg) + missed(leg) + Number(leg.startedAt !== null);
      return [
        name,
        {
          day,
          handled: sum((leg) => Number((leg.handlingSeconds ?? 0) > 0)),
          handling: sum((leg) => leg.handlingSeconds ?? 0),
          calls: sum((leg) => Number(leg.startedAt !== null)),
          gaps: sum((leg) => Number(gap(leg) !== null)),
          gapSeconds: sum((leg) => gap(leg) ?? 0),
          called: sum((leg) => told(leg) - left(leg)),
          missed: sum(missed),
          left: sum(left),
          waited: sum((leg) => told(leg) * leg.waitSeconds),
        },
      ] as const;
    }),
  );
}

/** Read off the events: how often clerks paused, and how long they had worked by then, each fading by its age. */
async function workBetweenPauses(house: TestHouse, hall: BuiltHall) {
  const events = await house.db.event.findMany({
    where: { hallId: hall.id, kind: { in: ['counter.opened', 'counter.paused', 'counter.resumed', 'counter.closed'] } },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  const since = new Map<string, number>();
  const stretches: { day: string; seconds: number; paused: number }[] = [];
  for (const { kind, counterId, at, serviceDay: day } of events) {
    const begun = since.get(counterId ?? '');
    since.delete(counterId ?? '');
    if (kind === 'counter.opened' || kind === 'counter.resumed') since.set(counterId ?? '', at.getTime());
    // Twelve hours at the most: a counter that was left open over night.
    else if (begun !== undefined && at.getTime() - begun <= 12 * 3_600_000)
      stretches.push({ day, seconds: (at.getTime() - begun) / 1000, paused: Number(kind === 'counter.paused') });
  }
  const day =
    stretches
      .map((one) => one.day)
      .sort()
      .at(-1) ?? '';
  const weight = (one: { day: string }) => DAY_FADE ** ((Date.parse(day) - Date.parse(one.day)) / 86_400_000);
  return {
    day,
    pauses: stretches.reduce((sum, one) => sum + weight(one) * one.paused, 0),
    seconds: stretches.reduce((sum, one) => sum + weight(one) * one.seconds, 0),
  };
}

interface Stored {
  handling: Record<string, [number, number]>;
  call: [number, number];
  gap: [number, number];
  leaving: { called: number; missed: number; waitedSeconds: number; left: number };
}

async function stored(house: TestHouse, hall: BuiltHall) {
  const rows = await house.db.learnedStat.findMany({ where: { hallId: hall.id } });
  return new Map<string, Record<string, number | string>>(
    rows.map(({ serviceId, hour, staffId, day, stats }) => {
      const { handling, call, gap, leaving } = stats as unknown as Stored;
      return [
        `${serviceId} ${hour} ${staffId}`,
        {
          day,
          handled: Object.values(handling).reduce((sum, [count]) => sum + count, 0),
          handling: Object.values(handling).reduce((sum, [, seconds]) => sum + seconds, 0),
          calls: call[0],
          gaps: gap[0],
          gapSeconds: gap[1],
          called: leaving.called,
          missed: leaving.missed,
          left: leaving.left,
          waited: leaving.waitedSeconds,
        },
      ] as const;
    }),
  );
}

test('what a hall learns over days is exact to its legs, survives a restart', async () => {
  const { database } = await testDatabase();
  const house = buildTestHouse(database);
  const hall = await buildHall(house);
  await days(house, hall, ['2026-03-02T01:30:00Z', '2026-03-03T02:30:00Z', '2026-03-06T01:00:00Z'], 25);
  expect(await house.db.ticketLeg.count({ where: { learned: false } })).toBe(0);

  const found = await stored(house, hall);
  const counted = await recount(house, hall);
  expect([...found.keys()].sort()).toEqual([...counted.keys()].sort());
  expect([...found.keys()].some((name) => name.endsWith('clerk2'))).toBe(true);
  expect([...counted.values()].some(({ gaps }) => gaps > 3)).toBe(true);
  for (const [name, { day, ...figures }] of counted) {
    const own = found.get(name);
    expect(own?.day, name).toBe(day);
    for (const [figure, value] of Object.entries(figures))
      expect(own?.[figure as keyof typeof figures], `${figure} of ${name}`).toBeCloseTo(value, 6);
  }

  const legs = await house.db.ticketLeg.count({ where: { hallId: hall.id } });
  const { _sum } = await house.db.arrivalCount.aggregate({ _sum: { arrivals: true }, where: { hallId: hall.id } });
  expect(_sum.arrivals).toBe(legs);

  const resumed = await house.db.event.findMany({ where: { kind: 'counter.resumed' } });
  const [between, ...pauses] = await house.db.pauseStat.findMany({ orderBy: { kind: 'asc' } });
  const stretches = await workBetweenPauses(house, hall);
  const kept = Object.values((between?.stats ?? {}) as Record<string, [number, number]>)[0];
  expect(between).toMatchObject({ kind: 'between-pauses', day: stretches.day });
  expect(kept?.[0]).toBeCloseTo(stretches.pauses, 6);
  expect(kept?.[1]).toBeCloseTo(stretches.seconds, 3);
  expect(pauses.map(({ kind }) => kind).sort()).toEqual(['break', 'other']);
  const ofLastDay = resumed.filter(({ serviceDay }) => serviceDay === '2026-03-06').length;
  const seen = pauses.reduce(
    (sum, { stats }) => sum + Object.values(stats as Record<string, [number, number]>).reduce((n, [c]) => n + c, 0),
    0,
  );
  expect(seen).toBeGreaterThanOrEqual(ofLastDay);
  expect(seen).toBeLessThanOrEqual(resumed.length);

  // A restart: everything is as it was, and an estimate made from it is the same.
  const now = house.clock.now();
  const here = await readState(house, hall.id, (state) => state);
  const again = await loadHallState(house.db, hall.id, now);
  if (!here || !again) throw new Error('no state');
  expect(again.learned).toEqual(here.learned);
  expect(again.pauses).toEqual(here.pauses);
  expect(estimateHall(again, now).services).toEqual(estimateHall(here, now).services);
});
