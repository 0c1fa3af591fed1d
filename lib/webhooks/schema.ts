import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { noticeEventSchema } from '@/lib/notices/schema';
import { idSchema } from '@/lib/tickets/schema';
import { TICKET_STATUSES } from '@/lib/tickets/ticket';

const events = z
  .array(noticeEventSchema)
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'each event once');

/** A receiver of notices. Whether its address may be called is checked by the command. */
export const webhookBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: z.string().trim().min(1).max(500),
  events,
  /** It passes messages on to phones: customers may leave their number for it. */
  takesPhone: z.boolean().default(false),
  active: z.boolean().default(true),
});

export const webhookChange = z.strictObject({
  name: webhookBody.shape.name.optional(),
  url: webhookBody.shape.url.optional(),
  events: events.optional(),
  takesPhone: z.boolean().optional(),
  active: z.boolean().optional(),
});

/** A receiver, for settings. Its secret is shown when it is made, and never again. */
export const webhookSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(noticeEventSchema),
  takesPhone: z.boolean(),
  active: z.boolean(),
  secretMadeAt: z.string(),
  createdAt: z.string(),
});
export type WebhookView = z.infer<typeof webhookSchema>;

/** The answer to a new receiver, or to a new secret for one. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string() });

export const webhookParams = z.object({ webhook: idSchema });

/**
 * The body of every message, as a receiver gets it. `webhook-id` of the headers is the same in every attempt of a
 * message; the body is the same too, except that `contact` is null once the customer's visit is over.
 */
export const webhookMessageSchema = z.object({
  type: noticeEventSchema,
  /** When it happened, ISO 8601 UTC. */
  timestamp: z.string(),
  data: z.object({
    hall: z.object({ id: z.string(), slug: z.string(), names: z.record(z.string(), z.string()), timeZone: z.string() }),
    ticket: z.object({
      id: z.string(),
      number: z.string(),
      status: z.enum(TICKET_STATUSES),
      service: z.object({ code: z.string(), names: z.record(z.string(), z.string()) }),
      counterNumber: z.int().nullable(),
      callCount: z.int(),
      peopleAhead: z.int().nullable(),
      bookedFor: z.string().nullable(),
      /** The customer's own page of the ticket. Who has it, has the ticket. */
      url: z.string(),
    }),
    /** Ready to be sent, in the customer's language. */
    message: z.object({ locale: localeSchema, text: z.string() }),
    /** Only for receivers that pass messages on to phones, and only where the customer left his number. */
    contact: z.object({ phone: z.string() }).nullable(),
  }),
});
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
