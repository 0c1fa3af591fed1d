import { expect, test } from 'vitest';
import { openCounter, pauseCounter } from '@/lib/counters/commands';
import { runDuties } from '@/lib/duties/duties';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import { Random } from '@/lib/simulation/random';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

/**
 * A hall whose second counter goes away for a while again and again, which no estimate can know: promises worked out
 * from the counters alone would be broken too often. It is about the rule and takes hundreds of customers; what the rule reads and
 * writes is tested on both databases in promises.test.ts.
 */
test('promises get longer in a hall that keeps breaking them', async () => {
  const house = buildTestHouse((await testDatabase()).database);
  const hall = await buildHall(house);
  const random = new Random(7);
  let now = Date.parse('2026-03-02T01:00:00Z');
  const at = (moment: number) => house.setTime(new Date(moment));
  const as = (role: 'guide' | 'clerk', id: string): Actor => ({ kind: 'key', id, name: id, hallId: hall.id, role });
  at(now);
  for (const n of [1, 2]) await run(house, as('clerk', `c${n}`), openCounter, { counterId: hall.counter(n) });

  const free = [now, now];
  const serving: (string | null)[] = [null, null];
  const waits: number[] = [];
  const told: { id: string; kept: boolean }[] = [];
  const promised = new Map<string, number>();
  let nextArrival = now;
  let away = now + 20 * 60_000;
  let isAway = false;
  while (told.length < 220) {
    // The next thing to happen: somebody comes, or a counter is ready.
    const counter = (free[0] as number) <= (free[1] as number) ? 0 : 1;
    if (nextArrival <= (free[counter] as number)) {
      now = nextArrival;
      at(now);
      const ticket = await run(house, as('guide', 'g'), issueTicket, { hall: hall.id, serviceCode: 'cards' });
      if (ticket.estimate) promised.set(ticket.id, now + ticket.estimate.p90Seconds * 1000);
      nextArrival = now + 1000 * random.exponential(105);
      await runDuties(house);
      continue;
    }
    now = free[counter] as number;
    at(now);
    const clerk = as('clerk', `c${counter + 1}`);
    const counterId = hall.counter(counter + 1);
    const done = serving[counter];
    if (done) await run(house, clerk, completeTicket, { ticketId: done, outcome: 'done' });
    serving[counter] = null;
    if (counter === 1 && now >= away) {
      await run(house, clerk, pauseCounter, { counterId, reason: 'break' });
      free[1] = now + 12 * 60_000;
      away = (free[1] as number) + 25 * 60_000;
      isAway = true;
      continue;
    }
    if (counter === 1 && isAway) await run(house, clerk, openCounter, { counterId });
    if (counter === 1) isAway = false;
    const called = await run(house, clerk, callNext, { counterId });
    if (!called) {
      free[counter] = now + 15_000;
      continue;
    }
    await run(house, clerk, startTicket, { ticketId: called.id });
    serving[counter] = called.id;
    free[counter] = now + 1000 * (60 + random.exponential(110));
    waits.push(called.waitSeconds ?? 0);
    const until = promised.get(called.id);
    if (until !== undefined) told.push({ id: called.id, kept: now <= until });
  }
  const share = (part: typeof told) => part.filter(({ kept }) => kept).length / part.length;
  const { correction } = await house.db.promiseRecord.findUniqueOrThrow({ where: { hallId: hall.id } });
  expect(correction).toBeGreaterThan(0.1);
  // Without the correction 0.80: on the way to nine of ten, which takes a hall some hundred customers.
  expect(share(told.slice(100))).toBeGreaterThan(0.84);
});
