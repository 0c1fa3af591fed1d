import { z } from 'zod';
import { codeSchema, estimateSchema, idSchema } from '@/lib/tickets/schema';
import { APPROACH_OUTCOMES } from './approach';

/** One tap: what came of it. A ticket is issued on the spot (`serviceCode`), or one that exists is named. */
export const logApproachBody = z
  .strictObject({
    outcome: z.enum(APPROACH_OUTCOMES),
    zoneCode: codeSchema.optional(),
    serviceCode: codeSchema.optional(),
    ticketId: idSchema.optional(),
  })
  .refine(
    ({ outcome, serviceCode, ticketId }) =>
      (outcome === 'ticket') === ((serviceCode === undefined) !== (ticketId === undefined)) &&
      (outcome === 'ticket' || (serviceCode === undefined && ticketId === undefined)),
    { message: 'name a serviceCode or a ticketId with the outcome "ticket", and only then', path: ['serviceCode'] },
  );

export const approachSchema = z.object({
  id: z.string(),
  at: z.string(),
  outcome: z.enum(APPROACH_OUTCOMES),
  zoneCode: z.string().nullable(),
  by: z.object({ ref: z.string(), name: z.string().nullable() }),
  ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** Until when whoever tapped may take it back. */
  undoUntil: z.string(),
});
export type ApproachView = z.infer<typeof approachSchema>;

/** The answer to a tap: with what the customer is told when a number was issued. */
export const loggedApproachSchema = approachSchema.extend({
  estimate: estimateSchema.nullable(),
  peopleAhead: z.int().nullable(),
});
export type LoggedApproach = z.infer<typeof loggedApproachSchema>;

/** The hall's day of approaching: newest first, and how many became what. */
export const approachesSchema = z.object({
  serviceDay: z.string(),
  total: z.int(),
  became: z.int(),
  counts: z.array(z.object({ outcome: z.enum(APPROACH_OUTCOMES), count: z.int() })),
  items: z.array(approachSchema),
  nextCursor: z.string().nullable(),
});
export type ApproachesView = z.infer<typeof approachesSchema>;
