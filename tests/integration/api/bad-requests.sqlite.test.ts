import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { api } from '@/lib/api/app';
import { ApiClient } from '@/tests/support/api-client';
import { brokenObjectsOf } from '@/tests/support/json-schema';
import {
  askEveryRoute,
  bodyOf,
  document,
  expectProblem,
  filled,
  house,
  isPlaceOf,
  newAddress,
  operations,
  RUNS,
  send,
  unchanged,
  withBody,
} from './asked-routes';

// What is refused before any database is asked for more than who is asking, so one database is enough.

askEveryRoute();

describe('no route takes what its schema refuses, and nothing is changed', () => {
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
            headers: { 'content-type': 'application/json', 'x-client-address': newAddress() },
            body: new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
          }),
        );
        expect([400, 401]).toContain(response.status);
      }
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
          const answer = await new ApiClient(house).send(
            method.toUpperCase(),
            filled(path),
            method === 'get' ? undefined : {},
            {
              authorization: encodeURI(authorization),
              'x-client-address': newAddress(),
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
