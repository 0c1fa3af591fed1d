import { z } from 'zod';
import { perHourSchema, slotMinutesSchema } from '@/lib/bookings/schema';
import { rulesSchema } from '@/lib/complaints/schema';
import { currencySchema } from '@/lib/core/currency';
import { localeSchema, localizedSchema } from '@/lib/core/localized';
import {
  bookingRulesShape,
  checkInMetresSchema,
  createHallBody,
  creditMinutesSchema,
  dayHoursSchema,
  limitSecondsSchema,
} from '@/lib/halls/schema';
import { printerBody } from '@/lib/printing/schema';
import { createScreenBody } from '@/lib/screens/schema';
import { ROLES } from '@/lib/staff/roles';
import { createKeyBody, createStaffBody, passwordSchema } from '@/lib/staff/schema';
import { webhookBody } from '@/lib/webhooks/schema';
import { typedClock, typedSeconds } from './clock-text';
import {
  counterSettingsSchema,
  creditSchema,
  exceptionSchema,
  hallFactsSchema,
  hallLimitsSchema,
  outcomeSchema,
  serviceSchema,
  zoneSchema,
} from './schema';
import type { FormKey } from './settings-form';

/*
 * What a form sends, read into a command's input: empty is null, typed times are seconds, empty places of a list are
 * left out. The commands check everything once more; that is where it is decided.
 */

const empty = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const choice = empty(z.string());
const seconds = (schema: z.ZodType<number, number>) => z.string().transform(typedSeconds).pipe(schema);
const ownLimit = empty(z.string()).transform((text) => (text === null ? null : typedSeconds(text)));
const optionalLimit = ownLimit.pipe(limitSecondsSchema.nullable());

const clock = z.string().transform(typedClock);
const spans = z
  .array(z.object({ opens: z.string().optional(), closes: z.string().optional() }))
  .transform((list) => list.filter((span) => span.opens || span.closes))
  .pipe(z.array(z.object({ opens: clock, closes: clock })))
  .pipe(dayHoursSchema);

// Empty cells of the week are nobody; lines and cells behind the last that was filled in may be missing.
const week = z
  .array(z.array(z.coerce.number().optional()).optional())
  .default([])
  .transform((days) =>
    Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_, hour) => days[day]?.[hour] ?? 0)),
  )
  .pipe(perHourSchema);

const languages = z
  .array(z.string().optional())
  .transform((list) => list.filter((locale) => locale))
  .pipe(hallFactsSchema.shape.languages);

/** A code for a paper from its English name; papers are known by it in old tickets, so it never changes afterwards. */
function codeFrom(name: string): string {
  const code = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return code.replace(/^-+|-+$/g, '');
}

const papers = z
  .array(z.object({ code: z.string().optional(), names: localizedSchema, form: z.boolean().default(false) }))
  .max(30)
  .transform((list) => {
    const used = new Set(list.map(({ code }) => code));
    return list.map(({ code, names, form }, place) => {
      if (code) return { code, names, form };
      const wanted = codeFrom(names.en) || `paper-${place + 1}`;
      let free = wanted;
      for (let n = 2; used.has(free); n++) free = `${wanted.slice(0, 36)}-${n}`;
      used.add(free);
      return { code: free, names, form };
    });
  });

const { hall: _a, hotlineNumber: _b, latitude, longitude, languages: _c, ...facts } = hallFactsSchema.shape;
const limits = hallLimitsSchema.shape;
const { hall: _d, id: _e, zoneId: _f, ...service } = serviceSchema.shape;
const { hall: _g, id: _h, ...zone } = zoneSchema.shape;
const { hall: _i, id: _j, ...credit } = creditSchema.shape;
const { hall: _k, id: _l, ...outcome } = outcomeSchema.shape;
const { number } = counterSettingsSchema.shape;
// A check box that is not checked sends nothing at all.
const check = z.boolean().default(false);
const roles = z.array(z.enum(ROLES));
const locale = empty(localeSchema);
const { username, name } = createStaffBody.shape;
const creditForm = z.object({ ...credit, creditMinutes: creditMinutesSchema, active: check });

export const FORM_SCHEMAS = {
  hall: z.object({
    ...facts,
    stepFreeAccess: check,
    remoteTickets: check,
    remotePerDay: empty(z.int().min(1).max(10_000)),
    checkInMetres: empty(checkInMetresSchema),
    openingCheck: check,
    kioskChoosesClass: check,
    hotlineNumber: empty(z.string().trim().max(40)),
    latitude: empty(latitude.unwrap()),
    longitude: empty(longitude.unwrap()),
    languages,
    currency: z.string().trim().toUpperCase().pipe(currencySchema),
  }),
  hours: z
    .object({ day0: spans, day1: spans, day2: spans, day3: spans, day4: spans, day5: spans, day6: spans })
    .transform((week) => ({
      weeklyHours: [week.day0, week.day1, week.day2, week.day3, week.day4, week.day5, week.day6],
    })),
  bookings: z
    .object({ ...bookingRulesShape, bookings: check })
    .refine((rules) => rules.bookingLateMinutes <= rules.bookingLapseMinutes, {
      path: ['bookingLapseMinutes'],
      message: 'not before it is late',
    }),
  bookable: z.object({
    active: check,
    slotMinutes: z.coerce.number().pipe(slotMinutesSchema),
    perHour: week,
  }),
  exception: z.object({ date: exceptionSchema.shape.date, hours: spans, reason: exceptionSchema.shape.reason }),
  limits: z
    .object({
      goalSeconds: seconds(limits.goalSeconds),
      limitSeconds: seconds(limits.limitSeconds),
      handlingTargetSeconds: seconds(limits.handlingTargetSeconds),
      careTakeSeconds: seconds(limits.careTakeSeconds),
      noShowSeconds: seconds(limits.noShowSeconds),
      clerkSilentSeconds: seconds(limits.clerkSilentSeconds),
      screenSilentSeconds: seconds(limits.screenSilentSeconds.unwrap()),
    })
    .refine((l) => l.goalSeconds <= l.limitSeconds, { path: ['goalSeconds'], message: 'not above the limit' }),
  complaints: rulesSchema,
  zone: z.object({ ...zone, active: check }),
  service: z.object({
    ...service,
    letter: z.string().trim().toUpperCase().pipe(service.letter),
    zoneId: choice,
    handlingTargetSeconds: optionalLimit,
    goalSeconds: optionalLimit,
    limitSeconds: optionalLimit,
    papers,
    machineCapable: check,
    active: check,
  }),
  counter: z.object({ number, zoneId: choice, stepFree: check, active: check, serviceIds: z.array(z.string()) }),
  class: creditForm,
  need: creditForm,
  outcome: z.object({ ...outcome, active: check }),
  suggestion: z.object({ ...outcome, serviceIds: z.array(z.string()), active: check }),
  newPerson: z.object({ username, name, password: passwordSchema, locale, roles }),
  person: z.object({ username, name, locale }),
  roles: z.object({ roles }),
  password: z.object({ password: passwordSchema }),
  key: z.object({ name: createKeyBody.shape.name, role: createKeyBody.shape.role }),
  screen: z.object({ ...createScreenBody.shape, zoneId: choice }),
  webhook: z.object({
    ...webhookBody.shape,
    takesPhone: check,
    active: check,
  }),
  printer: z.object({
    ...printerBody.shape,
    columns: z.coerce.number().pipe(printerBody.shape.columns),
    answersStatus: check,
    forGuide: check,
    active: check,
  }),
  newHall: z.object({
    names: localizedSchema,
    slug: createHallBody.shape.slug,
    timeZone: createHallBody.shape.timeZone,
    languages,
  }),
} satisfies Record<FormKey, z.ZodType>;

export type FormInput<K extends FormKey> = z.output<(typeof FORM_SCHEMAS)[K]>;
