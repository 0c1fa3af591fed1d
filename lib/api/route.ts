import { z } from 'zod';
import type { ErrorCode } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import type { Caller } from '@/lib/door/command';
import type { House } from '@/lib/door/house';
import type { Actor } from '@/lib/staff/actor';
import type { Permission } from '@/lib/staff/policy';

/** One request after all checks: what a route works with. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  house: House;
  actor: Actor;
  /** Actor and idempotency key, for commands. */
  caller: Caller;
  params: P;
  query: Q;
  body: B;
  /** The ticket of the path, when it was named by its token. */
  ticketId: string | null;
  /** The body of an upload, as it came. */
  bytes: Uint8Array | null;
  /** Where the request came from. */
  address: string;
  requestHeaders: Headers;
  /** Headers of the answer. */
  answerHeaders: Headers;
}

/**
 * Who may call: those with one of these permissions in the hall of the thing; any signed-in person (`staff`); or
 * everybody, whose credentials are looked at (`anyone`) or not at all (`open`: signing in, health).
 */
export type Who = readonly [Permission, ...Permission[]] | 'staff' | 'administrator' | 'anyone' | 'open';

/** What a POST takes that takes nothing: no body, or an empty object. */
export const emptyBody = z.strictObject({});

/** GET and DELETE say all in the address. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return method === 'post' || method === 'patch';
}

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** A route as data: the API is built, documented and tested from the list of them. */
export interface Route {
  method: Method;
  /** Below /api/v1, with parameters in braces. A parameter {ticket} takes an id or a token. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  who: Who;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Left out for a POST: an empty body. */
  body?: z.ZodType;
  /** Takes bytes in place of JSON: media types that are taken, and how much. */
  upload?: { types: readonly string[]; mostBytes: number };
  /** Answers with bytes of one of these media types: `{ contentType, bytes }`. */
  file?: readonly string[];
  status: 200 | 201;
  answer: z.ZodType;
  /** When there is nothing to answer: 204 with this meaning. */
  nothing?: string;
  /** Codes of refusals beyond those that every route has. */
  refusals?: readonly ErrorCode[];
  /** A stricter limit for callers without identity, or none at all. */
  limit?: 'signIn' | 'pairing' | 'remoteTicket' | 'none';
  /** A stricter limit for each unattended device: anybody stands before it. */
  deviceLimit?: 'kioskTicket' | 'kioskCode';
  run(call: Call): Promise<Result<unknown>>;
}

interface Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType, N>
  extends Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'nothing' | 'status' | 'run'> {
  params?: P;
  query?: Q;
  body?: B;
  status?: 200 | 201;
  answer: A;
  nothing?: N;
  run(
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<Result<z.input<A> | (N extends string ? null : never)>>;
}

/** Checks the parts of a route against each other, and forgets their types, so that routes form one list. */
export function defineRoute<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
  N extends string | undefined = undefined,
>(definition: Definition<P, Q, B, A, N>): Route {
  return { status: 200, ...definition, run: (call) => definition.run(call as Parameters<typeof definition.run>[0]) };
}
