import { z } from 'zod';
import { success } from '@/lib/core/result';
import { runDuties } from '@/lib/duties/duties';
import { instantSchema } from '@/lib/tickets/schema';
import { defineRoute } from './route';

export const testClockRoutes = [
  defineRoute({
    method: 'post',
    path: '/test/clock',
    tag: 'test',
    summary: 'Set the clock (tests and replays only)',
    description:
      'Only on a server started with TEST_CLOCK=1; on any other this route does not exist. The clock stands still at `now`, or goes on ' +
      'from there with `runs`. What time alone brings until then (flags, escalations) has happened when this answers.',
    who: 'anyone',
    body: z.strictObject({ now: instantSchema, runs: z.boolean().optional() }),
    answer: z.object({ now: z.string() }),
    async run({ house, body }) {
      const at = Date.parse(body.now);
      const set = performance.now();
      house.clock.now = () => new Date(body.runs ? at + performance.now() - set : at);
      await runDuties(house, false);
      return success({ now: house.clock.now().toISOString() });
    },
  }),
];
