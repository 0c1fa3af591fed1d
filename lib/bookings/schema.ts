import { z } from 'zod';
import { localeSchema } from '@/lib/core/localized';
import { codeSchema, customerSchema, instantSchema } from '@/lib/tickets/schema';
import { TICKET_STATUSES } from '@/lib/tickets/ticket';
import { SLOT_MINUTES } from './slots';

/** A time for a service. A name is asked of nobody; a phone number only serves to tell the customer something. */
export const bookSlotBody = z.strictObject({
  serviceCode: codeSchema,
  /** Beginning of a slot, as `GET /halls/{hall}/slots` lists them. */
  at: instantSchema,
  customer: customerSchema.optional(),
  locale: localeSchema.optional(),
});

export const moveBookingBody = z.strictObject({ at: instantSchema });

export const slotsQuery = z.object({
  serviceCode: codeSchema,
  /** A service day, YYYY-MM-DD; left out, all that can be booked. */
  day: z.iso.date().optional(),
});

/** Days on which something can be booked, each with its times; times that are booked up are there with `free` 0. */
export const slotsSchema = z.object({
  timeZone: z.string(),
  slotMinutes: z.int(),
  items: z.array(
    z.object({
      day: z.string(),
      slots: z.array(z.object({ at: z.string(), time: z.string(), free: z.int() })),
    }),
  ),
});
export type SlotsView = z.infer<typeof slotsSchema>;

export const bookingsQuery = z.object({
  /** A service day, YYYY-MM-DD; left out, today. */
  day: z.iso.date().optional(),
  /** `true`: of all days to come, those that no longer fit the hall's hours or services. */
  affected: z.enum(['true', 'false']).optional(),
});

/** Why a booking no longer fits: the hall is closed then, or the service is not offered any more. */
export const MISFITS = ['closed', 'service'] as const;

export const bookingSchema = z.object({
  ticketId: z.string(),
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  at: z.string(),
  day: z.string(),
  serviceCode: z.string(),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  misfit: z.enum(MISFITS).nullable(),
  /** May be checked in now. */
  mayCheckIn: z.boolean(),
});
export type BookingView = z.infer<typeof bookingSchema>;

export const bookingsSchema = z.object({
  day: z.string(),
  timeZone: z.string(),
  items: z.array(bookingSchema),
  /** Open bookings of all days from today on that no longer fit. */
  affectedCount: z.int(),
});
export type BookingsView = z.infer<typeof bookingsSchema>;

export const slotMinutesSchema = z.literal([...SLOT_MINUTES]);
/** Seven days, Monday first, each 24 numbers of customers. */
export const perHourSchema = z.array(z.array(z.int().min(0).max(500)).length(24)).length(7);
