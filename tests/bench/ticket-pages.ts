import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { percentile } from './percentile';

/*
 * 1,000 open ticket pages on one server: from the moment the clerks' calls are at the command door until each phone has
 * heard that one fewer is ahead, beside a bare socket.io server that sends each phone as many bytes of its own. In ten
 * halls that call at the same moment, and in one hall where a thousand wait. Prints figures; judges nothing.
 */

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12);
const WARM_UP = 2;

type Message =
  | { kind: 'ready'; port: number; phones: object[] }
  | { kind: 'connected' }
  | { kind: 'sent'; asked: string }
  | { kind: 'received'; at: string[] };

function start(file: string, ...args: (string | number)[]): ChildProcess {
  return fork(path.join(import.meta.dirname, file), args.map(String), { execArgv: ['--import', 'tsx'] });
}

async function next<K extends Message['kind']>(child: ChildProcess, kind: K): Promise<Extract<Message, { kind: K }>> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Message];
    if (message.kind === kind) return message as Extract<Message, { kind: K }>;
  }
}

async function measure(mode: 'hall' | 'bare', halls: number, tickets: number): Promise<number[]> {
  const server = start('ticket-pages-server.ts', mode, halls, tickets);
  const { port, phones } = await next(server, 'ready');
  const clients = start('ticket-pages-phones.ts');
  clients.send({ kind: 'begin', port, phones });
  await next(clients, 'connected');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    clients.send({ kind: 'round' });
    const received = next(clients, 'received');
    const sent = next(server, 'sent');
    server.send({ kind: 'call' });
    const { asked } = await sent;
    const { at } = await received;
    if (round >= WARM_UP) times.push(...at.map((moment) => Number(BigInt(moment) - BigInt(asked)) / 1e6));
  }
  clients.kill();
  server.kill();
  await Promise.all([once(clients, 'exit'), once(server, 'exit')]);
  return times;
}

console.log('\n1,000 ticket pages, call → phone, ms                 p50     p95     p99');
for (const [halls, tickets] of [
  [10, 100],
  [1, 1_000],
] as const)
  for (const mode of ['bare', 'hall'] as const) {
    const times = await measure(mode, halls, tickets);
    const figures = [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1).padStart(7)).join(' ');
    const what = mode === 'bare' ? 'bare, the same bytes' : 'from the calls (durable)';
    console.log(`  ${String(halls).padStart(2)} × ${String(tickets).padEnd(5)}  ${what.padEnd(32)} ${figures}`);
  }
