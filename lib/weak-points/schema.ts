import { z } from 'zod';
import { daySchema } from '@/lib/promotions/schema';
import { codeSchema, idSchema } from '@/lib/tickets/schema';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { WEAK_POINT_STATES } from './machine';
import { WEAK_POINT_SOURCES, WEAK_POINT_TIDINGS } from './weak-point';

export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month, such as 2026-03');

const text = z.string().trim().max(1000);
const plan = {
  description: text.min(1),
  cause: text.nullable(),
  action: text.nullable(),
  /** Somebody of the hall's staff. */
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
};

export const openWeakPointBody = z.strictObject({
  touchpoint: z.enum(TOUCHPOINT_KEYS),
  /** Left out: this month. */
  month: monthSchema.optional(),
  description: plan.description,
  cause: plan.cause.default(null),
  action: plan.action.default(null),
  ownerId: plan.ownerId.default(null),
  dueOn: plan.dueOn.default(null),
});

/** What is left out stays as it is. */
export const planWeakPointBody = z.strictObject(plan).partial();

const figure = z.number().min(-1e9).max(1e9);

const goalSchema = z.union([z.strictObject({ atLeast: figure }), z.strictObject({ atMost: figure })]);

const findingSchema = z.strictObject({
  standard: codeSchema,
  unit: z.enum(['share', 'seconds', 'score', 'amount']),
  value: figure.nullable(),
  goal: goalSchema.nullable(),
});

/** The weakest touchpoints of a month, as the scorecard names them. One that is on the board already stays as it is. */
export const proposeWeakPointsBody = z.strictObject({
  month: monthSchema.optional(),
  items: z
    .array(findingSchema.extend({ touchpoint: z.enum(TOUCHPOINT_KEYS) }))
    .min(1)
    .max(TOUCHPOINT_KEYS.length),
});

export const finishWeakPointBody = z.strictObject({ result: text.min(1) });
export const verifyWeakPointBody = z.strictObject({ remark: text.optional() });
export const reopenWeakPointBody = z.strictObject({ remark: text.min(1), dueOn: daySchema });
export const dropWeakPointBody = z.strictObject({ remark: text.min(1) });

const instant = z.string();

/** A weak point as those see it who work on it. */
export const weakPointSchema = z.object({
  id: z.string(),
  month: z.string(),
  touchpoint: z.enum(TOUCHPOINT_KEYS),
  source: z.enum(WEAK_POINT_SOURCES),
  description: z.string(),
  finding: z
    .object({
      standard: z.string(),
      unit: z.enum(['share', 'seconds', 'score', 'amount']),
      value: z.number().nullable(),
      goal: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
    })
    .nullable(),
  cause: z.string().nullable(),
  action: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  dueOn: z.string().nullable(),
  state: z.enum(WEAK_POINT_STATES),
  overdue: z.boolean(),
  result: z.string().nullable(),
  remark: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  doneAt: instant.nullable(),
  /** As in events: whoever did it cannot be the one who checks it. */
  doneBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  checkedBy: z.string().nullable(),
});
export type WeakPointView = z.infer<typeof weakPointSchema>;

/** A month's board: its weak points, and what earlier months left unfinished. */
export const weakPointBoardSchema = z.object({
  month: z.string(),
  today: z.string(),
  items: z.array(weakPointSchema),
});
export type WeakPointBoard = z.infer<typeof weakPointBoardSchema>;

export const proposedWeakPointsSchema = z.object({ items: z.array(weakPointSchema) });

/** What the person who asks is to be told of his own weak points, the most pressing first. */
export const weakPointNoticeSchema = z.object({
  items: z.array(
    weakPointSchema
      .pick({ id: true, touchpoint: true, description: true, dueOn: true })
      .extend({ tidings: z.enum(WEAK_POINT_TIDINGS) }),
  ),
});
export type WeakPointNotice = z.infer<typeof weakPointNoticeSchema>;
