import { beforeAll, expect } from 'vitest';
import { problemSchema } from '@/lib/api/problem';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { OFFLINE_TICKET } from '@/tests/factories/offline-ticket';
import { visitEndRows } from '@/tests/factories/visit-end';
import { type Answer, type ApiClient, signedIn, withKey } from '@/tests/support/api-client';
import { dumpDatabase } from '@/tests/support/dump';
import type { JsonSchema, Schemas } from '@/tests/support/json-schema';
import { testDatabase } from '@/tests/support/test-database';

// Every route of the API with something there to ask of it, for the tests that send what is wrong.

export interface Operation {
  parameters?: { name: string; in: string; schema: JsonSchema }[];
  requestBody?: { required?: boolean; content: { 'application/json'?: { schema: JsonSchema } } };
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

export let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let admin: ApiClient;
export let document: OpenApi;
export let places: Record<string, string>;
export let operations: { method: string; path: string; operation: Operation }[];

/** Makes a new hall for a test file, before its first test. */
export function askEveryRoute(): void {
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
    const screen = (await admin.post(`/halls/${hall.id}/screens`, { kind: 'door', name: 'Door' })).body as {
      id: string;
    };
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
      await admin.post(`/halls/${hall.id}/complaints`, {
        category: 'wait',
        words: 'x',
        remedies: [{ kind: 'apology' }],
      })
    ).body as { id: string; remedies: { id: string }[] };
    const notice = { id: 'a-notice', hallId: hall.id, at: house.clock.now(), dueAt: house.clock.now() };
    await house.db.hallNotice.create({ data: { ...notice, serviceDay: '2026-03-02', fields: ['weeklyHours'] } });
    Object.assign(places, { complaint: complaint.id, remedy: complaint.remedies[0]?.id, notice: notice.id });
    places.offlineTicket = await of('offline-tickets', OFFLINE_TICKET);
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
}

let asking = 0;
/** An address that nobody has asked from. */
export const newAddress = () => `address ${++asking}`;
/** Sends as the administrator, who may everything, from an address of its own: limits are tested elsewhere. */
export function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return admin.send(method.toUpperCase(), path, body, { 'x-client-address': newAddress(), ...headers });
}

export function filled(path: string, over: Record<string, string> = {}): string {
  return path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => over[name] ?? encodeURIComponent(places[name] ?? 'no-such-thing'),
  );
}

const problem = problemSchema.strict();

/** Asked ten thousand times: one comparison for the answers that are right, words for the one that is not. */
export function expectProblem(answer: Answer, about: string): void {
  const parsed = problem.safeParse(answer.body);
  const isRight =
    parsed.success &&
    parsed.data.status === answer.status &&
    answer.status >= 400 &&
    answer.status < 500 &&
    answer.headers.get('content-type') === 'application/problem+json';
  if (!isRight) expect.fail(`${about}: ${answer.status} ${JSON.stringify(answer.body)} ${parsed.error ?? ''}`);
}

/** Does a path, taken as an address, match another path's pattern? */
export function isPlaceOf(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

export const RUNS = { numRuns: 30 };

export async function unchanged(run: () => Promise<void>): Promise<void> {
  const before = await dumpDatabase(house.db);
  await run();
  expect(await dumpDatabase(house.db)).toEqual(before);
}

/** Uploads take bytes, not JSON: see the tests of attachments. */
export const withBody = () => operations.filter(({ operation }) => operation.requestBody?.content['application/json']);
export const bodyOf = (operation: Operation) => operation.requestBody?.content['application/json']?.schema ?? {};
