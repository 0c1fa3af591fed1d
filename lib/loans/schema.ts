import { z } from 'zod';
import { idSchema, ticketNumberSchema } from '@/lib/tickets/schema';
import { LOAN_KINDS } from './loan';

export const loanKindSchema = z.enum(LOAN_KINDS);

/** Things of one kind with the numbers `from` to `to`; numbers that are there already get the deposit. */
export const stockBody = z
  .strictObject({
    kind: loanKindSchema,
    from: z.int().min(1).max(999),
    to: z.int().min(1).max(999),
    deposit: z.int().min(0).max(1_000_000),
  })
  .refine((b) => b.from <= b.to && b.to - b.from < 200, { path: ['to'], message: 'from the first up, at most 200' });
/** Whose it is then, by the ticket's id or by its number of today. */
export const lendBody = z.strictObject({ ticketId: idSchema.optional(), ticketNumber: ticketNumberSchema.optional() });

export const loanSchema = z.object({
  id: z.string(),
  kind: loanKindSchema,
  number: z.int(),
  deposit: z.int(),
  ticketNumber: z.string().nullable(),
  lentAt: z.string(),
  overdueAt: z.string().nullable(),
  returnedAt: z.string().nullable(),
});
export type LoanView = z.infer<typeof loanSchema>;

/** A thing the hall lends, with its loan while it is out. */
export const loanItemSchema = z.object({
  id: z.string(),
  kind: loanKindSchema,
  number: z.int(),
  deposit: z.int(),
  loan: loanSchema.nullable(),
});
/** With the currency of the deposits. */
export const loanItemsSchema = z.object({ currency: z.string(), items: z.array(loanItemSchema) });
export type LoanItemView = z.infer<typeof loanItemSchema>;
export type LoanItems = z.infer<typeof loanItemsSchema>;
