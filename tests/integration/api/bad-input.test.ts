import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesOf } from '@/tests/support/json-schema';
import {
  askEveryRoute,
  bodyOf,
  document,
  expectProblem,
  filled,
  operations,
  places,
  RUNS,
  send,
  unchanged,
  withBody,
} from './asked-routes';

// What is wrong and may still come as far as the database: names, queries, and all that a schema lets through. What the
// doors of HTTP refuse before that: bad-requests.sqlite.test.ts.

askEveryRoute();

describe('no route takes what is not there or makes no sense, and nothing is changed', () => {
  test('things that do not exist, under every kind of name', async () => {
    const names = fc.oneof(
      // As `unit: 'binary'`, which writes down every character there is first.
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { minLength: 1, maxLength: 120 })
        .map((points) => String.fromCodePoint(...points))
        .filter((text) => /^\P{Surrogate}*$/u.test(text)),
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
