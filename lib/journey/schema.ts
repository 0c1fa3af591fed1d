import { z } from 'zod';
import { idSchema } from '@/lib/tickets/schema';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { PERIODS } from './period';

const instant = z.string();
const day = z.iso.date();

export const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
export const touchpointParams = hallParams.extend({ touchpoint: z.enum(TOUCHPOINT_KEYS) });

export const dayQuery = z.object({ date: day.optional().describe('Service day; left out, today.') });
export const scorecardQuery = dayQuery.extend({ period: z.enum(PERIODS).default('day') });

const standardSchema = z.object({
  code: z.string(),
  unit: z.enum(['share', 'seconds', 'score', 'amount']),
  goal: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
  value: z.number().nullable().describe('sum ÷ count; null when nothing counted.'),
  sum: z.number(),
  count: z.number(),
  met: z.boolean().nullable().describe('null without a goal, or when nothing counted.'),
});
export type StandardView = z.infer<typeof standardSchema>;

const ratingSchema = z.object({ value: z.number(), count: z.int() }).nullable();

const touchpointSchema = z.object({
  key: z.enum(TOUCHPOINT_KEYS),
  peak: z.boolean(),
  passed: z.int().describe('Visits that passed, and events that belong to no visit.'),
  rating: ratingSchema.describe('Ratings of the visits that passed.'),
  standards: z.array(standardSchema).describe('The leading one first.'),
});

const hallSchema = z.object({
  id: z.string(),
  slug: z.string(),
  names: z.record(z.string(), z.string()),
  timeZone: z.string(),
});

export const journeySchema = z.object({
  hall: hallSchema,
  date: day,
  today: z.boolean(),
  at: instant,
  touchpoints: z.array(
    touchpointSchema.extend({ here: z.int().nullable().describe('People there now; null on another day.') }),
  ),
});
export type JourneyView = z.infer<typeof journeySchema>;

const personSchema = z.object({
  visitId: z.string(),
  since: instant,
  number: z.string().nullable(),
  serviceCode: z.string().nullable(),
  counterNumber: z.int().nullable(),
  customerClass: z.string().nullable(),
});

const behindEventSchema = z.object({
  id: z.string(),
  at: instant,
  kind: z.string(),
  number: z.string().nullable().describe('Of the ticket that it is about.'),
  counterNumber: z.int().nullable(),
  visitId: z.string().nullable(),
});

/** The people and events behind a number: places and ticket numbers, never names. */
export const behindSchema = z.object({
  touchpoint: z.enum(TOUCHPOINT_KEYS),
  date: day,
  people: z.array(personSchema).describe('Who is there now, the longest first; nobody on another day.'),
  items: z.array(behindEventSchema).describe('Events of the day at the touchpoint, newest first.'),
  nextCursor: z.string().nullable(),
});
export type BehindView = z.infer<typeof behindSchema>;

const scoreSchema = touchpointSchema.extend({
  previous: z
    .object({ passed: z.int(), value: z.number().nullable() })
    .describe('The period before; the leading standard.'),
  trend: z.enum(['better', 'worse', 'same']).nullable().describe('Of the leading standard.'),
});

export const scorecardSchema = z.object({
  hall: hallSchema,
  today: day.describe('The service day of the hall now.'),
  period: z.enum(PERIODS),
  from: day,
  to: day,
  /** Days of the period with figures. */
  days: z.int(),
  at: instant,
  touchpoints: z.array(scoreSchema),
  weakest: z.array(z.object({ touchpoint: z.enum(TOUCHPOINT_KEYS), standard: z.string() })),
});
export type Scorecard = z.infer<typeof scorecardSchema>;
export type TouchpointScore = Scorecard['touchpoints'][number];
