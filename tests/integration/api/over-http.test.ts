import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerApi, isApiRequest } from '@/lib/api/node-listener';
import { noteClientAddress } from '@/lib/platform/client-address';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { PASSWORD, signedIn } from '@/tests/support/api-client';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let server: Server;
let base: string;

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  server = createServer((request, response) => {
    noteClientAddress(request, 0);
    if (isApiRequest(request)) void answerApi(house, request, response);
    else response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What a server answers to bytes that no client library would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('answers the API and nothing else', async () => {
  expect((await fetch(`${base}/api/v1/halls/${hall.slug}`)).status).toBe(200);
  expect((await fetch(`${base}/api/v1`)).status).toBe(404);
  for (const path of ['/', '/api/v10/halls', '/api/v2']) expect((await fetch(base + path)).status).toBe(418);
});

test('cookies, headers and empty answers arrive', async () => {
  await signedIn(house, 'guide', hall.id, 'guide');
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'guide', password: PASSWORD }),
  });
  expect(answer.status).toBe(201);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^hall\.session_token=./);
  const out = await fetch(`${base}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
  expect(out.status).toBe(204);
  expect(await out.text()).toBe('');
  const head = await fetch(`${base}/api/v1/halls/${hall.slug}`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  const options = await fetch(`${base}/api/v1/halls`, { method: 'OPTIONS' });
  expect(options.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
});

test('a body that is too large is refused with an answer, however it is sent', async () => {
  for (const size of [64 * 1024 + 1, 5_000_000])
    for (const body of ['x'.repeat(size), new Blob(['x'.repeat(size)]).stream()]) {
      const answer = await fetch(`${base}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half',
      } as RequestInit);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ code: 'payload-too-large' });
    }
});

test('addresses that no client would send', async () => {
  for (const path of ['/api/v1/halls/%zz', '/api/v1/%', '/api/v1/halls/%c0%af', '/api/v1/halls/%00'])
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`), path).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"invalid-input"/,
    );
  const known = await raw(`GET /api/v1/session HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n`);
  expect(known).toMatch(/^HTTP\/1\.1 200 /);
});

test('what a client says of its address does not count', async () => {
  await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
    body: JSON.stringify({ username: 'guide', password: PASSWORD }),
  });
  const sessions = await house.db.staffSession.findMany();
  expect(sessions.map((session) => session.ipAddress)).not.toContain('6.6.6.6');
  expect(sessions.map((session) => session.ipAddress)).toContain('127.0.0.1');
});
