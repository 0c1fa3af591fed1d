import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '@/lib/core/time-zone';
import { providerOf, sqliteFile } from './db/provider';

const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
const databaseUrl = z.string().refine(isDatabaseUrl, 'must start with "file:" (SQLite) or "postgresql://"');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseUrl.default('file:./data/hall.db'),
  /** Connections of this process to PostgreSQL. */
  DATABASE_POOL: z.coerce.number('must be a number').int().min(1).max(500).default(20),
  /** Set when several servers share one PostgreSQL: live messages then travel through Redis. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
  /** The address under which people reach this server; needed behind a proxy with another name. */
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number('must be the number of proxies in front').int().min(0).max(10).default(0),
  /** Signs sessions. Left out, one is made and kept beside the data. */
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** The mail server for reports, with user and password where it wants them. Left out: no reports are sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  /** Who reports come from: an address, with or without a name before it. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must be an e-mail address')
    .default('business-hall@localhost'),
  DEMO: flag.default(false),
  DEMO_PLAY: flag.default(true),
  /** The zone of a demo hall that is made at this start. */
  DEMO_TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone such as Asia/Shanghai').optional(),
  /** Lets a test or a replay set the clock. Never in a real hall. */
  TEST_CLOCK: flag.default(false),
  /** Where that clock stands when the server starts; left out, at the real time. */
  TEST_CLOCK_AT: z.iso.datetime('must be a time such as 2026-03-02T01:00:00Z').optional(),
  /** Lets webhooks and push services be addresses of a private network, and plain http: an SMS gateway in the house. */
  WEBHOOKS_PRIVATE: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = Omit<z.output<typeof environment>, 'AUTH_SECRET'> & { AUTH_SECRET: string };

/**
 * Reads and checks the environment. Throws one error which names every variable that is wrong and says what is
 * wrong with it, without its value, which may be a secret.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable (`REDIS_URL= npm start`) means the same as none.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`);
    throw new Error(`The server cannot start, because of its environment:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  return { ...env, AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(env.DATABASE_URL) };
}

// As with the database: server.ts and the bundled pages have separate copies of this module.
const shared = globalThis as typeof globalThis & { hallEnv?: Env };

/** The environment of this process, read and checked at first use (server.ts does so before anything else). */
export function env(): Env {
  shared.hallEnv ??= readEnv(process.env);
  return shared.hallEnv;
}

function isDatabaseUrl(url: string): boolean {
  try {
    providerOf(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * The secret of an installation that was not given one: made once, kept beside the database file (in ./data for
 * PostgreSQL), readable by its owner only. Several servers on one database need a common AUTH_SECRET instead.
 */
function keptSecret(url: string): string {
  const folder = providerOf(url) === 'sqlite' ? path.dirname(sqliteFile(url)) : path.resolve('data');
  const file = path.join(folder, 'auth-secret');
  fs.mkdirSync(folder, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return fs.readFileSync(file, 'utf8');
}
