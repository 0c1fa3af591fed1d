import { expect, it } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { openCounter } from '@/lib/counters/commands';
import { buildHouse, type House } from '@/lib/door/house';
import { startDuties } from '@/lib/duties/duties';
import { openDatabase } from '@/lib/platform/db/client';
import { boardViewSchema } from '@/lib/realtime/contract';
import { joinServers } from '@/lib/realtime/redis-adapter';
import { callNext } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall } from '../../factories/hall';
import { noonZone } from '../../factories/noon-zone';
import { buildGateway } from '../../support/live-client';
import { run } from '../../support/run-command';
import { testDatabaseUrl } from '../../support/test-database';

const REDIS = process.env.TEST_REDIS_URL;

/** Two servers of one database, each with its own memory. */
async function twoServers(): Promise<[House, House]> {
  const url = await testDatabaseUrl();
  const one = async () =>
    buildHouse({
      db: await openDatabase(url, { pool: 4 }),
      shared: true,
      clock: systemClock,
      secret: 'a secret of thirty-two characters',
    });
  return [await one(), await one()];
}

async function callOnOneSeenOnTheOther(join: boolean): Promise<void> {
  const [here, there] = await twoServers();
  // By the real clock: the call may not come after midnight.
  const hall = await buildHall(here, { timeZone: noonZone() });
  const actors: Record<string, Actor> = {};
  const [first, second] = [await buildGateway(here, actors), await buildGateway(there, actors)];
  const fail = (error: unknown) => {
    throw error;
  };
  const leave =
    join && REDIS ? [joinServers(first.gateway.io, REDIS, fail), joinServers(second.gateway.io, REDIS, fail)] : [];
  // Without Redis the second server's clockwork finds out; with it nothing but the message may.
  const duties = join ? null : startDuties(there, () => new Map(), fail);
  try {
    const clerk: Actor = { kind: 'key', id: 'clerk', name: 'clerk', hallId: hall.id, role: 'clerk' };
    const guide: Actor = { kind: 'key', id: 'guide', name: 'guide', hallId: hall.id, role: 'guide' };
    const display = await second.connect('');
    expect(await display.watch(hall.slug, 'board')).toMatchObject({ ok: true });
    await run(here, clerk, openCounter, { counterId: hall.counter(1) });
    await run(there, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
    await run(here, clerk, callNext, { counterId: hall.counter(1) });
    const push = await display.until((p) => boardViewSchema.parse(p.data).calls[0]?.number === 'A001');
    const versions = display.pushes.map((p) => p.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(push.view).toBe('board');
  } finally {
    await duties?.stop();
    await Promise.all([first.close(), second.close()]);
    for (const each of leave) each();
    await Promise.all([here.db.$disconnect(), there.db.$disconnect()]);
  }
}

// The message is tested where there is a Redis to carry it.
it.each(REDIS ? ['the clockwork', 'a Redis message'] : ['the clockwork'])(
  'a call on one server reaches the display at the other by %s',
  (way) => callOnOneSeenOnTheOther(way === 'a Redis message'),
);
