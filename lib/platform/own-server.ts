import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { SERVER_FILE } from './build';

export interface OwnServer {
  /** Where it answers, without a slash at the end. */
  url: string;
  pid: number;
  /** What it has written so far; empty where its output goes to the caller's terminal. */
  log(): string;
  /** Resolves when the process has ended, with its exit code (null: by a signal). */
  ended: Promise<number | null>;
  /** Ends it in order; by force after a quarter of a minute. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface OwnServerOptions {
  /** The whole environment of the process, beside HOST and PORT. */
  env: NodeJS.ProcessEnv;
  host?: string;
  port?: number;
  /** `inherit`: its output goes to the caller's terminal. */
  output?: 'keep' | 'inherit';
  /** Gives up when the server is not ready after this. */
  readyWithinMs?: number;
}

/** Starts the built server as a process of its own, and resolves when it is ready to serve. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const child = spawn(process.execPath, [path.join(options.env.NEXT_DIST_DIR ?? '.next', SERVER_FILE)], {
    stdio: options.output === 'inherit' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...options.env, HOST: host, PORT: String(port) },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning(child)) child.kill(signal);
    await ended;
  };
  try {
    await ready(child, url, options.readyWithinMs ?? 120_000);
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`${(error as Error).message}\n${log}`);
  }
  return {
    url,
    pid: child.pid ?? 0,
    log: () => log,
    ended,
    stop: async () => {
      const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await end('SIGTERM');
      clearTimeout(forced);
    },
    kill: () => end('SIGKILL'),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Asks again and again until the server says that it is ready. */
async function ready(child: ChildProcess, url: string, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (!isRunning(child)) throw new Error('The server ended at its start:');
    const answer = await fetch(`${url}/api/v1/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The server did not become ready within ${Math.round(withinMs / 1000)} seconds:`);
}

/** Ports below those that systems give to connections going out: none of these takes a port that waits for its server. */
const PORTS = { first: 20_000, count: 12_000 };
let asked = 0;

/**
 * A port nobody listens on at this moment. Processes that start servers beside each other look in different places, and
 * none is named twice soon: a server needs some seconds until it listens.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    asked += 1;
    const port = PORTS.first + ((process.pid * 211 + asked) % PORTS.count);
    if (await isFree(port)) return port;
  }
  throw new Error('No port is free for a server.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
