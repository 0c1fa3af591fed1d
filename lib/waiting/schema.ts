import { z } from 'zod';

const waits = z.object({
  p50Seconds: z.int().nullable().describe('Half of those who come now wait less; null where it cannot be known.'),
  p90Seconds: z.int().nullable(),
  /** People waiting now who are expected not to be served within their limit. */
  late: z.number(),
});

/** What each change that could be made now would do to the waits. */
export const whatIfSchema = z.object({
  at: z.string(),
  before: waits,
  changes: z.array(
    waits.extend({
      kind: z.enum(['open', 'close', 'move']),
      counterNumber: z.int(),
      serviceCodes: z.array(z.string()).describe('What the counter would serve.'),
    }),
  ),
});
export type WhatIfView = z.infer<typeof whatIfSchema>;
