import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { openCounter, pauseCounter } from '@/lib/counters/commands';
import { execute } from '@/lib/door/execute';
import { buildHouse } from '@/lib/door/house';
import { startDuties } from '@/lib/duties/duties';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import type { BoardView, CounterDeskView, LiveBoardView, QueueView, ViewPush } from '@/lib/realtime/contract';
import { openGateway } from '@/lib/realtime/gateway';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall } from '../factories/hall';
import { percentile } from './percentile';

/*
 * Ten minutes: from the moment at which a wait crosses its limit until each kind of screen shows it, driven by nothing
 * but the clock, beside a bare timer of the clockwork's tick that sends a bare message. Prints figures; judges nothing.
 */

const CROSSINGS = Number(process.env.BENCH_ROUNDS ?? 30);
/** Not a multiple of the tick, so that the moments fall anywhere in it. */
const APART_MS = 1310;
const TICK_MS = 250;

const begun = Date.parse('2026-03-02T01:00:00Z') - performance.now();
let skipped = 0;
const clock = { now: () => new Date(begun + performance.now() + skipped) };

/** When each moment was seen, in milliseconds after it. */
const late = new Map<string, number[]>();
const saw = (screen: string, due: number) =>
  late.set(screen, [...(late.get(screen) ?? []), clock.now().getTime() - due]);
const line = (name: string) => {
  const values = late.get(name) ?? [];
  const figures = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(0).padStart(7));
  console.log(`  ${name.padEnd(42)}${figures.join(' ')}   ${values.length} of ${CROSSINGS}`);
};
const until = (done: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!done()) return;
      clearInterval(look);
      resolve();
    }, 100);
  });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const url = `file:${path.join(folder, 'hall.db')}`;
await applyMigrations(url);
const db = await openDatabase(url);
const house = buildHouse({ db, shared: false, clock, secret: 'a secret of thirty-two characters' });
const hall = await buildHall(house);
const key = (role: 'guide' | 'clerk' | 'manager'): Actor => ({
  kind: 'key',
  id: role,
  name: role,
  hallId: hall.id,
  role,
});
const counterId = hall.counter(1);
await execute(house, { actor: key('clerk') }, openCounter, { counterId });
await execute(house, { actor: key('clerk') }, pauseCounter, { counterId, reason: 'meeting' });

/** Number of a ticket and when its wait crosses the limit. */
const due = new Map<string, number>();
for (let i = 0; i < CROSSINGS; i++) {
  skipped += APART_MS;
  const issued = await execute(house, { actor: key('guide') }, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  if (!issued.ok) throw new Error(issued.failure.code);
  const row = await db.ticket.findUniqueOrThrow({ where: { id: issued.value.id } });
  due.set(row.number, (row.limitDueAt as Date).getTime());
}
const moments = [...due.values()];

const http = createServer();
const failed = (error: unknown) => {
  throw error;
};
const identify = async (headers: IncomingHttpHeaders): Promise<Actor> =>
  headers['x-bench'] ? key(headers['x-bench'] as 'guide') : { kind: 'anonymous' };
const gateway = openGateway({ house, http, build: 'bench', identify, failed });
http.listen(0, '127.0.0.1');
await once(http, 'listening');
const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

const sockets: Socket[] = [];
async function watch<T>(screen: string, role: string, view: string, flagged: (data: T) => string[] | number) {
  const extraHeaders: Record<string, string> = role ? { 'x-bench': role } : {};
  const socket = io(address, { path: '/live', transports: ['websocket'], forceNew: true, extraHeaders });
  sockets.push(socket);
  const seen = new Set<string>();
  socket.on('view', (push: ViewPush<T>) => {
    const shown = flagged(push.data);
    const numbers = typeof shown === 'number' ? [...due.keys()].slice(0, shown) : shown;
    for (const number of numbers) {
      if (seen.has(number)) continue;
      seen.add(number);
      saw(screen, due.get(number) as number);
    }
  });
  const answer = await socket.emitWithAck('watch', { hall: hall.slug, view });
  if (!answer.ok) throw new Error(`${view}: ${answer.code}`);
}
await watch<QueueView>('guide desk', 'guide', 'queue', ({ waiting }) =>
  waiting.filter(({ flaggedAt }) => flaggedAt).map(({ number }) => number),
);
await watch<QueueView>('floor (care is asked for)', 'guide', 'queue', ({ care }) => care.map(({ number }) => number));
await watch<BoardView>('lobby display', '', 'board', ({ overLimit }) => overLimit.map(({ number }) => number));
await watch<CounterDeskView>('counter', 'clerk', `counter:${counterId}`, ({ flagged }) => flagged);
await watch<LiveBoardView>('live board', 'manager', 'live', ({ numbers }) => numbers.overLimit);

const before = (moments[0] as number) - 1000;
skipped += before - clock.now().getTime();
const duties = startDuties(house, gateway.clerksHere, failed);
await until(() => clock.now().getTime() > (moments.at(-1) as number) + 3000);
await duties.stop();
for (const socket of sockets) socket.disconnect();
await gateway.close();

const bare = createServer();
const plain = new Server(bare, { path: '/live', perMessageDeflate: false });
bare.listen(0, '127.0.0.1');
await once(bare, 'listening');
const listener = io(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`, {
  path: '/live',
  transports: ['websocket'],
});
const BARE = `bare timer of ${TICK_MS} ms and message`;
listener.on('due', (moment: number) => saw(BARE, moment));
await once(listener as never, 'connect');
const wall = clock.now().getTime() + 1000 - (moments[0] as number);
const ahead = moments.map((moment) => moment + wall);
const timer = setInterval(() => {
  while (ahead[0] !== undefined && ahead[0] <= clock.now().getTime()) plain.emit('due', ahead.shift());
}, TICK_MS);
await until(() => late.get(BARE)?.length === CROSSINGS);
clearInterval(timer);
listener.disconnect();
await plain.close();

console.log('\nTen minutes → flag, ms                          p50     p95     max   seen');
for (const name of [BARE, ...[...late.keys()].filter((screen) => screen !== BARE)]) line(name);
await db.$disconnect();
process.exit(0);
