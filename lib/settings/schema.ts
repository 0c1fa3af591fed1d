import { z } from 'zod';
import { perHourSchema, slotMinutesSchema } from '@/lib/bookings/schema';
import { currencySchema } from '@/lib/core/currency';
import { localeSchema, localizedSchema, localizedTextSchema } from '@/lib/core/localized';
import {
  bookingRulesShape,
  checkInMetresSchema,
  creditMinutesSchema,
  dayHoursSchema,
  letterSchema,
  limitSecondsSchema,
  paperSchema,
  timeZoneSchema,
  weeklyHoursSchema,
} from '@/lib/halls/schema';
import { codeSchema, idSchema } from '@/lib/tickets/schema';

const hallRef = { hall: idSchema };
/** Left out = a new entry; given = the entry that is changed. */
const entryRef = { ...hallRef, id: idSchema.optional() };

/** What a hall says of itself: name, place, languages. */
export const hallFactsSchema = z.strictObject({
  ...hallRef,
  names: localizedSchema,
  timeZone: timeZoneSchema,
  address: localizedTextSchema,
  transport: localizedTextSchema,
  parking: localizedTextSchema,
  district: localizedTextSchema.optional(),
  campaign: localizedTextSchema.optional(),
  stepFreeAccess: z.boolean(),
  hotlineNumber: z.string().trim().max(40).nullable(),
  /** Left out: as it was. */
  currency: currencySchema.optional(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  languages: z
    .array(localeSchema)
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'each language once'),
  remoteTickets: z.boolean(),
  /** Left out: as it was; null: as many as are asked for. */
  remotePerDay: z.int().min(1).max(10_000).nullable().optional(),
  /** Left out: as it was; null: customers check in from anywhere. */
  checkInMetres: checkInMetresSchema.nullable().optional(),
  openingCheck: z.boolean().optional(),
  kioskChoosesClass: z.boolean().optional(),
});

/** The clocks of a hall, in seconds. */
export const hallLimitsSchema = z
  .strictObject({
    ...hallRef,
    goalSeconds: limitSecondsSchema,
    limitSeconds: limitSecondsSchema,
    handlingTargetSeconds: limitSecondsSchema,
    careTakeSeconds: limitSecondsSchema,
    noShowSeconds: z.int().min(10).max(3600),
    clerkSilentSeconds: z.int().min(15).max(3600),
    /** Left out: as it was. */
    screenSilentSeconds: z.int().min(60).max(3600).optional(),
  })
  .refine((l) => l.goalSeconds <= l.limitSeconds, { path: ['goalSeconds'], message: 'not above the limit' });

/** The rules of bookings. */
export const bookingRulesSchema = z
  .strictObject({ ...hallRef, ...bookingRulesShape })
  .refine((rules) => rules.bookingLateMinutes <= rules.bookingLapseMinutes, {
    path: ['bookingLapseMinutes'],
    message: 'not before it is late',
  });

/** What of a service can be booked; `id` is the service's. */
export const bookableServiceSchema = z.strictObject({
  ...hallRef,
  id: idSchema,
  slotMinutes: slotMinutesSchema,
  perHour: perHourSchema,
  active: z.boolean(),
});

export const weeklyHoursInput = z.strictObject({ ...hallRef, weeklyHours: weeklyHoursSchema });

export const exceptionSchema = z.strictObject({
  ...entryRef,
  date: z.iso.date(),
  hours: dayHoursSchema,
  reason: localizedTextSchema,
});

export const zoneSchema = z.strictObject({
  ...entryRef,
  code: codeSchema,
  names: localizedSchema,
  active: z.boolean(),
});

export const serviceSchema = z
  .strictObject({
    ...entryRef,
    code: codeSchema,
    letter: letterSchema,
    names: localizedSchema,
    zoneId: idSchema.nullable(),
    handlingTargetSeconds: limitSecondsSchema.nullable(),
    goalSeconds: limitSecondsSchema.nullable(),
    limitSeconds: limitSecondsSchema.nullable(),
    papers: z.array(paperSchema).max(30),
    machineCapable: z.boolean(),
    active: z.boolean(),
  })
  .refine((s) => s.goalSeconds === null || s.limitSeconds === null || s.goalSeconds <= s.limitSeconds, {
    path: ['goalSeconds'],
    message: 'not above the limit',
  })
  .refine((s) => new Set(s.papers.map((p) => p.code)).size === s.papers.length, {
    path: ['papers'],
    message: 'each code once',
  });

/** A customer class or a special need: credit in minutes of wait. */
export const creditSchema = z.strictObject({
  ...entryRef,
  code: codeSchema,
  names: localizedSchema,
  creditMinutes: creditMinutesSchema,
  active: z.boolean(),
});

export const outcomeSchema = z.strictObject({
  ...entryRef,
  code: codeSchema,
  names: localizedSchema,
  active: z.boolean(),
});

/** What a clerk may offer in addition; without services it fits all. */
export const suggestionSettingsSchema = z.strictObject({
  ...entryRef,
  code: codeSchema,
  names: localizedSchema,
  serviceIds: z.array(idSchema).max(50),
  active: z.boolean(),
});

export const counterSettingsSchema = z.strictObject({
  ...entryRef,
  number: z.int().min(1).max(999),
  zoneId: idSchema.nullable(),
  stepFree: z.boolean(),
  active: z.boolean(),
  serviceIds: z.array(idSchema).max(50),
});

export const removeSchema = z.strictObject({ ...hallRef, id: idSchema });
