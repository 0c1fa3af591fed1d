import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '@/lib/core/errors';
import { PERMISSIONS, type Permission } from '@/lib/staff/policy';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_PATTERN } from './idempotency';
import { NAMED_SCHEMAS, withReferences } from './named-schemas';
import { problemSchema } from './problem';
import { emptyBody, type Route, takesBody } from './route';

/** Codes with which a route may refuse, by status: what every route has, and its own. */
export function refusalsOf(route: Route): Map<number, ErrorCode[]> {
  const codes = new Set<ErrorCode>(['rate-limited', 'invalid-input', 'method-not-allowed']);
  if (route.who !== 'open') codes.add('unauthenticated');
  if (route.method !== 'get') codes.add('forbidden');
  if (typeof route.who !== 'string' || route.who === 'administrator') codes.add('forbidden');
  if (route.path.includes('{')) codes.add('not-found');
  if (takesBody(route)) {
    for (const code of ['invalid-json', 'payload-too-large', 'unsupported-media-type'] as const) codes.add(code);
    codes.add('idempotency-key-reused');
  }
  for (const code of route.refusals ?? []) codes.add(code);
  codes.add('internal');
  codes.add('database-unavailable');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = ERROR_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}

/** The route as the document has it. */
export function describeRoute(route: Route): RouteConfig {
  const body = takesBody(route) && !route.upload ? (route.body ?? emptyBody) : undefined;
  return {
    method: route.method,
    path: route.path,
    tags: [route.tag],
    operationId: operationId(route),
    summary: route.summary,
    description: [route.description, `Who: ${describeWho(route)}.`].filter(Boolean).join('\n\n'),
    security: security(route),
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(takesBody(route) ? { headers: idempotencyHeader } : {}),
      ...(body
        ? { body: { content: { 'application/json': { schema: body } }, required: route.body !== undefined } }
        : {}),
      ...(route.upload ? { body: { content: bytesOf(route.upload.types), required: true } } : {}),
    },
    responses: {
      [route.status]: {
        description: 'Done.',
        content: route.file ? bytesOf(route.file) : { 'application/json': { schema: route.answer } },
      },
      ...(route.nothing ? { 204: { description: route.nothing } } : {}),
      ...Object.fromEntries(
        [...refusalsOf(route)].map(([status, codes]) => [
          status,
          {
            description: codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].title}.`).join(' '),
            content: { 'application/problem+json': { schema: problemSchema } },
            ...(status === 429 || status === 423 ? { headers: retryAfter } : {}),
          },
        ]),
      ),
    },
  };
}

const retryAfter = {
  'Retry-After': { schema: { type: 'integer' as const }, description: 'Seconds until another try makes sense.' },
};

const idempotencyHeader = z.object({
  [IDEMPOTENCY_HEADER]: z
    .string()
    .regex(new RegExp(IDEMPOTENCY_PATTERN))
    .max(200)
    .optional()
    .describe('The same key and body within 24 hours: the same answer and no second effect. Another body: 422.'),
});

/** Bytes of these media types, as the document has them. */
function bytesOf(types: readonly string[]) {
  const schema = { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

/** "post /tickets/{ticket}/no-show" → "postTicketsNoShow" */
function operationId({ method, path }: Route): string {
  const words = path.split(/[/-]/).filter((word) => word && !word.startsWith('{'));
  const suffix = path.endsWith('}') && method === 'get' ? 'One' : '';
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + suffix;
}

/** The people and devices behind a route's permissions, from the one table of them. */
export function describeWho({ who, path }: Route): string {
  if (who === 'open') return 'everybody; credentials are not looked at';
  if (who === 'anyone') return 'everybody';
  if (who === 'staff') return 'every signed-in person';
  if (who === 'administrator') return 'administrators';
  const people = new Set<string>();
  for (const permission of who) {
    const grant: { roles: readonly string[]; screens?: readonly string[]; customer?: boolean; anyone?: boolean } =
      PERMISSIONS[permission as Permission];
    if (grant.anyone) people.add('everybody');
    for (const role of grant.roles) people.add(role);
    for (const screen of grant.screens ?? []) people.add(`${screen} screen`);
    if (grant.customer && path.includes('{ticket}')) people.add("the ticket's customer (by its token)");
  }
  if (people.has('everybody')) return `everybody (${who.join(', ')})`;
  return `${[...people, 'admin'].join(', ')} of the hall (${who.join(', ')})`;
}

function security({ who, path }: Route): Record<string, string[]>[] {
  if (who === 'open') return [];
  if (who === 'staff') return [{ session: [] }];
  if (who === 'administrator') return [{ session: [] }];
  const schemes: Record<string, string[]>[] = [{ session: [] }, { key: [] }, { screen: [] }];
  const open = who === 'anyone' || who.some((permission) => 'anyone' in PERMISSIONS[permission]);
  if (path.includes('{ticket}')) schemes.push({ ticketToken: [] });
  return open ? [...schemes, {}] : schemes;
}

/** The whole document, OpenAPI 3.1, from the same schemas that check requests. */
export function openApiDocument(app: OpenAPIHono) {
  const registry = app.openAPIRegistry;
  // A copy, because the registry can name only schemas that were made after its package was loaded, and in which order
  // modules are loaded must not matter.
  for (const [name, schema] of Object.entries(NAMED_SCHEMAS)) registry.register(name, schema.clone());
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'hall.session_token',
    description: 'Staff: the cookie that POST /session sets (named "__Secure-hall.session_token" over https).',
  });
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'Programs: a key made by an administrator, for one role in one hall.',
  });
  registry.registerComponent('securitySchemes', 'screen', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Screen-Token',
    description: 'Paired screens: the token that POST /screens/pair answers.',
  });
  registry.registerComponent('securitySchemes', 'ticketToken', {
    type: 'http',
    scheme: 'bearer',
    description: "Customers: the ticket's token, here or in the path in place of the id.",
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Business hall',
      version: '1.0.0',
      description:
        'Queue and touchpoints of a business hall. Times are ISO 8601 UTC, durations whole seconds. Errors are problem ' +
        'documents (RFC 9457) with a code from a closed list.',
    },
    servers: [{ url: '/api/v1' }],
  });
  return withReferences(document);
}
