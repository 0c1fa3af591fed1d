import { z } from 'zod';
import { customerSchema, idSchema } from '@/lib/tickets/schema';
import { UNACCEPTED_REASONS } from './unaccepted';

export const unacceptedReasonSchema = z.enum(UNACCEPTED_REASONS);
export const promisedDaySchema = z.iso.date();

export const registerUnacceptedBody = z.strictObject({
  what: z.string().trim().min(1).max(500),
  why: unacceptedReasonSchema,
  customer: customerSchema.optional(),
  promisedDay: promisedDaySchema,
  ticketId: idSchema.optional(),
});
export const answerUnacceptedBody = z.strictObject({ answer: z.string().trim().min(1).max(1000) });

/** As staff see it: with the customer's name and phone. */
export const unacceptedSchema = z.object({
  id: z.string(),
  ticketNumber: z.string().nullable(),
  serviceCode: z.string().nullable(),
  what: z.string(),
  why: unacceptedReasonSchema,
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  promisedDay: z.string(),
  dueAt: z.string(),
  owner: z.object({ ref: z.string(), name: z.string().nullable() }),
  registeredAt: z.string(),
  state: z.enum(['open', 'answered']),
  remindedAt: z.string().nullable(),
  overdueAt: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type UnacceptedView = z.infer<typeof unacceptedSchema>;
