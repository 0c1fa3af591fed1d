import { z } from 'zod';
import { perHourSchema, slotMinutesSchema } from '@/lib/bookings/schema';
import { publicCampaignSchema } from '@/lib/campaigns/schema';
import { currencySchema } from '@/lib/core/currency';
import { localeSchema, localizedSchema, localizedTextSchema } from '@/lib/core/localized';
import { isTimeZone } from '@/lib/core/time-zone';
import { roundTemplateBody } from '@/lib/rounds/round-template';
import { codeSchema, estimateSchema } from '@/lib/tickets/schema';
import { DEFAULT_CLASSES, DEFAULT_NEEDS, DEFAULT_OUTCOMES, DEFAULT_WEEKLY_HOURS } from './defaults';
import { DECISION_REASONS, OPENING_REASONS } from './hall-opening';

/** The hall's name in addresses. */
export const slugSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, with - between them')
  // Pages above the halls have these names where a hall's would stand.
  .refine((slug) => slug !== 'new' && slug !== 'reports', 'this name is taken');

/** An IANA time zone that this machine knows. */
export const timeZoneSchema = z.string().min(1).max(60).refine(isTimeZone, 'a time zone such as Asia/Shanghai');

const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const spanSchema = z
  .strictObject({ opens: clockText, closes: z.union([clockText, z.literal('24:00')]) })
  .refine((span) => span.opens < span.closes, { message: 'must close after it opens', path: ['closes'] });

/** The spans of one day, in order and apart from each other; an empty list is closed. "24:00" is the day's end. */
export const dayHoursSchema = z
  .array(spanSchema)
  .max(6)
  .refine((spans) => spans.every((span, i) => i === 0 || (spans[i - 1]?.closes ?? '') <= span.opens), {
    message: 'spans must follow each other',
  });

/** Seven days, Monday first. */
export const weeklyHoursSchema = z.array(dayHoursSchema).length(7);

export const letterSchema = z.string().regex(/^[A-Z]$/, 'one letter, A to Z');
export const limitSecondsSchema = z.int().min(30).max(14_400);
export const creditMinutesSchema = z.int().min(0).max(240);

/** The rules of bookings, in minutes before or after the booked time; the share in percent. */
export const bookingRulesShape = {
  bookings: z.boolean(),
  bookingDaysAhead: z.int().min(0).max(90),
  bookingWalkInShare: z.int().min(0).max(100),
  bookingEarlyMinutes: z.int().min(0).max(240),
  bookingLateMinutes: z.int().min(0).max(240),
  bookingLapseMinutes: z.int().min(0).max(480),
  bookingReminderMinutes: z.int().min(5).max(2880),
  bookingChangeMinutes: z.int().min(0).max(2880),
} as const;
export const checkInMetresSchema = z.int().min(20).max(50_000);

export const zoneBody = z.strictObject({ code: codeSchema, names: localizedSchema });

/** Something to bring, or a form to fill in before the counter. */
export const paperSchema = z.strictObject({
  code: codeSchema,
  names: localizedSchema,
  form: z.boolean().default(false),
});

export const serviceBody = z.strictObject({
  code: codeSchema,
  letter: letterSchema,
  names: localizedSchema,
  zoneCode: codeSchema.optional(),
  /** Left out, the hall's hold. */
  handlingTargetSeconds: limitSecondsSchema.optional(),
  goalSeconds: limitSecondsSchema.optional(),
  limitSeconds: limitSecondsSchema.optional(),
  papers: z.array(paperSchema).max(30).default([]),
  machineCapable: z.boolean().default(false),
  /** What of it can be booked; left out, nothing. */
  bookable: z.strictObject({ slotMinutes: slotMinutesSchema, perHour: perHourSchema }).optional(),
});

export const counterBody = z.strictObject({
  number: z.int().min(1).max(999),
  zoneCode: codeSchema.optional(),
  stepFree: z.boolean().default(false),
  serviceCodes: z.array(codeSchema).max(50),
});

export const creditBody = z.strictObject({
  code: codeSchema,
  names: localizedSchema,
  creditMinutes: creditMinutesSchema,
});

export const outcomeBody = z.strictObject({ code: codeSchema, names: localizedSchema });

const EMPTY_TEXT = { 'zh-CN': '', en: '', es: '' };

/** A whole hall as it is made: everything below it by its codes. */
export const createHallBody = z
  .strictObject({
    slug: slugSchema,
    names: localizedSchema,
    timeZone: timeZoneSchema,
    address: localizedTextSchema.default(EMPTY_TEXT),
    transport: localizedTextSchema.default(EMPTY_TEXT),
    parking: localizedTextSchema.default(EMPTY_TEXT),
    district: localizedTextSchema.default(EMPTY_TEXT),
    campaign: localizedTextSchema.default(EMPTY_TEXT),
    stepFreeAccess: z.boolean().default(false),
    hotlineNumber: z.string().trim().min(1).max(40).optional(),
    currency: currencySchema.default('CNY'),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    languages: z
      .array(localeSchema)
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'each language once')
      .default(['zh-CN', 'en']),
    weeklyHours: weeklyHoursSchema.default(() => DEFAULT_WEEKLY_HOURS.map((day) => [...day])),
    goalSeconds: limitSecondsSchema.default(300),
    limitSeconds: limitSecondsSchema.default(600),
    handlingTargetSeconds: limitSecondsSchema.default(180),
    careTakeSeconds: limitSecondsSchema.default(120),
    noShowSeconds: z.int().min(10).max(3600).default(60),
    clerkSilentSeconds: z.int().min(15).max(3600).default(60),
    screenSilentSeconds: z.int().min(60).max(3600).default(180),
    kioskChoosesClass: z.boolean().default(false),
    remoteTickets: z.boolean().default(false),
    remotePerDay: z.int().min(1).max(10_000).optional(),
    checkInMetres: checkInMetresSchema.optional(),
    ...z.object(bookingRulesShape).partial().shape,
    /** Left out: where there is a check before opening, the hall opens only by it. */
    openingCheck: z.boolean().optional(),
    rounds: z.array(roundTemplateBody).max(30).default([]),
    zones: z.array(zoneBody).max(50).default([]),
    services: z.array(serviceBody).max(50).default([]),
    counters: z.array(counterBody).max(500).default([]),
    classes: z
      .array(creditBody)
      .max(30)
      .default(() => [...DEFAULT_CLASSES]),
    needs: z
      .array(creditBody)
      .max(30)
      .default(() => [...DEFAULT_NEEDS]),
    outcomes: z
      .array(outcomeBody)
      .max(30)
      .default(() => [...DEFAULT_OUTCOMES]),
  })
  .superRefine((hall, context) => {
    const lists = ['zones', 'services', 'classes', 'needs', 'outcomes'] as const;
    for (const list of lists)
      onlyOnce(
        context,
        list,
        'code',
        hall[list].map((entry) => entry.code),
      );
    onlyOnce(
      context,
      'counters',
      'number',
      hall.counters.map((counter) => counter.number),
    );
    const zones = new Set(hall.zones.map((zone) => zone.code));
    const services = new Set(hall.services.map((service) => service.code));
    for (const [i, round] of hall.rounds.entries())
      for (const [j, { zoneCode }] of round.items.entries())
        if (zoneCode && !zones.has(zoneCode))
          context.addIssue({
            code: 'custom',
            path: ['rounds', i, 'items', j, 'zoneCode'],
            message: 'no such zone in this hall',
          });
    for (const list of ['services', 'counters'] as const)
      for (const [i, { zoneCode }] of hall[list].entries())
        if (zoneCode !== undefined && !zones.has(zoneCode))
          context.addIssue({ code: 'custom', path: [list, i, 'zoneCode'], message: 'no such zone in this hall' });
    for (const [i, counter] of hall.counters.entries())
      for (const [j, code] of counter.serviceCodes.entries())
        if (!services.has(code) || counter.serviceCodes.indexOf(code) !== j)
          context.addIssue({
            code: 'custom',
            path: ['counters', i, 'serviceCodes', j],
            message: services.has(code) ? 'named twice' : 'no such service in this hall',
          });
  });

export type HallDefinition = z.input<typeof createHallBody>;

/** The answer to a new hall. */
export const createdHallSchema = z.object({ id: z.string(), slug: z.string() });

function onlyOnce(context: z.RefinementCtx, list: string, field: string, values: (string | number)[]): void {
  for (const [i, value] of values.entries())
    if (values.indexOf(value) !== i)
      context.addIssue({ code: 'custom', path: [list, i, field], message: 'exists already in this list' });
}

/** The shift lead's word about the hall being open, with a reason that fits. */
export const decideOpeningBody = z.strictObject({
  open: z.boolean(),
  reason: z.enum([...new Set([...DECISION_REASONS.open, ...DECISION_REASONS.close])]),
  note: z.string().trim().min(1).max(200).optional(),
});

/** The hall being open or closed as staff see it: why, who signed, who decided, and what is planned. */
export const openingSchema = z.object({
  open: z.boolean(),
  why: z.enum(OPENING_REASONS),
  /** The hall opens only through its signed pre-opening check. */
  checkDemanded: z.boolean(),
  /** The opening that lasts now or comes next; null in a hall that never closes. */
  plannedAt: z.string().nullable(),
  nextChange: z.object({ at: z.string(), opens: z.boolean() }).nullable(),
  opened: z.object({ at: z.string(), name: z.string().nullable() }).nullable(),
  /** The check that holds for this opening. */
  check: z.object({ at: z.string(), name: z.string().nullable() }).nullable(),
  decision: z
    .object({
      open: z.boolean(),
      at: z.string(),
      until: z.string().nullable(),
      name: z.string().nullable(),
      reason: z.string(),
      note: z.string().nullable(),
    })
    .nullable(),
});
export type OpeningView = z.infer<typeof openingSchema>;

/** Why the hall is open or closed now. */
export const openingReasonSchema = z.enum(OPENING_REASONS);

const instant = z.string();
const spanView = z.object({ opens: z.string(), closes: z.string() });
const namesView = z.record(z.string(), z.string());
const choiceView = z.object({ code: z.string(), names: namesView });

/** A hall for everybody: where it is, when it is open, what it offers, how long it takes now. */
export const hallSchema = z.object({
  id: z.string(),
  slug: z.string(),
  names: namesView,
  timeZone: z.string(),
  languages: z.array(z.string()),
  address: namesView,
  transport: namesView,
  parking: namesView,
  district: namesView,
  campaign: namesView,
  stepFreeAccess: z.boolean(),
  hotlineNumber: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Seven days, Monday first. */
  weeklyHours: z.array(z.array(spanView)),
  /** Days from today on that differ from the week. */
  exceptions: z.array(z.object({ date: z.string(), hours: z.array(spanView), reason: namesView })),
  open: z.boolean(),
  openReason: openingReasonSchema,
  today: z.array(spanView),
  nextChange: z.object({ at: instant, opens: z.boolean() }).nullable(),
  remoteTickets: z.boolean(),
  /** Some service can be booked for a time. */
  bookings: z.boolean(),
  waiting: z.int(),
  /** Of somebody who takes a number now, for the service that takes longest; null when no open counter serves any. */
  estimate: estimateSchema.nullable(),
  services: z.array(
    choiceView.extend({
      letter: z.string(),
      papers: z.array(choiceView.extend({ form: z.boolean() })),
      waiting: z.int(),
      openCounters: z.int(),
      bookable: z.boolean(),
      estimate: estimateSchema.nullable(),
    }),
  ),
  classes: z.array(choiceView),
  needs: z.array(choiceView),
  outcomes: z.array(choiceView),
  /** What runs today. */
  campaigns: z.array(publicCampaignSchema),
});
export type HallView = z.infer<typeof hallSchema>;
