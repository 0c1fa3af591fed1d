import { z } from 'zod';
import { customerSchema, idSchema } from '@/lib/tickets/schema';

const text = (most: number) => z.string().trim().min(1).max(most);

export const registerFoundBody = z.strictObject({
  description: text(300),
  place: text(200).optional(),
  keptWhere: text(200),
});
export const reportLostBody = z.strictObject({
  description: text(300),
  place: text(200).optional(),
  customer: customerSchema.optional(),
});
/** Whom it was handed back to; the report that it was about is closed with it. */
export const handBackBody = z.strictObject({ to: text(200) });
export const matchBody = z.strictObject({ foundItemId: idSchema });

export const foundItemSchema = z.object({
  id: z.string(),
  description: z.string(),
  place: z.string().nullable(),
  keptWhere: z.string(),
  foundAt: z.string(),
  state: z.enum(['kept', 'returned']),
  returnedTo: z.string().nullable(),
  returnedAt: z.string().nullable(),
});
export type FoundItemView = z.infer<typeof foundItemSchema>;

export const lostReportSchema = z.object({
  id: z.string(),
  description: z.string(),
  place: z.string().nullable(),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  reportedAt: z.string(),
  state: z.enum(['open', 'matched', 'closed']),
  foundItemId: z.string().nullable(),
});
export type LostReportView = z.infer<typeof lostReportSchema>;

/** What is kept, and what is looked for, newest first. */
export const lostFoundSchema = z.object({
  found: z.array(foundItemSchema),
  lost: z.array(lostReportSchema),
});
export type LostFound = z.infer<typeof lostFoundSchema>;
