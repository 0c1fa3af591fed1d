import { createHmac } from 'node:crypto';
import { fail, type Result, success } from '@/lib/core/result';
import type { Caller } from '@/lib/door/command';
import type { House } from '@/lib/door/house';
import { perHouse } from '@/lib/platform/per-house';
import type { Actor } from '@/lib/staff/actor';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** Printable letters: a UUID, or whatever a program counts with. */
export const IDEMPOTENCY_PATTERN = '^[!-~]{1,200}$';
const KEY = new RegExp(IDEMPOTENCY_PATTERN);

export function idempotencyKey(headers: Headers): Result<string | undefined> {
  const key = headers.get(IDEMPOTENCY_HEADER);
  if (key === null) return success(undefined);
  if (KEY.test(key)) return success(key);
  return fail('invalid-input', {
    errors: [{ path: `header.${IDEMPOTENCY_HEADER}`, message: '1 to 200 printable letters without spaces' }],
  });
}

/**
 * The caller of a command. Keys belong to an actor; those without identity are told apart by their address, so that
 * two strangers who count "1, 2, 3" do not get each other's tickets.
 */
export function callerOf(house: House, actor: Actor, key: string | undefined, address: string): Caller {
  if (key === undefined) return { actor };
  return { actor, idempotencyKey: actor.kind === 'anonymous' ? `${keyed(house, address).slice(0, 16)}:${key}` : key };
}

function keyed(house: House, text: string): string {
  return createHmac('sha256', house.secret).update(text).digest('base64url');
}

interface Kept {
  body: string;
  result: Promise<Result<unknown>>;
  until: number;
}

const KEPT_MS = 10 * 60_000;
const MOST = 5_000;

/**
 * For what is not a command (signing in): the same key and body within ten minutes get the same answer, which is kept
 * in memory because it holds a session's cookie. Only success is kept.
 */
export async function once<T>(
  house: House,
  caller: Caller,
  body: unknown,
  now: number,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const key = caller.idempotencyKey;
  if (!key) return run();
  const answers = perHouse(house, 'answers in memory', () => new Map<string, Kept>());
  const hash = keyed(house, JSON.stringify(body));
  const known = answers.get(key);
  if (known && known.until > now) {
    if (known.body !== hash) return fail('idempotency-key-reused');
    return known.result as Promise<Result<T>>;
  }
  const result = run();
  answers.delete(key);
  answers.set(key, { body: hash, result, until: now + KEPT_MS });
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  const settled = await result.catch((error: unknown) => {
    answers.delete(key);
    throw error;
  });
  if (!settled.ok) answers.delete(key);
  return settled;
}
