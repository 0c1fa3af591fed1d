import { z } from 'zod';

/** A counter as staff see it. `state` says what goes on there: nobody, a pause, free, a customer called or served. */
export const counterSchema = z.object({
  id: z.string(),
  number: z.int(),
  stepFree: z.boolean(),
  state: z.enum(['closed', 'paused', 'idle', 'called', 'serving']),
  clerk: z.object({ ref: z.string(), name: z.string().nullable() }).nullable(),
  serviceCodes: z.array(z.string()),
  openedAt: z.string().nullable(),
  pauseReason: z.string().nullable(),
  pausedAt: z.string().nullable(),
  pauseEndsAt: z.string().nullable().describe('When the clerk said to be back; null where that was not said.'),
  silentAt: z.string().nullable(),
  ticket: z
    .object({
      id: z.string(),
      number: z.string(),
      serviceCode: z.string(),
      calledAt: z.string().nullable(),
      startedAt: z.string().nullable(),
    })
    .nullable(),
});
export type CounterView = z.infer<typeof counterSchema>;
