import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { percentile } from './percentile';

/*
 * Call → display: from the moment a clerk's call is at the command door until a screen has the new board, with 200 and
 * 1,000 screens, beside a bare socket.io server that broadcasts the same bytes in the same run. Server and screens are
 * processes of their own. Also memory of the server per connected screen. Prints figures; judges nothing.
 */

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);

type FromServer =
  | { kind: 'ready'; port: number }
  | { kind: 'sent'; round: string; asked: string; committed: string }
  | { kind: 'memory'; bytes: number };
type FromScreens = { kind: 'connected' } | { kind: 'received'; round: string; at: string[] };

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
}

async function measure(mode: 'hall' | 'bare', screens: number): Promise<Figures> {
  const server = start('broadcast-server.ts', mode);
  const { port } = await next<FromServer, 'ready'>(server, 'ready');
  const memory = async () => {
    server.send({ kind: 'memory' });
    return (await next<FromServer, 'memory'>(server, 'memory')).bytes;
  };
  const before = await memory();
  const clients = start('broadcast-screens.ts', String(port), String(screens));
  await next<FromScreens, 'connected'>(clients, 'connected');
  const bytesPerScreen = ((await memory()) - before) / screens;
  const figures: Figures = { fromAsked: [], fromCommitted: [], bytesPerScreen };
  for (let round = 0; round < ROUNDS; round++) {
    const received = next<FromScreens, 'received'>(clients, 'received');
    server.send({ kind: 'call' });
    const sent = await next<FromServer, 'sent'>(server, 'sent');
    const { at } = await received;
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

console.log('\nCall → display, ms                                         p50     p95     p99   memory a screen');
for (const screens of [200, 1000]) {
  const bare = await measure('bare', screens);
  const hall = await measure('hall', screens);
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
