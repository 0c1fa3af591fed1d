import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { TICKET_STATUSES } from '@/lib/tickets/ticket';
import { NOTICE_EVENTS } from './notice';

/** What the browser's `PushSubscription.toJSON()` says, and in which language to write. */
export const pushSubscriptionBody = z.strictObject({
  endpoint: z.url().max(1000),
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({
    // A point of P-256 and 16 random bytes (RFC 8291).
    p256dh: z.string().regex(/^[\w-]{87}=?$/, 'a public key of P-256'),
    auth: z.string().regex(/^[\w-]{22}(==)?$/, '16 bytes'),
  }),
  locale: localeSchema.optional(),
});

/** A telephone number for messages about one ticket. */
export const phoneBody = z.strictObject({
  phone: z
    .string()
    .trim()
    .max(30)
    .regex(/^\+?[\d ()/-]+$/, 'a telephone number')
    // No number in the world has more than 15 digits; two zeroes may stand for the plus.
    .refine((phone) => /^\d{5,17}$/.test(phone.replace(/\D/g, '')), 'a telephone number'),
});

/** What is kept of a notice: enough to say it, and nothing that names the customer. */
export const noticeFactsSchema = z.object({
  /** When it happened, ISO 8601. */
  at: z.string(),
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  locale: localeSchema.nullable(),
  serviceCode: z.string(),
  /** Where to go, once called. */
  counterNumber: z.int().nullable(),
  /** The how-manieth call this is, from 1; 0 before. */
  callCount: z.int(),
  peopleAhead: z.int().nullable(),
  bookedFor: z.string().nullable(),
});
export type NoticeFacts = z.infer<typeof noticeFactsSchema>;

/** One step of turning what happened into notices; see the command. */
export const spreadSchema = z.strictObject({
  hall: z.string(),
  version: z.int(),
  near: z.array(z.strictObject({ ticketId: z.string(), peopleAhead: z.int() })).max(1000),
});

export const noticeEventSchema = z.enum(NOTICE_EVENTS);
