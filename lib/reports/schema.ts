import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { type DeliveryState, FREQUENCIES, type MailProblem } from './mailing';

const dayOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'a day (2026-03-02) or an instant');

export const serviceLevelQuery = z.object({
  from: dayOrInstant
    .optional()
    .describe('First service day; an instant means the day of the hall it falls on. Left out: the same as `to`.'),
  to: dayOrInstant.optional().describe('Last service day. Left out: today.'),
  thresholdSeconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .describe("T of the paper on waiting. Left out: the hall's limit."),
});

/** So many days at most in one report. */
export const LONGEST_DAYS = 366;

const share = z.object({
  counted: z.int(),
  within: z.int(),
  share: z.number().nullable().describe('within ÷ counted; null when nothing was counted.'),
});

const level = z.object({
  honest: share.describe(
    'Started service within T, of all who started, still wait past T, or left after T. Who waits within T counts not yet.',
  ),
  servedOnly: share.describe('The usual figure, which flatters: of those served only.'),
  leftBefore: z.int().describe('Left before T: shown apart.'),
  leftAfter: z.int(),
  waitingPast: z.int(),
});

export const serviceLevelSchema = level.extend({
  from: z.string(),
  to: z.string(),
  thresholdSeconds: z.int(),
  services: z.array(level.extend({ serviceCode: z.string() })),
});

const figure = z.number().nullable();
const figures = z.object({
  waits: z.int().describe('Waits that began and ended.'),
  level,
  goalShare: figure.describe('Served within the goal, of the served.'),
  meanWaitSeconds: figure,
  handled: z.int(),
  meanHandlingSeconds: figure,
  targetShare: figure.describe('Handled within the target of the service, of the handled.'),
  noShow: z.int().describe('Did not answer their call.'),
  noShowShare: figure.describe('Of all waits, as the two that follow.'),
  transferred: z.int(),
  transferredShare: figure,
  abandoned: z.int().describe('Left of themselves before service, or closed by the end of the day.'),
  abandonedShare: figure,
  crossed: z.int().describe('Waits that crossed their limit.'),
  careDue: z.int().describe('Crossings of the limit: each asks for care.'),
  careMade: z.int(),
  careShare: figure.describe('Care coverage: given, of what was asked for.'),
  meanCareSeconds: figure.describe('Time to care: from the crossing until it was given.'),
  told: z.int().describe('First waits with an estimate that ended with service.'),
  medianErrorSeconds: figure.describe('Half of the middle estimates were off by less; exact to a few seconds.'),
  errorSeconds: figure.describe('Mean of how far the middle estimate was off.'),
  biasSeconds: figure.describe('Above 0: the waits were longer than told.'),
  promiseShare: figure.describe('Waits within the promise; nine of ten should be.'),
});

export const reportDaysQuery = z.object({
  from: z.iso.date().optional().describe('First service day. Left out: the same as `to`.'),
  to: z.iso.date().optional().describe('Last service day. Left out: today.'),
});

const days = { from: z.string(), to: z.string() };

const namedService = { serviceCode: z.string(), names: z.record(z.string(), z.string()) };

/** Waits of some service days, cut in several ways. All cuts add up to the total. */
export const waitReportSchema = z.object({
  ...days,
  total: figures,
  days: z.array(figures.extend({ day: z.string() })),
  hours: z.array(figures.extend({ hour: z.int() })),
  week: z.array(figures.extend({ weekday: z.int().describe('Monday = 0'), hour: z.int() })),
  services: z.array(figures.extend(namedService)),
  serviceHours: z.array(figures.extend({ serviceCode: z.string(), hour: z.int() })),
  distribution: z.array(
    z.object({ withinSeconds: z.int().nullable().describe('null: longer than all steps'), count: z.int() }),
  ),
});
export type WaitReport = z.infer<typeof waitReportSchema>;
export type Figures = z.infer<typeof figures>;

const work = z.object({
  handled: z.int(),
  meanHandlingSeconds: figure,
  expectedHandlingSeconds: figure.describe("The hall's own average for the same mix of services."),
  handlingIndex: figure.describe('Handling over what the hall needs for the same mix: above 1 longer.'),
  targetShare: figure,
  level: level.describe('Waits of those who were called here.'),
  meanWaitSeconds: figure,
  transferred: z.int(),
  noShow: z.int(),
  abandoned: z.int(),
  careMade: z.int().describe('Care that this person gave after crossings of the limit.'),
  meanCareSeconds: figure,
});

/** Handling by clerk and by counter, beside what the same services take in the hall. */
export const workReportSchema = z.object({
  ...days,
  clerks: z.array(work.extend({ staffId: z.string().nullable(), name: z.string().nullable() })),
  counters: z.array(work.extend({ counterNumber: z.int().nullable() })),
});
export type WorkReport = z.infer<typeof workReportSchema>;

/** The waits of all halls that somebody may read the reports of, beside each other and together. */
export const hallsReportSchema = z.object({
  ...days,
  total: figures,
  halls: z.array(figures.extend({ hall: z.string(), names: z.record(z.string(), z.string()) })),
  hours: z.array(figures.extend({ hour: z.int() })),
  days: z.array(figures.extend({ day: z.string() })),
});
export type HallsReport = z.infer<typeof hallsReportSchema>;

/** A report that goes out by e-mail by itself. */
export const mailingBody = z.strictObject({
  frequency: z.enum(FREQUENCIES),
  sendAt: z.int().min(0).max(86_399).describe("Second of the day, by the hall's clock."),
  recipients: z
    .array(z.email().max(200))
    .min(1)
    .max(20)
    .refine((list) => new Set(list).size === list.length, 'each once'),
  locale: localeSchema,
  active: z.boolean(),
});
export type MailingInput = z.infer<typeof mailingBody>;

export const mailingChange = mailingBody.partial();

export const mailingSchema = mailingBody.extend({ id: z.string() });

export interface Mailing extends MailingInput {
  id: string;
  hallId: string;
}

/** One report that was due to go out. */
export interface Delivery {
  id: string;
  hallId: string;
  mailingId: string;
  fromDay: string;
  toDay: string;
  dueAt: Date;
  state: DeliveryState;
  attempts: number;
  nextAt: Date | null;
  problem: MailProblem | null;
  sentAt: Date | null;
}
