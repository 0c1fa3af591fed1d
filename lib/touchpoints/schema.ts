import { z } from 'zod';
import { codeSchema, idSchema } from '@/lib/tickets/schema';
import { TOUCHPOINT_KEYS } from './registry';

const fact = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/** A touchpoint event that somebody reports: what happened, where, with a few plain facts. */
export const recordTouchpointBody = z.strictObject({
  touchpoint: z.enum(TOUCHPOINT_KEYS),
  /** What happened, as a code of the reporting program: "approached", "trial". */
  what: codeSchema,
  ticketId: idSchema.optional(),
  counterId: idSchema.optional(),
  zoneCode: codeSchema.optional(),
  payload: z
    .record(codeSchema, fact)
    .refine((facts) => Object.keys(facts).length <= 20, 'at most 20 facts')
    .optional(),
});

/** An event of the hall as programs read it. `cursor` is its place: send it as `after` to read on from here. */
export const eventSchema = z.object({
  id: z.string(),
  cursor: z.string(),
  kind: z.string(),
  touchpoint: z.enum(TOUCHPOINT_KEYS),
  at: z.string(),
  serviceDay: z.string(),
  actor: z.string(),
  visitId: z.string().nullable(),
  ticketId: z.string().nullable(),
  counterId: z.string().nullable(),
  zoneId: z.string().nullable(),
  screenId: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export type EventView = z.infer<typeof eventSchema>;

/** The place of an event in its hall's order. */
export interface EventPlace {
  version: number;
  ordinal: number;
}

const MOST = 2_147_483_647;

/** "version.ordinal", as `cursor` says it. */
export const eventCursorSchema = z
  .string()
  .regex(/^\d{1,10}\.\d{1,10}$/, 'the cursor of an event, such as 120.0')
  .transform((text): EventPlace => {
    const [version = 0, ordinal = 0] = text.split('.').map(Number);
    return { version, ordinal };
  })
  .refine(({ version, ordinal }) => version <= MOST && ordinal <= MOST, 'the cursor of an event, such as 120.0');

export function eventCursor({ version, ordinal }: EventPlace): string {
  return `${version}.${ordinal}`;
}
