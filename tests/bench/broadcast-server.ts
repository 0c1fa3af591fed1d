import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Server } from 'socket.io';
import { openCounter } from '@/lib/counters/commands';
import { execute } from '@/lib/door/execute';
import { buildHouse, onHallChanged } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import type { BoardView, ViewPush } from '@/lib/realtime/contract';
import { openGateway } from '@/lib/realtime/gateway';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall } from '../factories/hall';

/* The server of the broadcast bench: a hall with sixty people waiting at twenty counters, or (with a file of boards) a bare socket.io server that broadcasts them. */

const COUNTERS = 20;
const WAITING = 60;
/** Served before the first screen looks, ten seconds of the hall's clock apart: a server in the middle of its day. */
const SERVED = 300;

/** The hall's clock: it goes like any other, and is set forward through what was served. */
const begun = Date.parse('2026-03-02T01:00:00Z') - performance.now();
let skipped = 0;
const clock = { now: () => new Date(begun + performance.now() + skipped) };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));

const url = `file:${path.join(folder, 'hall.db')}`;
await applyMigrations(url);
const db = await openDatabase(url);
const house = buildHouse({ db, shared: false, clock, secret: 'a secret of thirty-two characters' });
const hall = await buildHall(house, {
  counters: Array.from({ length: COUNTERS }, (_, i) => ({ number: i + 1, serviceCodes: ['cards', 'broadband'] })),
});
const key = (role: 'guide' | 'clerk', i: number): Actor => ({
  kind: 'key',
  id: `${role}${i}`,
  name: role,
  hallId: hall.id,
  role,
});
const issue = (i: number) =>
  execute(house, { actor: key('guide', 0) }, issueTicket, {
    hall: hall.id,
    serviceCode: i % 2 ? 'cards' : 'broadband',
  });
for (let i = 0; i < COUNTERS; i++)
  await execute(house, { actor: key('clerk', i) }, openCounter, { counterId: hall.counter(i + 1) });
for (let i = 0; i < WAITING + COUNTERS; i++) await issue(i);
for (let i = 1; i < COUNTERS; i++)
  await execute(house, { actor: key('clerk', i) }, callNext, { counterId: hall.counter(i + 1) });

const http = createServer();
const now = () => process.hrtime.bigint().toString();
/** Long enough that what was pushed before has reached everybody: each round is measured alone. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 800));
let call: () => Promise<void>;

const replayed = process.argv[2];
if (replayed) {
  const pushes = JSON.parse(fs.readFileSync(replayed, 'utf8')) as ViewPush<BoardView>[];
  const io = new Server(http, { path: '/live', perMessageDeflate: false, httpCompression: false });
  io.on('connection', (socket) => {
    socket.on('watch', (_watch: unknown, answer: (result: object) => void) => {
      void socket.join('board');
      answer({ ok: true });
    });
  });
  call = async () => {
    const push = pushes.shift();
    if (!push) throw new Error('More rounds than pushes.');
    await settled();
    const asked = now();
    io.to('board').emit('view', push);
    process.send?.({ kind: 'sent', round: push.data.announcements.at(-1)?.id, asked, committed: asked });
  };
} else {
  openGateway({
    house,
    http,
    build: 'bench',
    identify: async () => ({ kind: 'anonymous' }),
    failed: (error) => {
      throw error;
    },
  });
  const clerk = key('clerk', 0);
  let committed = '';
  onHallChanged(house, () => {
    committed ||= now();
  });
  const serveOne = async (ticketId: string) => {
    await execute(house, { actor: clerk }, startTicket, { ticketId });
    await execute(house, { actor: clerk }, completeTicket, { ticketId, outcome: 'done' });
    await issue(1);
  };
  for (let i = 0; i < SERVED; i++) {
    skipped += 10_000;
    const called = await execute(house, { actor: clerk }, callNext, { counterId: hall.counter(1) });
    if (called.ok && called.value) await serveOne(called.value.id);
  }
  skipped += 300_000;
  call = async () => {
    await settled();
    committed = '';
    const asked = now();
    const called = await execute(house, { actor: clerk }, callNext, { counterId: hall.counter(1) });
    if (!called.ok || !called.value) throw new Error('Nobody was called.');
    process.send?.({ kind: 'sent', round: called.value.id, asked, committed });
    const ticketId = called.value.id;
    await settled();
    await serveOne(ticketId);
  };
}

let turn: Promise<void> = Promise.resolve();
process.on('message', (message: { kind: 'call' | 'memory' }) => {
  if (message.kind === 'call') turn = turn.then(call);
  else {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ kind: 'memory', bytes: heapUsed + external });
  }
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.send?.({ kind: 'ready', port: (http.address() as AddressInfo).port });
