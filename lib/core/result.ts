import type { Failure } from './errors';

/** An expected outcome is a value: either `value`, or a `failure` with a code from the closed list. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(code: Failure['code'], details: Omit<Failure, 'code'> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...details } };
}
