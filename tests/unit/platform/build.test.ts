import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, sourceStamp } from '@/lib/platform/build';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-build-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

test('a build is of the present sources only while name and content of each are the same', () => {
  write('app/page.tsx', 'one');
  write('lib/core/clock.ts', 'two');
  const stamp = sourceStamp(root);
  expect(isBuilt(root)).toBe(false);
  write(`${process.env.NEXT_DIST_DIR ?? '.next'}/source-stamp`, stamp);
  expect(isBuilt(root)).toBe(true);
  write('lib/core/clock.ts', 'three');
  expect(isBuilt(root)).toBe(false);
  write('lib/core/clock.ts', 'two');
  expect(isBuilt(root)).toBe(true);
  fs.renameSync(path.join(root, 'app/page.tsx'), path.join(root, 'app/loading.tsx'));
  expect(isBuilt(root)).toBe(false);
});

test('what the pages are not made of does not matter', () => {
  write('app/page.tsx', 'one');
  const stamp = sourceStamp(root);
  write('tests/unit/some.test.ts', 'a test');
  write('docs/readme.md', 'a text');
  expect(sourceStamp(root)).toBe(stamp);
});
