import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Server } from 'socket.io';
import { systemClock } from '@/lib/core/clock';
import { openCounter } from '@/lib/counters/commands';
import { execute, readState } from '@/lib/door/execute';
import { buildHouse } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { openGateway } from '@/lib/realtime/gateway';
import { momentOf } from '@/lib/realtime/presenter';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { presentCustomerTicket } from '@/lib/tickets/presenter';
import { ticketToken } from '@/lib/tickets/token';
import { buildHall } from '../factories/hall';

/*
 * The server of the ticket pages' bench: halls in which people wait with their ticket open on the phone, or a bare
 * socket.io server that sends each phone as many bytes of its own. Arguments: mode, halls, tickets in each.
 */

const [mode = 'hall', halls = 1, tickets = 100] = process.argv.slice(2).map((word, i) => (i ? Number(word) : word)) as [
  string,
  number,
  number,
];
const COUNTERS = 6;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));

const url = `file:${path.join(folder, 'hall.db')}`;
await applyMigrations(url);
const db = await openDatabase(url);
const house = buildHouse({ db, shared: false, clock: systemClock, secret: 'a secret of thirty-two characters' });
const http = createServer();
const open: { id: string; clerk: Actor; counter: string }[] = [];
const phones: { hall: string; token: string }[] = [];

for (let h = 0; h < halls; h++) {
  const hall = await buildHall(house, {
    slug: `hall-${h}`,
    counters: Array.from({ length: COUNTERS }, (_, i) => ({ number: i + 1, serviceCodes: ['cards'] })),
  });
  const clerk = (i: number): Actor => ({ kind: 'key', id: `${h}-${i}`, name: 'c', hallId: hall.id, role: 'clerk' });
  const guide: Actor = { kind: 'key', id: `${h}`, name: 'g', hallId: hall.id, role: 'guide' };
  for (let i = 0; i < COUNTERS; i++)
    await execute(house, { actor: clerk(i) }, openCounter, { counterId: hall.counter(i + 1) });
  // Enough ahead of those who look on, so that each call moves every one of them.
  const issued = await Promise.all(
    Array.from({ length: tickets + 60 }, () =>
      execute(house, { actor: guide }, issueTicket, { hall: hall.id, serviceCode: 'cards' }),
    ),
  );
  for (const [i, one] of issued.entries()) {
    if (!one.ok) throw new Error(one.failure.code);
    if (i >= 60) phones.push({ hall: hall.slug, token: ticketToken(house.secret, one.value.id) });
  }
  open.push({ id: hall.id, clerk: clerk(0), counter: hall.counter(1) });
}

const now = () => process.hrtime.bigint().toString();
/** Long enough that what was pushed before has reached everybody: each round is measured alone. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1_500));
let call: () => Promise<void>;

if (mode === 'bare') {
  const io = new Server(http, { path: '/live', perMessageDeflate: false, httpCompression: false });
  io.on('connection', (socket) => {
    socket.on('watch', ({ view }: { view: string }, answer: (result: object) => void) => {
      void socket.join(view);
      answer({ ok: true });
    });
  });
  const sample = await readState(house, open[0]?.id ?? '', (state) => {
    const at = systemClock.now();
    const [ticket] = state.tickets.values();
    return ticket && presentCustomerTicket(state, ticket, at, momentOf(state, at).estimate);
  });
  let round = 0;
  call = async () => {
    await settled();
    process.send?.({ kind: 'sent', asked: now() });
    round++;
    for (const { token } of phones) {
      const view = `ticket:${token}`;
      const data = { ...sample, peopleAhead: round };
      io.to(view).emit('view', { view, version: round, at: new Date().toISOString(), data });
    }
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
  call = async () => {
    await settled();
    process.send?.({ kind: 'sent', asked: now() });
    // Everywhere at the same moment: the worst that can be asked.
    const called = await Promise.all(
      open.map(({ clerk, counter }) => execute(house, { actor: clerk }, callNext, { counterId: counter })),
    );
    await settled();
    for (const [i, result] of called.entries()) {
      const ticketId = result.ok ? (result.value?.id ?? '') : '';
      const actor = open[i]?.clerk as Actor;
      await execute(house, { actor }, startTicket, { ticketId });
      await execute(house, { actor }, completeTicket, { ticketId, outcome: 'done' });
    }
  };
}

let turn: Promise<void> = Promise.resolve();
process.on('message', () => {
  turn = turn.then(call);
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.send?.({ kind: 'ready', port: (http.address() as AddressInfo).port, phones });
