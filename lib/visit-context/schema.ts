import { z } from 'zod';
import { COMPLAINT_CATEGORIES, COMPLAINT_STATES } from '@/lib/complaints/complaint';
import { localeSchema } from '@/lib/core/localized';
import { helpSchema } from '@/lib/help/schema';
import { loanSchema } from '@/lib/loans/schema';
import { offerSchema, suggestionSchema } from '@/lib/suggestions/schema';
import { unacceptedSchema } from '@/lib/unaccepted/schema';

/** What the clerk should know of a customer beyond his ticket: from the register, the loans, what colleagues noted. */
export const visitContextSchema = z.object({
  /** The customer's language, where the guide or the customer has said it. */
  locale: localeSchema.nullable(),
  /** The one suggestion that fits, and what became of it. */
  suggestion: suggestionSchema.nullable(),
  offered: offerSchema.nullable(),
  /** What the customer still has of the hall's. */
  loans: z.array(loanSchema),
  /** What colleagues wrote down during this visit, oldest first. */
  notes: z.array(z.object({ at: z.string(), by: z.string().nullable(), text: z.string() })),
  /** Business of this visit that was not accepted and waits for an answer. */
  unaccepted: z.array(unacceptedSchema),
  /** What the customer complained of during this visit. */
  complaints: z.array(
    z.object({
      id: z.string(),
      category: z.enum(COMPLAINT_CATEGORIES),
      state: z.enum(COMPLAINT_STATES),
      words: z.string(),
    }),
  ),
  /** Help that was asked for at this counter and is not over. */
  help: helpSchema.nullable(),
});
export type VisitContext = z.infer<typeof visitContextSchema>;
