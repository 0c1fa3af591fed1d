import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { api } from '@/lib/api/app';
import { problemSchema } from '@/lib/api/problem';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { visitEndRows } from '@/tests/factories/visit-end';
import { type Answer, type ApiClient, ApiClient as Client, signedIn, withKey } from '@/tests/support/api-client';
import { dumpDatabase } from '@/tests/support/dump';
import { brokenObjectsOf, type JsonSchema, type Schemas, valuesOf } from '@/tests/support/json-schema';
import { testDatabase } from '@/tests/support/test-database';

interface Operation {
  parameters?: { name: string; in: string; schema: JsonSchema }[];
  requestBody?: { required?: boolean; content: { 'application/json'?: { schema: JsonSchema } } };
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let admin: ApiClient;
let document: OpenApi;
let places: Record<string, string>;
let operations: { method: string; path: string; operation: Operation }[];

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  admin = await signedIn(house, 'admin', null, 'admin');
  const guide = await withKey(house, hall.id, 'guide');
  const ticket = (await guide.post(`/halls/${hall.id}/tickets`, { serviceCode: 'cards' })).body as { id: string };
  const staff = (
    await admin.post('/staff', { username: 'somebody', name: 'Somebody', password: 'eight letters', roles: [] })
  ).body as { id: string };
  const key = (await admin.post('/keys', { hall: hall.id, name: 'spare', role: 'guide' })).body as { id: string };
  const screen = (await admin.post(`/halls/${hall.id}/screens`, { kind: 'door', name: 'Door' })).body as { id: string };
  const leader = (
    await admin.post('/staff', {
      username: 'leader',
      name: 'Leader',
      password: 'eight letters',
      roles: [{ hallId: hall.id, role: 'shiftLead' }],
    })
  ).body as { id: string };
  const of = async (path: string, body: unknown) =>
    ((await admin.post(`/halls/${hall.id}/${path}`, body)).body as { id: string }).id;
  const names = { 'zh-CN': 'x', en: 'x', es: 'x' };
  const days = { firstDay: '2026-03-02', lastDay: '2026-03-31' };
  places = {
    material: await of('material', { kind: 'poster', titles: names, validFrom: '2026-03-02' }),
    campaign: await of('campaigns', { titles: names, texts: names, ...days }),
    weakPoint: await of('weak-points', { touchpoint: 'queue', description: 'Long waits at noon' }),
    record: await of('records', {
      kind: 'morning',
      heldOn: '2026-03-02',
      heldAt: '08:30',
      leaderId: leader.id,
      topics: 'Today',
    }),
    hall: hall.slug,
    counter: hall.counter(1),
    ticket: ticket.id,
    staff: staff.id,
    key: key.id,
    screen: screen.id,
    session: 'no-such-session',
    ...(await visitEndRows(house, hall)),
  };
  const complaint = (
    await admin.post(`/halls/${hall.id}/complaints`, { category: 'wait', words: 'x', remedies: [{ kind: 'apology' }] })
  ).body as { id: string; remedies: { id: string }[] };
  const notice = { id: 'a-notice', hallId: hall.id, at: house.clock.now(), dueAt: house.clock.now() };
  await house.db.hallNotice.create({ data: { ...notice, serviceDay: '2026-03-02', fields: ['weeklyHours'] } });
  Object.assign(places, { complaint: complaint.id, remedy: complaint.remedies[0]?.id, notice: notice.id });
  places.offlineTicket = await of('offline-tickets', {
    id: '00000000-0000-4000-8000-000000000002',
    holder: '00000000-0000-4000-8000-000000000001',
    blockId: 'none',
    number: 'A800',
    issuedAt: '2026-03-02T02:00:00Z',
    order: { serviceCode: 'cards' },
  });
  places.mailing = await of('mailings', {
    frequency: 'daily',
    sendAt: 27_000,
    recipients: ['boss@example.org'],
    locale: 'en',
    active: true,
  });
  const content = { title: names, bring: names, duration: names, cost: names, where: names, body: names };
  Object.assign(places, {
    approach: await of('approaches', { outcome: 'left' }),
    enquiry: await of('enquiries', { topic: 'sim' }),
    article: await of('knowledge', { kind: 'guide', topic: 'sim', content, publish: true }),
    station: await of('stations', { code: 'glasses', names, shows: names }),
    webhook: await of('webhooks', {
      name: 'Messages',
      url: 'https://receiver.example/',
      events: ['ticket.called'],
      takesPhone: true,
    }),
    printer: await of('printers', { name: 'Desk', host: '127.0.0.1', forGuide: true }),
  });
  Object.assign(places, { job: await of(`tickets/${ticket.id}/print`, {}) });
  // Whatever is asked below is asked of something that is there.
  for (const [what, id] of Object.entries(places)) expect(id, what).toBeTypeOf('string');
  const trial = (await admin.post(`/stations/${places.station}/trials`, { interest: 4 })).body as { id: string };
  Object.assign(places, { trial: trial.id });
  document = (await admin.get('/openapi.json')).body as OpenApi;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
});

let asking = 0;
/** Sends as the administrator, who may everything, from an address of its own: limits are tested elsewhere. */
function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return admin.send(method.toUpperCase(), path, body, { 'x-client-address': `address ${++asking}`, ...headers });
}

function filled(path: string, over: Record<string, string> = {}): string {
  return path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => over[name] ?? encodeURIComponent(places[name] ?? 'no-such-thing'),
  );
}

function expectProblem(answer: Answer, about: string): void {
  expect(answer.headers.get('content-type'), about).toBe('application/problem+json');
  const problem = problemSchema.strict().parse(answer.body);
  expect(problem.status, about).toBe(answer.status);
  expect(answer.status, `${about}: ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400);
  expect(answer.status, `${about}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
}

/** Does a path, taken as an address, match another path's pattern? */
function isPlaceOf(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

const RUNS = { numRuns: 30 };

async function unchanged(run: () => Promise<void>): Promise<void> {
  const before = await dumpDatabase(house.db);
  await run();
  expect(await dumpDatabase(house.db)).toEqual(before);
}

// Uploads take bytes, not JSON: see the tests of attachments.
const withBody = () => operations.filter(({ operation }) => operation.requestBody?.content['application/json']);
const bodyOf = (operation: Operation) => operation.requestBody?.content['application/json']?.schema ?? {};

describe('no route takes what its schema refuses, and nothing is changed', { timeout: 180_000 }, () => {
  test('bodies broken in one place', async () => {
    await unchanged(async () => {
      for (const { method, path, operation } of withBody())
        await fc.assert(
          fc.asyncProperty(brokenObjectsOf(bodyOf(operation), document.components.schemas), async (body) => {
            expectProblem(await send(method, filled(path), JSON.stringify(body)), `${method} ${path}`);
          }),
          RUNS,
        );
    });
  });

  test('bodies that are no JSON, too large, too deep, or something else', async () => {
    const deep = (n: number) => `{"a":${'['.repeat(n)}${']'.repeat(n)}}`;
    const bodies: [string, string | undefined, number[]][] = [
      ['{', undefined, [400]],
      ['{"a":1', undefined, [400]],
      ['nul', undefined, [400]],
      ['{"a":1}}', undefined, [400]],
      ["{'a':1}", undefined, [400]],
      ['\uFEFF{', undefined, [400]],
      [deep(30), undefined, [400]],
      [deep(20_000), undefined, [400]],
      [JSON.stringify({ a: 'x'.repeat(70_000) }), undefined, [413]],
      ['{"a":1}', 'text/plain', [415]],
      ['a=1', 'application/x-www-form-urlencoded', [415]],
      ['{"a":1}', 'application/xml; charset=json', [415]],
      ['{"a":1}', '', [415]],
    ];
    await unchanged(async () => {
      for (const { method, path } of withBody())
        for (const [body, type, statuses] of bodies) {
          const answer = await send(method, filled(path), body, type === undefined ? {} : { 'content-type': type });
          expectProblem(answer, `${method} ${path}`);
          expect(statuses, `${method} ${path} ${body.slice(0, 20)}`).toContain(answer.status);
        }
    });
  });

  test('bytes that are no UTF-8', async () => {
    await unchanged(async () => {
      for (const { method, path } of withBody()) {
        const response = await api(house).fetch(
          new Request(`http://hall.test/api/v1${filled(path)}`, {
            method: method.toUpperCase(),
            headers: { 'content-type': 'application/json', 'x-client-address': `bytes ${++asking}` },
            body: new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
          }),
        );
        expect([400, 401]).toContain(response.status);
      }
    });
  });

  test('things that do not exist, under every kind of name', async () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }).filter((text) => /^\P{Surrogate}*$/u.test(text)),
      fc.uuid(),
      fc.stringMatching(/^t_[A-Za-z0-9_-]{0,60}$/),
      fc.constantFrom('__proto__', 'constructor', 'null', '0', '-1', "' OR 1=1 --", 'a'.repeat(3000), '%', '..;', '\0'),
    );
    await unchanged(async () => {
      for (const { method, path, operation } of operations.filter((o) => o.path.includes('{')))
        for (const parameter of (operation.parameters ?? []).filter((p) => p.in === 'path'))
          await fc.assert(
            fc.asyncProperty(names, async (name) => {
              // "." and ".." are taken away by every client before it sends.
              fc.pre(!/^\.{1,2}$/.test(name) && name !== places[parameter.name]);
              const body = operation.requestBody?.required ? {} : undefined;
              const answer = await send(method, filled(path, { [parameter.name]: encodeURIComponent(name) }), body);
              expectProblem(answer, `${method} ${path} ${JSON.stringify(name)}`);
            }),
            RUNS,
          );
    });
  });

  test('addresses with broken percent-signs, and unknown ones', async () => {
    await unchanged(async () => {
      for (const { method, path } of operations.filter((o) => o.path.includes('{')))
        for (const broken of ['%', '%zz', '%c3%28', '%ff', '%00', 'a%0', '%ed%a0%80'])
          expectProblem(await send(method, path.replace(/\{\w+\}/g, broken)), `${method} ${path} ${broken}`);
      for (const path of [
        '',
        '/',
        '/nothing',
        '/halls/',
        '/halls//tickets',
        '/tickets',
        '/openapi.json/x',
        '/problems/x',
      ])
        expectProblem(await send('GET', path), path);
    });
  });

  test('queries', async () => {
    const strange = [
      '',
      'abc',
      '-1',
      '0',
      '1e99',
      '9'.repeat(40),
      'NaN',
      'null',
      '[object Object]',
      "'",
      '1;2',
      '%00',
      '%ff',
      '2026-02-31',
      '0000-01-01',
    ];
    await unchanged(async () => {
      for (const { method, path, operation } of operations.filter((o) => o.method === 'get'))
        for (const parameter of (operation.parameters ?? []).filter((p) => p.in === 'query'))
          for (const value of strange) {
            const answer = await send(method, `${filled(path)}?${parameter.name}=${value}`);
            const about = `${path}?${parameter.name}=${value}`;
            // Some of it means something: "0" is a cursor that nothing has. Then it is answered.
            if (answer.status !== 200) expectProblem(answer, about);
          }
    });
  });

  test('headers', async () => {
    await unchanged(async () => {
      for (const { method, path } of withBody())
        for (const key of ['x'.repeat(201), 'with space', ''])
          expectProblem(await send(method, filled(path), {}, { 'idempotency-key': key }), `${method} ${path}`);
      for (const { method, path } of operations.filter((o) => !o.path.startsWith('/health')))
        for (const authorization of [
          'Bearer',
          'Bearer ',
          'Basic YTpi',
          `Bearer ${'k'.repeat(500)}`,
          'Bearer k_é',
          'x',
        ]) {
          const answer = await new Client(house).send(
            method.toUpperCase(),
            filled(path),
            method === 'get' ? undefined : {},
            {
              authorization: encodeURI(authorization),
              'x-client-address': `header ${++asking}`,
            },
          );
          if (answer.status !== 400) expect(answer.status, `${method} ${path}`).toBe(401);
          expectProblem(answer, `${method} ${path}`);
        }
    });
  });

  test('methods', async () => {
    await unchanged(async () => {
      for (const path of Object.keys(document.paths))
        for (const method of ['put', 'post', 'patch', 'delete', 'get']) {
          // "/screens/pair" is also the place of a screen called "pair".
          if (operations.some((o) => o.method === method && isPlaceOf(o.path, path))) continue;
          const answer = await send(method, filled(path), method === 'get' ? undefined : {});
          expectProblem(answer, `${method} ${path}`);
          expect(answer.status).toBe(405);
          const allowed = answer.headers.get('allow') ?? '';
          for (const known of Object.keys(document.paths[path] ?? {})) expect(allowed).toContain(known.toUpperCase());
        }
    });
  });
});

test('what a schema allows is done or refused, never a fault', async () => {
  for (const { method, path, operation } of withBody())
    await fc.assert(
      fc.asyncProperty(valuesOf(bodyOf(operation), document.components.schemas), async (body) => {
        const answer = await send(method, filled(path), body);
        if (answer.status >= 300) expectProblem(answer, `${method} ${path} ${JSON.stringify(body)}`);
        else expect([200, 201, 204]).toContain(answer.status);
      }),
      { numRuns: 15 },
    );
});
