import { z } from 'zod';
import { noticeEventSchema } from '@/lib/notices/schema';
import { idSchema } from '@/lib/tickets/schema';

/** A message that did not arrive, for settings. */
export const deadLetterSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  webhookId: z.string(),
  webhookName: z.string(),
  event: noticeEventSchema,
  ticketId: z.string(),
  ticketNumber: z.string(),
  createdAt: z.string(),
  /** When it was given up. */
  endedAt: z.string().nullable(),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const deliveryInput = z.strictObject({ deliveryId: idSchema });

export const claimSchema = z.strictObject({ due: z.array(z.object({ id: idSchema, attempts: z.int() })).max(50) });

export const settleSchema = z.strictObject({
  id: idSchema,
  /** As it was claimed: an attempt that somebody else has taken over changes nothing. */
  attempts: z.int(),
  chance: z.number().min(0).max(1),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('delivered'), status: z.int() }),
    z.strictObject({ kind: z.literal('gone'), status: z.int() }),
    z.strictObject({
      kind: z.literal('failed'),
      status: z.int().nullable(),
      error: z.string(),
      retryAfterSeconds: z.number().nullable(),
    }),
  ]),
});
