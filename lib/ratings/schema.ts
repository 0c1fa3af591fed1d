import { z } from 'zod';
import { idSchema } from '@/lib/tickets/schema';
import { RATING_REASONS } from './rating';

export const rateBody = z.strictObject({
  score: z.int().min(1).max(5),
  reasons: z
    .array(z.enum(RATING_REASONS))
    .max(RATING_REASONS.length)
    .refine((list) => new Set(list).size === list.length, 'each reason once')
    .optional(),
  comment: z.string().trim().max(1000).optional(),
});

/** The rating as the customer gave it, and until when it can be changed. */
export const ratingSchema = z.object({
  score: z.int(),
  reasons: z.array(z.enum(RATING_REASONS)),
  comment: z.string().nullable(),
  givenAt: z.string(),
  changeableUntil: z.string(),
});
export type RatingView = z.infer<typeof ratingSchema>;

export const bindDeviceBody = z.strictObject({ counterNumber: z.int().min(1).max(999) });

/** On the device at the counter: faces and reasons, no words. The ticket is the one it was told to ask for. */
export const rateHereBody = rateBody.omit({ comment: true }).extend({ ticketId: idSchema });

/** What a rating device shows: where it stands, and whom it asks now. Never a name. */
export const ratingDeviceSchema = z.object({
  /** Null until somebody has put it at a counter. */
  counterNumber: z.int().nullable(),
  counters: z.array(z.int()),
  ticket: z.object({ id: z.string(), number: z.string(), until: z.string() }).nullable(),
  at: z.string(),
});
export type RatingDevice = z.infer<typeof ratingDeviceSchema>;
