import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiClient } from '@/lib/platform/api-client';
import { BoardFollower } from '@/lib/realtime/board-follower';
import { HallClient } from '@/lib/replay/hall-client';
import { type ReplaySummary, replayDay } from '@/lib/replay/replay-day';
import { planReplay } from '@/lib/replay/replay-plan';
import { waitFigures, waitsOf } from '@/lib/replay/replay-report';
import { chooseDay, type LoggedTicket, parseLog } from '@/lib/replay/ticket-log';
import { Random } from '@/lib/simulation/random';
import { buildTestHouse } from '@/tests/factories/house';
import { testDatabase } from '@/tests/support/test-database';
import { openTestServer } from '@/tests/support/test-server';

vi.stubEnv('TEST_CLOCK', '1');

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A real log where there is one beside the project. */
function realLog(): LoggedTicket[] | null {
  const file = process.env.HALL_LOG ?? path.resolve('../shared/data/warsaw/tickets.csv.gz');
  return fs.existsSync(file) ? parseLog(zlib.gunzipSync(fs.readFileSync(file)).toString('utf8')) : null;
}

/** An hour of two queues in the form of a log, one of them too busy for its clerks. */
function madeLog(): LoggedTicket[] {
  const random = new Random(7);
  const tickets: LoggedTicket[] = [];
  for (const [letter, every, handling, counters] of [
    ['A', 2, 7, 3],
    ['B', 5, 4, 1],
  ] as const) {
    const free = Array.from({ length: counters }, () => 780);
    for (let number = 1, at = 780; at < 850; number += 1, at += random.exponential(every)) {
      const issued = Math.floor(at);
      const clerk = free.indexOf(Math.min(...free));
      const called = Math.max(issued, Math.ceil(free[clerk] ?? 0));
      free[clerk] = called + random.exponential(handling);
      tickets.push({
        office: 'Made',
        date: '2020-01-13',
        queueId: letter,
        letter,
        serviceName: letter,
        number,
        issuedMinute: issued,
        calledMinute: called,
        peopleAhead: 0,
        openCounters: counters,
      });
    }
  }
  return tickets;
}

async function replay(day: LoggedTicket[]): Promise<{ summary: ReplaySummary; client: HallClient }> {
  const { database } = await testDatabase();
  const house = buildTestHouse(database, '2020-01-13T05:00:00Z');
  const server = await openTestServer(house);
  cleanups.push(server.close);
  const api = new ApiClient({ url: server.url });
  const client = new HallClient((method, address, headers, body) => api.send(method, address, headers, body));
  const person = { username: 'replay', name: 'Replay', password: 'replay-of-a-day' };
  expect(await api.send('POST', '/setup/administrator', {}, person)).toMatchObject({ status: 201 });
  const administrator = await api.signIn(person.username, person.password);
  const summary = await replayDay(planReplay(day), {
    client,
    administrator,
    timeZone: 'Europe/Warsaw',
    guides: 4,
    suffix: '',
    reach: async (at) => {
      await client.setClock(administrator, at.toISOString());
    },
    follow: (hall) => new BoardFollower(server.url, hall),
  });
  return { summary, client };
}

function expectFaultless({ summary, client }: Awaited<ReturnType<typeof replay>>, tickets: number): void {
  expect(client.errors).toEqual([]);
  expect(summary).toMatchObject({
    calls: tickets,
    doubleCalls: 0,
    doubleCallEvents: 0,
    duplicateNumbers: 0,
    duplicateNumberEvents: 0,
    missing: 0,
    surplus: 0,
    announced: tickets,
    notAnnounced: 0,
    announcedTwice: 0,
    announcedOutOfOrder: 0,
    displayWrong: 0,
  });
  expect(summary.tickets).toHaveLength(tickets);
  expect(summary.tickets.every((t) => t.completedAt !== null)).toBe(true);
  expect(summary.flagged).toBe(summary.overLimit);
  const level = summary.serviceLevel?.honest;
  expect(level?.counted).toBe(tickets);
}

test('a made hour is replayed without a fault, and its waits come again', async () => {
  const day = madeLog();
  const done = await replay(day);
  expectFaultless(done, day.length);
  expect(done.summary.overLimit).toBeGreaterThan(5);
  const replayed = waitFigures(waitsOf(done.summary.tickets));
  const logged = waitFigures(done.summary.loggedWaits);
  expect(Math.abs(replayed.mean - logged.mean)).toBeLessThan(120);
});

test('twenty minutes of the busiest real day is replayed without a fault', async () => {
  const log = realLog();
  const day = log
    ? chooseDay(log).filter((t) => t.issuedMinute >= 600 && t.issuedMinute < 620)
    : madeLog().slice(0, 40);
  expectFaultless(await replay(day), day.length);
});
