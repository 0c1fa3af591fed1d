import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startOwnServer } from '@/lib/platform/own-server';
import { noonZone } from '@/tests/factories/noon-zone';

export type RunningServer = {
  /** Where it answers, without a slash at the end. */
  url: string;
  databaseUrl: string;
  pid: number;
  /** What it has written to its standard output and error so far. */
  log(): string;
  /** Ends it in order, and removes its folder unless the database is the caller's. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. The database stays. */
  kill(): Promise<void>;
};

export type ServerOptions = {
  /** Environment beside PORT, HOST and DATABASE_URL. */
  env?: Record<string, string>;
  /** A database to go on with; left out, a new SQLite file in a temporary folder. */
  databaseUrl?: string;
  /** Fills the database before the server is started on it. */
  prepare?: (databaseUrl: string) => Promise<unknown>;
  port?: number;
};

/** Starts the built server with the settings of tests, and resolves when it is ready to serve. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-server-'));
  const databaseUrl = options.databaseUrl ?? `file:${path.join(folder, 'hall.db')}`;
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    await options.prepare?.(databaseUrl);
    const server = await startOwnServer({
      port: options.port,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TZ: 'Pacific/Chatham',
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        LOG_LEVEL: 'warn',
        // A demo hall meets no midnight. One that begins at a time of its own is in its own zone.
        DEMO_TIME_ZONE: options.env?.TEST_CLOCK_AT ? undefined : noonZone(),
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
        ...options.env,
      },
    });
    return {
      ...server,
      databaseUrl,
      stop: async () => {
        await server.stop();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
