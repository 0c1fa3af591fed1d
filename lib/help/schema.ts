import { z } from 'zod';
import { HELP_REASONS } from './help-call';

export const helpReasonSchema = z.enum(HELP_REASONS);
export const askHelpBody = z.strictObject({ reason: helpReasonSchema.optional() });
export const explainHelpBody = z.strictObject({ reason: helpReasonSchema });

/** A clerk's call for help as staff see it. */
export const helpSchema = z.object({
  id: z.string(),
  counterId: z.string(),
  counterNumber: z.int(),
  clerk: z.object({ ref: z.string(), name: z.string().nullable() }),
  ticketNumber: z.string().nullable(),
  reason: helpReasonSchema.nullable(),
  state: z.enum(['open', 'taken', 'answered', 'withdrawn']),
  askedAt: z.string(),
  /** When nobody had taken it in time. */
  unansweredAt: z.string().nullable(),
  owner: z.object({ ref: z.string(), name: z.string().nullable() }).nullable(),
  takenAt: z.string().nullable(),
});
export type HelpView = z.infer<typeof helpSchema>;

/** What still wants somebody. */
export const helpListSchema = z.object({ items: z.array(helpSchema) });
export type HelpList = z.infer<typeof helpListSchema>;
