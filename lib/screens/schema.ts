import { z } from 'zod';
import { idSchema } from '@/lib/tickets/schema';
import { SCREEN_KINDS } from './screen';

export const createScreenBody = z.strictObject({
  kind: z.enum(SCREEN_KINDS),
  name: z.string().trim().min(1).max(100),
  /** Only what concerns this zone of the hall; left out: all of it. */
  zoneId: idSchema.nullable().optional(),
});

/** The code that the settings page showed; capitals or not. */
export const pairScreenBody = z.strictObject({ code: z.string().trim().min(4).max(20) });

/** A device of a hall: what it is, and when it was heard of. */
export const screenSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  kind: z.enum(SCREEN_KINDS),
  name: z.string(),
  createdAt: z.string(),
  /** Until when its pairing code is good; null when it has none. */
  pairingExpires: z.string().nullable(),
  pairedAt: z.string().nullable(),
  zoneId: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  /** When a display last said what it had shown or spoken. */
  lastAckAt: z.string().nullable(),
  /** The build of the application that it runs. */
  build: z.string().nullable(),
  reloadAskedAt: z.string().nullable(),
  reloadedAt: z.string().nullable(),
  /** Since when it counts as silent. */
  silentAt: z.string().nullable(),
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

/** Screens that nobody has heard of for too long, for whoever is in the hall. */
export const silentScreensSchema = z.object({
  items: z.array(
    screenSchema
      .pick({ id: true, kind: true, name: true, lastSeenAt: true, silentAt: true })
      .extend({ zoneNames: z.record(z.string(), z.string()).nullable() }),
  ),
});
export type SilentScreens = z.infer<typeof silentScreensSchema>;
