import { z } from 'zod';
import { localizedSchema } from '@/lib/core/localized';

/** Half hours of a day: a plan has a number for each. */
export const HALF_HOURS = 48;
export const STEP_SECONDS = 1800;
const MOST_COUNTERS = 200;

export const weekdaySchema = z.int().min(0).max(6).describe('Monday = 0.');

export const staffingQuery = z.object({
  weekday: z.coerce.number().pipe(weekdaySchema).optional().describe('Left out: today.'),
});

export const intendStaffingBody = z.strictObject({
  weekday: weekdaySchema,
  counters: z
    .array(z.int().min(0).max(MOST_COUNTERS))
    .length(HALF_HOURS)
    .describe('Counters to be open in each half hour of the day, from midnight on.'),
});

const outcome = z.object({
  share: z.number().nullable().describe('Share of customers who could be served within the limit.'),
  meanWaitSeconds: z.int().nullable(),
  left: z.number().nullable().describe('Share of customers who leave.'),
  use: z.number().nullable().describe("Share of the open counters' time spent on customers."),
});
export type StaffingOutcome = z.infer<typeof outcome>;

const plan = outcome.extend({
  counters: z.int(),
  short: z
    .array(z.object({ serviceCode: z.string(), customers: z.number(), share: z.number() }))
    .describe(
      'Services that miss the target in this half hour by more than chance, played with the services that each counter takes.',
    ),
});
const day = outcome.extend({
  counterHours: z.number(),
  skilledShare: z
    .number()
    .nullable()
    .describe(
      'As `share`, but played with the services that each counter takes, opened in the order of `counterOrder`.',
    ),
});
export type StaffingDay = z.infer<typeof day>;

/** What a weekday needs, what is intended, and what either would come to, played many times. */
export const staffingSchema = z.object({
  weekday: weekdaySchema,
  learnedDays: z.int().describe('Past days on which the arrivals rest; 0: nothing is known yet.'),
  target: z.object({ share: z.number(), seconds: z.int() }),
  mostCounters: z.int().describe('Counters in use in the hall.'),
  meanHandlingSeconds: z.int(),
  steps: z.array(
    z.object({
      halfHour: z.int().describe('0 begins at midnight.'),
      from: z.string().describe('Clock time of the hall, "09:30".'),
      open: z.boolean().describe('The hall is open by its weekly hours.'),
      arrivals: z.number().describe('Customers to be expected.'),
      needed: plan,
      intended: plan.nullable(),
    }),
  ),
  counterOrder: z.array(z.int()).describe('Numbers of the counters in the order in which they are taken to be opened.'),
  services: z
    .array(
      z.object({
        code: z.string(),
        names: localizedSchema,
        counters: z.int().describe('Counters in use that take it.'),
        customers: z.number().describe('Customers to be expected on the day.'),
        needed: z.number().nullable().describe('Share within the limit with the counters needed, as `skilledShare`.'),
        intended: z.number().nullable(),
      }),
    )
    .describe('Services for which somebody is expected.'),
  needed: day,
  intended: day.nullable().describe('Null: nothing was planned yet.'),
  intendedAt: z.string().nullable(),
});
export type StaffingView = z.infer<typeof staffingSchema>;
export type StaffingStepView = StaffingView['steps'][number];
