import { z } from 'zod';
import { photoIdsSchema } from '@/lib/attachments/schema';
import { openingSchema } from '@/lib/halls/schema';
import { idSchema } from '@/lib/tickets/schema';
import { ROUND_KINDS, SIXES } from './round';

const noteSchema = z.string().trim().min(1).max(500);
const namesView = z.record(z.string(), z.string());

/** A signed round: every item of the template once. What is not in order gets an owner and a time. */
export const signRoundBody = z.strictObject({
  templateId: idSchema,
  items: z
    .array(
      z.strictObject({
        itemId: idSchema,
        ok: z.boolean(),
        note: noteSchema.optional(),
        photoIds: photoIdsSchema.optional(),
        /** Left out: the person who signs. */
        ownerRef: z.string().min(1).max(80).optional(),
        /** Left out: in two hours. */
        dueAt: z.iso.datetime().optional(),
      }),
    )
    .min(1)
    .max(40),
});

export const doTaskBody = z.strictObject({ note: noteSchema.optional() });

/** Somebody looked: it is right, or it goes back to its owner. */
export const checkTaskBody = z.strictObject({ ok: z.boolean(), note: noteSchema.optional() });

export const dayQuery = z.object({ day: z.iso.date().optional() });

const itemView = z.object({
  id: z.string(),
  six: z.enum(SIXES),
  names: namesView,
  zoneCode: z.string().nullable(),
  zoneNames: namesView.nullable(),
});

export const templateSchema = z.object({
  id: z.string(),
  kind: z.enum(ROUND_KINDS),
  names: namesView,
  items: z.array(itemView),
  times: z.array(z.string()),
  everyMinutes: z.int().nullable(),
  graceMinutes: z.int(),
  active: z.boolean(),
});
export type TemplateView = z.infer<typeof templateSchema>;

export const taskSchema = z.object({
  id: z.string(),
  roundId: z.string(),
  names: namesView,
  six: z.enum(SIXES),
  zoneNames: namesView.nullable(),
  note: z.string().nullable(),
  photoIds: z.array(z.string()),
  state: z.enum(['open', 'done', 'checked']),
  owner: z.object({ ref: z.string(), name: z.string() }),
  openedAt: z.string(),
  openedName: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  done: z.object({ at: z.string(), name: z.string().nullable(), note: z.string().nullable() }).nullable(),
  checked: z.object({ at: z.string(), name: z.string().nullable(), note: z.string().nullable() }).nullable(),
});
export type TaskView = z.infer<typeof taskSchema>;

const slotView = z.object({ dueAt: z.string(), signBy: z.string() });

/** The rounds of a hall for whoever walks them: what is due, what is open, and whether the hall is. */
export const roundsViewSchema = z.object({
  at: z.string(),
  timeZone: z.string(),
  hallNames: namesView,
  opening: openingSchema,
  rounds: z.array(
    z.object({
      template: templateSchema,
      /** What wants to be signed now: due, or missed earlier today. */
      wanted: slotView.extend({ id: z.string(), state: z.enum(['due', 'missed']) }).nullable(),
      /** When it falls due next. */
      next: slotView.nullable(),
      /** Signed last on this service day. */
      signed: z.object({ at: z.string(), name: z.string().nullable(), failed: z.int() }).nullable(),
    }),
  ),
  tasks: z.array(taskSchema),
  colleagues: z.array(z.object({ ref: z.string(), name: z.string() })),
});
export type RoundsView = z.infer<typeof roundsViewSchema>;

/** One walked or missed round with what was found. */
export const roundSchema = z.object({
  id: z.string(),
  kind: z.enum(ROUND_KINDS),
  names: namesView,
  serviceDay: z.string(),
  state: z.enum(['due', 'missed', 'signed']),
  dueAt: z.string().nullable(),
  signBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  signedName: z.string().nullable(),
  /** Null where it was walked unasked, or is not settled yet. */
  onTime: z.boolean().nullable(),
  itemCount: z.int(),
  failedCount: z.int(),
  failures: z.array(
    z.object({
      itemId: z.string(),
      six: z.enum(SIXES),
      names: namesView,
      zoneNames: namesView.nullable(),
      note: z.string().nullable(),
      photoIds: z.array(z.string()),
      task: taskSchema.nullable(),
    }),
  ),
});
export type RoundView = z.infer<typeof roundSchema>;

export const roundDaySchema = z.object({ day: z.string(), timeZone: z.string(), items: z.array(roundSchema) });
export type RoundDayView = z.infer<typeof roundDaySchema>;

/** What other screens say about rounds in one line. */
export const roundNoticeSchema = z.object({
  due: z.int(),
  missed: z.int(),
  overdueTasks: z.int(),
  open: z.boolean(),
  openReason: openingSchema.shape.why,
});
export type RoundNotice = z.infer<typeof roundNoticeSchema>;

export const templateListSchema = z.object({ items: z.array(templateSchema), openingCheck: z.boolean() });
export type TemplateList = z.infer<typeof templateListSchema>;
