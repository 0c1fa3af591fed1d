import pino, { type Logger } from 'pino';
import { env } from './env';

/**
 * What must never stand in a log: names, phones, tokens, keys, passwords, cookies. The doors do not log them in the
 * first place; this catches what slips in with an object.
 */
const SECRET_PATHS = [
  'name',
  'phone',
  'customer',
  'customerName',
  'customerPhone',
  'username',
  'password',
  'token',
  'key',
  'cookie',
  'authorization',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

const shared = globalThis as typeof globalThis & { businessHallLog?: Logger };

/** The log of this process: one JSON line an entry, on standard output. */
export function log(): Logger {
  shared.businessHallLog ??= pino({
    level: env().LOG_LEVEL,
    redact: { paths: SECRET_PATHS, censor: '[hidden]' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return shared.businessHallLog;
}
