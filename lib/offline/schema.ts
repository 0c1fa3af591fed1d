import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { codeSchema, idSchema, instantSchema } from '@/lib/tickets/schema';
import { ATTENTION_REASONS, OFFLINE_STATES } from './offline-ticket';

/** The desk that keeps numbers: made by its window, unguessable, one for each. */
const holderSchema = z.string().regex(/^[0-9a-f-]{16,64}$/, 'an id of the desk');

export const reserveBody = z.strictObject({ holder: holderSchema });

export const numberBlockSchema = z.object({
  id: z.string(),
  letter: z.string(),
  first: z.int(),
  last: z.int(),
  /** Those of its numbers that the house knows to be given out. */
  given: z.array(z.int()),
  reservedAt: z.string(),
  expiresAt: z.string(),
});
export type NumberBlockView = z.infer<typeof numberBlockSchema>;

/** All blocks of a desk for this service day; `at` is the house's time. */
export const numberBlocksSchema = z.object({ at: z.string(), items: z.array(numberBlockSchema) });
export type NumberBlocks = z.infer<typeof numberBlocksSchema>;

/**
 * What the guide tapped. Looser than an issue with a connection: the customer has the paper already, and what cannot be
 * read must reach a person instead of being refused.
 */
export const offlineOrderSchema = z.strictObject({
  serviceCode: codeSchema,
  customerClass: codeSchema.optional(),
  needs: z.array(codeSchema).max(10).optional(),
  customer: z.strictObject({ name: z.string().max(200).optional(), phone: z.string().max(100).optional() }).optional(),
  prepared: z.array(codeSchema).max(50).optional(),
  locale: localeSchema.optional(),
  visitId: idSchema.optional(),
});
export type OfflineOrder = z.infer<typeof offlineOrderSchema>;

export const offlineTicketBody = z.strictObject({
  /** Made by the tablet; the same id counts once. */
  id: z.string().regex(/^[0-9a-f-]{32,36}$/, 'an id of 32 hexadecimal digits'),
  holder: holderSchema,
  blockId: idSchema,
  /** As on the customer's paper. */
  number: z.string().regex(/^[A-Z][0-9]{3,6}$/, 'a letter and a number'),
  issuedAt: instantSchema,
  order: offlineOrderSchema,
  /** The guide took it back before it was sent. */
  withdrawn: z.boolean().optional(),
  /** Key of an issue with a connection that got no answer: a ticket that came of it is taken back. */
  attempt: z.string().min(1).max(200).optional(),
});

export const settleBody = z.discriminatedUnion('action', [
  /** Into the queue all the same, also into another service. */
  z.strictObject({ action: z.literal('takeIn'), serviceCode: codeSchema.optional() }),
  /** Nobody waits with it any more. */
  z.strictObject({ action: z.literal('dismiss'), note: z.string().trim().max(500).optional() }),
]);

export const offlineTicketSchema = z.object({
  id: z.string(),
  number: z.string(),
  serviceCode: z.string(),
  issuedAt: z.string(),
  receivedAt: z.string(),
  /** Who was signed in at the tablet when it came back. */
  receivedFrom: z.string().nullable(),
  state: z.enum(OFFLINE_STATES),
  reason: z.enum(ATTENTION_REASONS).nullable(),
  timeMoved: z.boolean(),
  /** It can still be taken into the queue of its day. */
  mayTakeIn: z.boolean(),
  ticketId: z.string().nullable(),
  /** Another than `number` where that could not be kept. */
  ticketNumber: z.string().nullable(),
  settledBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type OfflineTicketView = z.infer<typeof offlineTicketSchema>;
export const offlineTicketsSchema = z.object({ items: z.array(offlineTicketSchema) });
export type OfflineTickets = z.infer<typeof offlineTicketsSchema>;
