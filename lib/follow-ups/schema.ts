import { z } from 'zod';
import { customerSchema, idSchema } from '@/lib/tickets/schema';
import { promisedDaySchema } from '@/lib/unaccepted/schema';

export const planFollowUpBody = z.strictObject({
  what: z.string().trim().min(1).max(500),
  customer: customerSchema.optional(),
  promisedDay: promisedDaySchema,
  ticketId: idSchema.optional(),
});
export const doneFollowUpBody = z.strictObject({ result: z.string().trim().min(1).max(1000) });

/** As staff see it: with the customer's name and phone. */
export const followUpSchema = z.object({
  id: z.string(),
  ticketNumber: z.string().nullable(),
  what: z.string(),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  promisedDay: z.string(),
  dueAt: z.string(),
  owner: z.object({ ref: z.string(), name: z.string().nullable() }),
  plannedAt: z.string(),
  state: z.enum(['planned', 'done']),
  overdueAt: z.string().nullable(),
  result: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type FollowUpView = z.infer<typeof followUpSchema>;
