import { z } from 'zod';
import { codeSchema } from '@/lib/tickets/schema';

const wait = {
  p50Seconds: z.int().nullable().describe('Half of those who come now wait less; null where it cannot be known.'),
  p90Seconds: z.int().nullable(),
};
const waits = z.object({
  ...wait,
  late: z.number().describe('People waiting now who are expected not to be served within their limit.'),
  inTime: z.number().describe('People waiting now who are expected to be.'),
  services: z.array(z.object({ serviceCode: z.string(), ...wait })).describe('Whoever comes now for each service.'),
});

/** Left out: the changes that are worth a look. Both given: what that one move would do. */
export const whatIfQuery = z.object({
  counterNumber: z.coerce.number().int().min(1).max(9999).optional().describe('An open counter that is to move.'),
  serviceCodes: z
    .string()
    .max(2000)
    .transform((list) => list.split(','))
    .pipe(z.array(codeSchema).min(1).max(50))
    .optional()
    .describe('What it would take, with commas between.'),
});

/** What each change that could be made now would do to the waits. */
export const whatIfSchema = z.object({
  at: z.string(),
  before: waits,
  mayOpen: z.boolean().describe('The caller may open a counter, and has none.'),
  changes: z.array(
    waits.extend({
      kind: z
        .enum(['open', 'close', 'widen', 'move'])
        .describe('`widen`: takes all its services; `move`: takes only `serviceCodes`.'),
      counterId: z.string(),
      counterNumber: z.int(),
      serviceCodes: z.array(z.string()).describe('What the counter would serve.'),
      saved: z.array(z.string()).describe('Numbers that would be served in time and now are not expected to be.'),
      lost: z.array(z.string()).describe('Numbers that would no longer be.'),
      clerk: z
        .object({ name: z.string().nullable() })
        .nullable()
        .describe('Who works at the counter and makes the change; null where nobody does: then whoever opens it.'),
      mine: z.boolean().describe('The caller works at this counter and may make the change.'),
    }),
  ),
  movable: z
    .array(z.object({ counterNumber: z.int(), serviceCodes: z.array(z.string()), takes: z.array(z.string()) }))
    .describe('Open counters, what each can take and what it takes now.'),
});
export type WhatIfView = z.infer<typeof whatIfSchema>;
