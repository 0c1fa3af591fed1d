import fs from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '@/lib/core/errors';

test('the page for programmers lists every code with its status and meaning, and no others', () => {
  const rows = fs
    .readFileSync('docs/api.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, status, code, title] = /^\| (\d{3}) \| `([\w-]+)` \| (.+) \|$/.exec(line) ?? [];
      return code ? [[code, { status: Number(status), title }]] : [];
    });
  expect(Object.fromEntries(rows)).toEqual(ERROR_CODES);
});
