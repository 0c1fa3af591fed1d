import type { Context } from 'hono';
import type { z } from 'zod';
import { actorFrom, expiredSessionCookie } from '@/lib/auth/identity';
import type { FieldProblem } from '@/lib/core/errors';
import { fail, type Result, success } from '@/lib/core/result';
import type { House } from '@/lib/door/house';
import { clientAddress } from '@/lib/platform/client-address';
import { log } from '@/lib/platform/logging';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { PERMISSIONS, permits } from '@/lib/staff/policy';
import { findTicketVisit } from '@/lib/tickets/queries';
import { ticketIdOf } from '@/lib/tickets/token';
import { isStrangeText } from './clean-json';
import { callerOf, idempotencyKey } from './idempotency';
import { takeFrom, takeRequest } from './limits';
import { problemResponse } from './problem';
import { readBody, readUpload } from './request-body';
import { type Call, emptyBody, type Route, takesBody } from './route';
import { isSameOrigin } from './same-origin';

/** Takes a request through the checks of its route, in this order, and answers with JSON or a problem document. */
export async function serve(house: House, route: Route, context: Context): Promise<Response> {
  const started = performance.now();
  const headers = new Headers({ 'cache-control': 'no-store' });
  let who = 'unknown';
  let response: Response;
  try {
    const result = await walk(house, route, context, headers, (actor) => {
      who = actor.kind;
    });
    response = result.ok ? answer(route, result.value, headers) : problemResponse(result.failure, headers);
  } catch (error) {
    log().error({ part: 'api', route: route.path, error: errorFacts(error) }, 'a request failed');
    response = problemResponse({ code: isDatabaseGone(error) ? 'database-unavailable' : 'internal' }, headers);
  }
  const ms = Math.round((performance.now() - started) * 10) / 10;
  log()[response.status < 400 ? 'debug' : 'info']({
    method: route.method,
    route: route.path,
    status: response.status,
    ms,
    who,
  });
  return response;
}

function answer(route: Route, value: unknown, headers: Headers): Response {
  if (route.nothing && value === null) return new Response(null, { status: 204, headers });
  if (route.file) {
    const { contentType, bytes } = value as { contentType: string; bytes: Uint8Array<ArrayBuffer> };
    headers.set('content-type', contentType);
    return new Response(bytes, { status: route.status, headers });
  }
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(value), { status: route.status, headers });
}

async function walk(
  house: House,
  route: Route,
  { req }: Context,
  answerHeaders: Headers,
  identified: (actor: Actor) => void,
): Promise<Result<unknown>> {
  const request = req.raw;
  const address = clientAddress(request.headers);
  const given = await identify(house, route, request.headers, answerHeaders);
  const wait =
    route.limit === 'none' ? null : await takeRequest(house, given.ok ? given.value : { kind: 'anonymous' }, address);
  if (wait !== null) return rateLimited(wait);
  if (!given.ok) return given;
  identified(given.value);

  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request))
    return fail('forbidden', { detail: 'A request with a cookie must come from our own pages.' });
  const key = idempotencyKey(request.headers);
  if (!key.ok) return key;

  const params = req.param();
  const bearer = await bearerOfTicket(house, route, given.value, params.ticket);
  if (!bearer.ok) return bearer;
  const { actor, ticketId } = bearer.value;
  const refused = earlyRefusal(route, actor);
  if (refused) return fail(refused);
  if (route.limit && route.limit !== 'none' && actor.kind === 'anonymous') {
    const pause = await takeFrom(house, route.limit, address);
    if (pause !== null) return rateLimited(pause);
  }
  if (route.deviceLimit && actor.kind === 'screen') {
    const pause = await takeFrom(house, route.deviceLimit, actorRef(actor));
    if (pause !== null) return rateLimited(pause);
  }

  const upload = route.upload ? await readUpload(request, route.upload) : null;
  if (upload && !upload.ok) return upload;
  const body = takesBody(route) && !upload ? await readBody(request) : success({});
  if (!body.ok) return body;
  const input = checkInput(route, params, new URL(request.url).searchParams, body.value);
  if (!input.ok) return input;
  const call: Call = {
    house,
    actor,
    caller: callerOf(house, actor, key.value, address),
    ...input.value,
    ticketId,
    bytes: upload?.value ?? null,
    address,
    requestHeaders: request.headers,
    answerHeaders,
  };
  return route.run(call);
}

async function identify(house: House, route: Route, headers: Headers, answerHeaders: Headers): Promise<Result<Actor>> {
  if (route.who === 'open') return success({ kind: 'anonymous' });
  const actor = await actorFrom(house, headers);
  // A browser keeps sending an ended session until it is told to forget it.
  if (!actor.ok && headers.has('cookie')) answerHeaders.append('set-cookie', await expiredSessionCookie(house));
  return actor;
}

/**
 * A ticket named by its token makes the caller its customer, unless he may do it anyway: staff who scan the code of a
 * ticket stay staff. Tokens that are none of ours are unknown tickets.
 */
async function bearerOfTicket(
  house: House,
  route: Route,
  actor: Actor,
  named: string | undefined,
): Promise<Result<{ actor: Actor; ticketId: string | null }>> {
  if (!named?.startsWith('t_')) return success({ actor, ticketId: null });
  const ticketId = ticketIdOf(house.secret, named);
  const ticket = ticketId ? await findTicketVisit(house.db, ticketId) : null;
  if (!ticketId || !ticket) return fail('not-found', { detail: 'There is no such ticket.' });
  const may =
    typeof route.who !== 'string' && route.who.some((permission) => permits(actor, permission, ticket.hallId));
  return success({ actor: may ? actor : { kind: 'customer', ticketId, ...ticket }, ticketId });
}

/**
 * What can be said before anything about the request or the thing: without identity only what everybody may do, and
 * what is for people or for administrators is for nobody else.
 */
function earlyRefusal({ who }: Route, actor: Actor): 'unauthenticated' | 'forbidden' | null {
  if (who === 'open' || who === 'anyone') return null;
  if (actor.kind === 'anonymous') {
    const open = typeof who !== 'string' && who.some((permission) => 'anyone' in PERMISSIONS[permission]);
    return open ? null : 'unauthenticated';
  }
  if (typeof who !== 'string') return null;
  if (actor.kind !== 'staff') return 'forbidden';
  return who === 'staff' || actor.roles.some(({ role }) => role === 'admin') ? null : 'forbidden';
}

function checkInput(
  route: Route,
  params: Record<string, string>,
  search: URLSearchParams,
  body: unknown,
): Result<{ params: unknown; query: unknown; body: unknown }> {
  const query = Object.fromEntries(search);
  for (const [place, values] of Object.entries({ path: params, query }))
    for (const [name, value] of Object.entries(values))
      if (isStrangeText(name) || isStrangeText(value))
        return fail('invalid-input', { errors: [{ path: place, message: 'holds characters that are not text' }] });
  const errors: FieldProblem[] = [];
  const checked = {
    params: check(route.params, params, 'path', errors),
    query: check(route.query, query, 'query', errors),
    body: takesBody(route) ? check(route.body ?? emptyBody, body, '', errors) : undefined,
  };
  return errors.length > 0 ? fail('invalid-input', { errors }) : success(checked);
}

function check(schema: z.ZodType | undefined, value: unknown, place: string, errors: FieldProblem[]): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message, code } of parsed.error.issues.slice(0, 50))
    errors.push({ path: [...(place ? [place] : []), ...path].join('.'), message, code });
  return undefined;
}

function rateLimited(seconds: number): Result<never> {
  return fail('rate-limited', { retryAfterSeconds: seconds, detail: `Try again in ${seconds} seconds.` });
}

/** What of an error may stand in a log: its name, code and place, not the values of a query. */
function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  return { type: error.name, code: (error as { code?: unknown }).code, message: error.message, stack: error.stack };
}

/** Prisma's codes for a database that does not answer, or not in time. */
const DATABASE_GONE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET']);

function isDatabaseGone(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return (code !== undefined && DATABASE_GONE.has(code)) || name === 'PrismaClientInitializationError';
}
