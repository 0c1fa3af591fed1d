import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BoardView, ViewPush } from '@/lib/realtime/contract';
import { percentile } from './percentile';

/*
 * Call → display: from the moment a clerk's call is at the command door until a screen has the new board, with 200 and
 * 1,000 screens, beside a bare socket.io server that broadcasts the same bytes in the same run: the very boards that the
 * hall has just sent, one a round, as a board grows with the calls of the last two minutes. Server and screens are
 * processes of their own. Also memory of the server per connected screen. Prints figures; judges nothing.
 */

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);

type FromServer =
  | { kind: 'ready'; port: number }
  | { kind: 'sent'; round: string; asked: string; committed: string }
  | { kind: 'memory'; bytes: number };
type FromScreens = { kind: 'connected' } | { kind: 'received'; round: string; at: string[]; push: ViewPush<BoardView> };

function start(file: string, ...args: string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, file), args, { execArgv: ['--import', 'tsx', '--expose-gc'] });
}

async function next<T extends { kind: string }, K extends T['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<T, { kind: K }>> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [T];
    if (message.kind === kind) return message as Extract<T, { kind: K }>;
  }
}

interface Figures {
  fromAsked: number[];
  fromCommitted: number[];
  bytesPerScreen: number;
  /** What the screens got, round by round. */
  pushes: ViewPush<BoardView>[];
}

/** @param replayed the file of what a bare server shall broadcast; without it the hall calls */
async function measure(screens: number, replayed?: string): Promise<Figures> {
  const server = start('broadcast-server.ts', ...(replayed ? [replayed] : []));
  const { port } = await next<FromServer, 'ready'>(server, 'ready');
  const memory = async () => {
    server.send({ kind: 'memory' });
    return (await next<FromServer, 'memory'>(server, 'memory')).bytes;
  };
  const before = await memory();
  const clients = start('broadcast-screens.ts', String(port), String(screens));
  await next<FromScreens, 'connected'>(clients, 'connected');
  const bytesPerScreen = ((await memory()) - before) / screens;
  const figures: Figures = { fromAsked: [], fromCommitted: [], bytesPerScreen, pushes: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const received = next<FromScreens, 'received'>(clients, 'received');
    server.send({ kind: 'call' });
    const sent = await next<FromServer, 'sent'>(server, 'sent');
    const { at, push } = await received;
    figures.pushes.push(push);
    // The first rounds warm the compiler up.
    if (round < 5) continue;
    for (const moment of at) {
      figures.fromAsked.push(Number(BigInt(moment) - BigInt(sent.asked)) / 1e6);
      figures.fromCommitted.push(Number(BigInt(moment) - BigInt(sent.committed)) / 1e6);
    }
  }
  clients.kill();
  server.kill();
  await Promise.all([once(clients, 'exit'), once(server, 'exit')]);
  return figures;
}

const line = (values: number[]) =>
  [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1).padStart(7)).join(' ');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const pushesFile = path.join(folder, 'pushes.json');
console.log('\nCall → display, ms                                         p50     p95     p99   memory a screen');
for (const screens of [200, 1000]) {
  const hall = await measure(screens);
  fs.writeFileSync(pushesFile, JSON.stringify(hall.pushes));
  const bare = await measure(screens, pushesFile);
  const kb = (figures: Figures) => `${(figures.bytesPerScreen / 1024).toFixed(1).padStart(6)} KB`;
  const ratio = percentile(hall.fromAsked, 0.5) / percentile(bare.fromAsked, 0.5);
  const pushed = percentile(hall.fromCommitted, 0.5) / percentile(bare.fromAsked, 0.5);
  console.log(
    `  ${String(screens).padStart(5)} screens  bare broadcast of the same bytes    ${line(bare.fromAsked)}  ${kb(bare)}`,
  );
  console.log(
    `                 from the clerk's call (durable)     ${line(hall.fromAsked)}  ${kb(hall)}   p50 ${ratio.toFixed(2)} × bare`,
  );
  console.log(
    `                 of that, after the commit           ${line(hall.fromCommitted)}             p50 ${pushed.toFixed(2)} × bare`,
  );
}
