import { z } from 'zod';
import { idSchema } from '@/lib/tickets/schema';
import { SCREEN_KINDS } from './screen';

export const createScreenBody = z.strictObject({
  kind: z.enum(SCREEN_KINDS),
  name: z.string().trim().min(1).max(100),
});

/** The code that the settings page showed; capitals or not. */
export const pairScreenBody = z.strictObject({ code: z.string().trim().min(4).max(20) });

/** A device of a hall, for settings. */
export const screenSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  kind: z.enum(SCREEN_KINDS),
  name: z.string(),
  createdAt: z.string(),
  /** Until when its pairing code is good; null when it has none. */
  pairingExpires: z.string().nullable(),
  pairedAt: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type ScreenView = z.infer<typeof screenSchema>;

/** The answer to a new screen, or to a new code for one: the code to type on the device. */
export const pairableScreenSchema = screenSchema.extend({ code: z.string() });

/** The answer to pairing: the device's token, shown once, and where it belongs. */
export const pairedScreenSchema = z.object({
  screenId: idSchema,
  hallId: z.string(),
  hall: z.string(),
  kind: z.enum(SCREEN_KINDS),
  token: z.string(),
});
