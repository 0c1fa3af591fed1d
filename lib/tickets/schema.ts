import { z } from 'zod';
import { CARE_ACTIONS } from '@/lib/care/care-visit';
import { localeSchema } from '@/lib/core/localized';
import { PHONE } from './phone';
import { CHANNELS, SLIP_STATES, TICKET_STATUSES } from './ticket';

/** The number on a customer's slip, as somebody types it. */
export const ticketNumberSchema = z
  .string()
  .regex(/^[A-Za-z]\d{3,5}$/)
  .toUpperCase();

/** A code of settings: service, class, need, outcome, paper. */
export const codeSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'letters, digits, - and _');
export const idSchema = z.string().min(1).max(100);
export const reasonSchema = z.string().trim().min(1).max(200);

/** An instant of this age: databases differ about the years 0 and 10000. */
export const instantSchema = z.iso
  .datetime()
  .refine((text) => text >= '2000' && text < '2100', 'between the years 2000 and 2100');

export const customerSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  phone: z.string().trim().regex(PHONE, 'a phone number').optional(),
});

export const issueTicketBody = z.strictObject({
  serviceCode: codeSchema,
  customerClass: codeSchema.optional(),
  needs: z.array(codeSchema).max(10).optional(),
  customer: customerSchema.optional(),
  /** Codes of papers that are ready. */
  prepared: z.array(codeSchema).max(50).optional(),
  channel: z.enum(CHANNELS).optional(),
  locale: localeSchema.optional(),
  /** Another service in a visit that has begun. */
  visitId: idSchema.optional(),
  /** For bookings: the time that was promised. */
  bookedFor: instantSchema.optional(),
});

export const holdBody = z.strictObject({ reason: reasonSchema, byHall: z.boolean().optional() });
export const transferBody = z
  .strictObject({
    serviceCode: codeSchema.optional(),
    counterId: idSchema.optional(),
    keepPlace: z.boolean().optional(),
  })
  .refine((b) => b.serviceCode !== undefined || b.counterId !== undefined, {
    message: 'name a serviceCode or a counterId',
    path: ['serviceCode'],
  });
/**
 * Arrival. `takeNow`: a customer who is too early for his booking gives it back and takes his place as one who has just
 * come. `position`: where the hall asks for it; compared with the hall's and not kept.
 */
export const checkInBody = z.strictObject({
  takeNow: z.boolean().optional(),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
});
/** In minor units of the hall's money. */
const amountSchema = z.int().min(0).max(1_000_000_000);
/** `greeted`: the clerk has said good day before he began. */
export const startBody = z.strictObject({ greeted: z.boolean().optional() });
export const completeBody = z.strictObject({
  outcome: codeSchema,
  notes: z.string().trim().max(1000).optional(),
  /** Papers and receipts were looked through and handed over. */
  papersChecked: z.boolean().optional(),
  /** The customer was reminded of his belongings. */
  belongings: z.boolean().optional(),
  /** Money read aloud: what was due, what was received. The change follows. */
  payment: z
    .strictObject({ due: amountSchema, received: amountSchema })
    .refine(({ due, received }) => received >= due, { path: ['received'], message: 'not less than due' })
    .optional(),
});
export const cancelBody = z.strictObject({ reason: reasonSchema });
export const callBody = z.strictObject({ ticketId: idSchema, reason: reasonSchema });
export const careBody = z.strictObject({ action: z.enum(CARE_ACTIONS), note: z.string().trim().max(500).optional() });

export const estimateSchema = z.object({ p50Seconds: z.int(), p90Seconds: z.int() });

/** A ticket as staff and programs see it. Instants ISO 8601 UTC, durations whole seconds. */
export const ticketSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  visitId: z.string(),
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  serviceCode: z.string(),
  channel: z.enum(CHANNELS),
  customerClass: z.string().nullable(),
  needs: z.array(z.string()),
  prepared: z.array(z.string()),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  creditSeconds: z.int(),
  issuedAt: z.string(),
  arrivedAt: z.string().nullable(),
  bookedFor: z.string().nullable(),
  waitingSince: z.string().nullable(),
  calledAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  heldAt: z.string().nullable(),
  holdReason: z.string().nullable(),
  completedAt: z.string().nullable(),
  counterId: z.string().nullable(),
  counterNumber: z.int().nullable(),
  targetCounterNumber: z.int().nullable(),
  callCount: z.int(),
  outcome: z.string().nullable(),
  endReason: z.string().nullable(),
  /** What became of its paper slip; null: none was sent to a printer of the hall. */
  slip: z.enum(SLIP_STATES).nullable(),
  waitSeconds: z.int(),
  handlingSeconds: z.int().nullable(),
  limitsCrossed: z.int(),
  flaggedAt: z.string().nullable(),
  earlyFlaggedAt: z.string().nullable(),
  peopleAhead: z.int().nullable(),
  estimate: estimateSchema.nullable(),
});
export type TicketView = z.infer<typeof ticketSchema>;

/** The answer to an issue: the ticket and the customer's unguessable token. */
export const issuedTicketSchema = ticketSchema.extend({ token: z.string() });

/** What the customer of a ticket sees of it. */
export const customerTicketSchema = z.object({
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  hall: z.object({
    slug: z.string(),
    names: z.record(z.string(), z.string()),
    timeZone: z.string(),
    hotlineNumber: z.string().nullable(),
    open: z.boolean(),
  }),
  /** Where the counters for it are. */
  zoneNames: z.record(z.string(), z.string()).nullable(),
  service: z.object({ code: z.string(), names: z.record(z.string(), z.string()) }),
  papers: z.array(
    z.object({ code: z.string(), names: z.record(z.string(), z.string()), form: z.boolean(), ready: z.boolean() }),
  ),
  issuedAt: z.string(),
  waitingSince: z.string().nullable(),
  waitSeconds: z.int(),
  calledAt: z.string().nullable(),
  callCount: z.int(),
  completedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  counterNumber: z.int().nullable(),
  /** Before arrival: of somebody who came in now and took the place that was held for him. */
  peopleAhead: z.int().nullable(),
  estimate: estimateSchema.nullable(),
  /** Ten more minutes can still be asked for. */
  mayPostpone: z.boolean(),
  /** Who checks in must show that he is at the hall: by his position, or the code at the door. */
  presenceAsked: z.boolean(),
  /** Of a booked time, until the customer has arrived: when it is, and what the rules make of it. */
  booking: z
    .object({
      at: z.string(),
      checkInFrom: z.string(),
      onTimeUntil: z.string(),
      lapsesAt: z.string(),
      changeUntil: z.string(),
      mayCheckIn: z.boolean(),
      mayChange: z.boolean(),
    })
    .nullable(),
});
export type CustomerTicketView = z.infer<typeof customerTicketSchema>;
