import { z } from 'zod';
import { localizedSchema } from '@/lib/core/localized';
import { idSchema } from '@/lib/tickets/schema';

/** A suggestion that was made, and what the customer said. */
export const offerBody = z.strictObject({ suggestionId: idSchema, accepted: z.boolean() });

export const suggestionSchema = z.object({ id: z.string(), code: z.string(), names: localizedSchema });
export type SuggestionView = z.infer<typeof suggestionSchema>;

export const offerSchema = z.object({ suggestionId: z.string(), accepted: z.boolean(), at: z.string() });
export type OfferView = z.infer<typeof offerSchema>;
