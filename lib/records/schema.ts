import { z } from 'zod';
import { daySchema } from '@/lib/promotions/schema';
import { idSchema } from '@/lib/tickets/schema';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { monthSchema } from '@/lib/weak-points/schema';
import { RECORD_KINDS } from './hall-record';

const text = z.string().trim().max(4000);

const itemBody = z.strictObject({
  what: z.string().trim().min(1).max(300),
  fine: z.boolean(),
  note: z.string().trim().max(500).nullable().default(null),
  /** Puts what was found on the board of weak points. */
  weakPoint: z
    .strictObject({
      touchpoint: z.enum(TOUCHPOINT_KEYS),
      ownerId: idSchema.nullable().default(null),
      dueOn: daySchema.nullable().default(null),
    })
    .nullable()
    .default(null),
});

const fields = {
  /** Not in the future. */
  heldOn: daySchema,
  heldAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
  /** Somebody of the hall's staff. */
  leaderId: idSchema,
  /** Those of the staff who were there. */
  attendeeIds: z
    .array(idSchema)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, 'each person once'),
  /** Others who were there: visitors, people of other halls. */
  guests: z.int().min(0).max(200),
  topics: text.min(1),
  decisions: text,
};

export const keepRecordBody = z
  .strictObject({
    kind: z.enum(RECORD_KINDS),
    ...fields,
    attendeeIds: fields.attendeeIds.default([]),
    guests: fields.guests.default(0),
    decisions: fields.decisions.default(''),
    items: z.array(itemBody).max(50).default([]),
  })
  .refine(({ kind, items }) => kind === 'inspection' || items.length === 0, {
    message: 'only an inspection has items',
    path: ['items'],
  });

/** Corrects a record; what is left out stays as it is. What an inspection found stays as it was. */
export const changeRecordBody = z.strictObject(fields).partial();

export const recordQuery = z.object({ month: monthSchema.optional(), kind: z.enum(RECORD_KINDS).optional() });

const instant = z.string();

export const recordSchema = z.object({
  id: z.string(),
  kind: z.enum(RECORD_KINDS),
  heldOn: z.string(),
  heldAt: z.string(),
  leader: z.object({ id: z.string().nullable(), name: z.string() }),
  attendeeCount: z.int(),
  attendees: z.array(z.object({ id: z.string(), name: z.string() })),
  guests: z.int(),
  topics: z.string(),
  decisions: z.string(),
  items: z.array(
    z.object({
      what: z.string(),
      fine: z.boolean(),
      note: z.string().nullable(),
      weakPointId: z.string().nullable(),
    }),
  ),
  createdAt: instant,
});
export type RecordView = z.infer<typeof recordSchema>;

export const recordListSchema = z.object({ items: z.array(recordSchema), nextCursor: z.string().nullable() });
export type RecordList = z.infer<typeof recordListSchema>;

/** The place of a record in the list: "2026-03-02 08:30 <id>". */
export const recordCursorSchema = z
  .string()
  .max(200)
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2} [\w-]+$/, '`nextCursor` of the page before')
  .transform((cursor) => ({ heldOn: cursor.slice(0, 10), heldAt: cursor.slice(11, 16), id: cursor.slice(17) }));
export type RecordPlace = z.output<typeof recordCursorSchema>;
