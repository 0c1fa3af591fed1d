import { z } from 'zod';
import { TOPICS } from '@/lib/knowledge/article';
import { codeSchema, customerSchema, idSchema } from '@/lib/tickets/schema';
import { ENQUIRY_OUTCOMES, RETENTION_REASONS, RETENTION_RESULTS } from './enquiry';

const words = (most: number) => z.string().trim().min(1).max(most);

/** The customer wants to leave: the real reason, what was offered, what came of it. */
export const retentionBody = z.strictObject({
  reason: z.enum(RETENTION_REASONS),
  words: words(500).optional(),
  offer: words(300).optional(),
  result: z.enum(RETENTION_RESULTS),
});

/** How it ended. With `ticket` a number is issued for the service. */
const ending = {
  outcome: z.enum(ENQUIRY_OUTCOMES),
  serviceCode: codeSchema.optional(),
  articleId: idSchema.optional(),
  note: words(500).optional(),
};

type Ending = { outcome?: string | undefined; serviceCode?: string | undefined };
const ticketNamesService = ({ outcome, serviceCode }: Ending) => (outcome === 'ticket') === (serviceCode !== undefined);
const SERVICE_OF_TICKET = {
  message: 'name the service with the outcome "ticket", and only then',
  path: ['serviceCode'],
};

/**
 * A question, as it is noted down: with its outcome when it was answered at once; passed on to a colleague
 * (`toColleague`); with a retention case; otherwise it stays open in the hands of whoever was asked.
 */
export const openEnquiryBody = z
  .strictObject({
    topic: z.enum(TOPICS),
    question: words(500).optional(),
    ...ending,
    outcome: ending.outcome.optional(),
    toColleague: idSchema.optional(),
    retention: retentionBody.optional(),
    customer: customerSchema.optional(),
  })
  .refine(ticketNamesService, SERVICE_OF_TICKET)
  .refine(({ outcome, toColleague }) => outcome === undefined || toColleague === undefined, {
    message: 'it is either closed or passed on',
    path: ['toColleague'],
  })
  .refine(({ outcome, toColleague, retention }) => retention === undefined || !(outcome ?? toColleague), {
    message: 'a retention case has its own result',
    path: ['retention'],
  });

export const closeEnquiryBody = z.strictObject(ending).refine(ticketNamesService, SERVICE_OF_TICKET);

export const handOverBody = z.strictObject({ toColleague: idSchema, note: words(500).optional() });

const personSchema = z.object({ ref: z.string(), name: z.string().nullable() });

export const enquirySchema = z.object({
  id: z.string(),
  topic: z.enum(TOPICS),
  question: z.string().nullable(),
  articleId: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  outcome: z.enum(ENQUIRY_OUTCOMES).nullable(),
  openedAt: z.string(),
  owner: personSchema,
  /** Who was asked to take it over; the owner owns it until then. */
  offeredTo: personSchema.nullable(),
  handovers: z.int(),
  note: z.string().nullable(),
  dueAt: z.string(),
  overdueAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  ticketId: z.string().nullable(),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  retention: z
    .object({
      reason: z.enum(RETENTION_REASONS),
      words: z.string().nullable(),
      offer: z.string().nullable(),
      result: z.enum(RETENTION_RESULTS),
    })
    .nullable(),
});
export type EnquiryView = z.infer<typeof enquirySchema>;

/** A question in a list, with the service for which its number would most likely be. */
export const listedEnquirySchema = enquirySchema.extend({ likelyService: z.string().nullable() });
export type ListedEnquiry = z.infer<typeof listedEnquirySchema>;

/** The answer to a question that was noted: with the number, where it became one. */
export const openedEnquirySchema = enquirySchema.extend({ ticketNumber: z.string().nullable() });
export type OpenedEnquiry = z.infer<typeof openedEnquirySchema>;
