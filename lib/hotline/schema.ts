import { z } from 'zod';
import { codeSchema, estimateSchema } from '@/lib/tickets/schema';

const names = z.record(z.string(), z.string());
const spans = z.array(z.object({ opens: z.string(), closes: z.string() }));

/** What the hotline reads out about a hall. */
export const hotlineHallSchema = z.object({
  id: z.string(),
  slug: z.string(),
  names,
  timeZone: z.string(),
  address: names,
  transport: names,
  parking: names,
  stepFreeAccess: z.boolean(),
  hotlineNumber: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  open: z.boolean(),
  today: spans,
  nextChange: z.object({ at: z.string(), opens: z.boolean() }).nullable(),
  weeklyHours: z.array(spans),
  /** Days to come that differ from the weekly hours. */
  exceptions: z.array(z.object({ date: z.string(), hours: spans, reason: names })),
  waiting: z.int(),
  estimate: estimateSchema.nullable(),
  /** When people waited least on the same weekdays before, of the hours still to come today; null = not known yet. */
  bestHour: z.object({ hour: z.int(), waitSeconds: z.int() }).nullable(),
  services: z.array(
    z.object({ code: z.string(), names, waiting: z.int(), openCounters: z.int(), estimate: estimateSchema.nullable() }),
  ),
});
export type HotlineHall = z.infer<typeof hotlineHallSchema>;

/** A change to a hall's information, and whether this agent has acknowledged it. */
export const hallNoticeSchema = z.object({
  id: z.string(),
  hallId: z.string(),
  at: z.string(),
  dueAt: z.string(),
  fields: z.array(z.string()),
  acknowledgedAt: z.string().nullable(),
});
export type HallNoticeView = z.infer<typeof hallNoticeSchema>;

/** The hotline desk: every hall of this agent, and the changes of the last days, the newest first. */
export const hotlineDeskSchema = z.object({
  at: z.string(),
  halls: z.array(hotlineHallSchema),
  notices: z.array(hallNoticeSchema),
});
export type HotlineDeskView = z.infer<typeof hotlineDeskSchema>;

export const referBody = z.strictObject({ serviceCode: codeSchema.optional() });
