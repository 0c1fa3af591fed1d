import { describe, expect, it } from 'vitest';
import { checkFile, importsOf } from '@/tests/house/house-rules';

const complaints = (path: string, text = 'export const a = 1;') => checkFile({ path, text });

describe('the rules of the house', () => {
  it.each([
    ['lib/tickets/queue-order.ts', "import { a } from '@/lib/halls/service-day';"],
    ['lib/tickets/commands.ts', "import { a } from '@/lib/halls/queries';\nimport { b } from './repository';"],
    ['lib/door/work.ts', "import { a } from '@/lib/tickets/repository';"],
    ['lib/realtime/gateway.ts', "import { Server } from 'socket.io';"],
    ['components/live/use-live-view.ts', "import { io } from 'socket.io-client';"],
    ['lib/core/clock.ts', 'export const systemClock = { now: () => new Date() };'],
    ['lib/tickets/clocks.ts', 'export const day = (now: Date) => new Date(now.getTime());'],
    ['README.md', 'Open http://localhost:3000/desk and read ../docs/.'],
  ])('lets %s be', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });

  it.each([
    ['lib/tickets/index.ts', ''],
    ['lib/tickets/utils.ts', ''],
    ['lib/tickets/deep/rule.ts', ''],
    ['lib/loose.ts', ''],
    ['lib/tickets/ticket-card.tsx', ''],
    ['lib/tickets/queue-order.ts', "import { a } from '@/lib/platform/env';"],
    ['lib/tickets/queue-order.ts', "import { a } from '@/lib/halls/queries';"],
    ['lib/tickets/queue-order.ts', 'export const late = () => Date.now();'],
    ['lib/tickets/queue-order.ts', 'export const dice = () => Math.random();'],
    ['lib/tickets/commands.ts', 'const now = new Date();'],
    ['lib/tickets/commands.ts', "import { a } from '@/lib/halls/repository';"],
    ['lib/tickets/commands.ts', "import { a } from '../halls/repository';"],
    ['lib/tickets/commands.ts', "import { Server } from 'socket.io';"],
    ['components/live/live-board.tsx', "import { io } from 'socket.io-client';"],
    ['lib/core/ids.ts', "import { a } from '@/lib/tickets/ticket';"],
    ['lib/platform/db/client.ts', "import { a } from '@/lib/tickets/ticket';"],
    ['tests/unit/tickets/a.test.ts', "it.skip('later', () => {});"],
    ['tests/e2e/a.spec.ts', 'await page.waitForTimeout(500);'],
    ['lib/tickets/commands.ts', '// TODO: later'],
    ['lib/tickets/commands.ts', '// @ts-expect-error'],
    ['components/floor/a.tsx', "import dynamic from 'next/dynamic';\nconst A = dynamic(() => import('./b'));"],
    ['docs/setup.md', 'Run it in /home/anna/hall.'],
  ])('complains about %s: %s', (path, text) => {
    expect(complaints(path, text)).toHaveLength(1);
  });

  it('finds imports of every form, but not in comments', () => {
    const text = `
      /** import { no } from 'no'; */
      import a from 'a';
      import { b,
        bb } from "b";
      import type { C } from 'c';
      import 'd';
      export { e } from 'e';
      const f = await import('f');`;
    expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('columns of the models', () => {
  const complaints = (line: string) => checkFile({ path: 'prisma/models/x.prisma', text: `model X {\n${line}\n}` });

  it.each([
    ['  hallId String @map("hall_id")', 0],
    ['  number String', 0],
    ['  under600 Int @map("under_600")', 0],
    ['  estimateP50Seconds Int? @map("estimate_p50_seconds")', 0],
    ['  zone   Zone?  @relation(fields: [zoneId], references: [id])', 0],
    ['  hallId String', 1],
    ['  calledAt DateTime? @map("called")', 1],
  ])('%s', (line, count) => {
    expect(complaints(line)).toHaveLength(count);
  });
});
