import { z } from 'zod';
import { localizedSchema, localizedTextSchema } from '@/lib/core/localized';
import { codeSchema, idSchema, ticketNumberSchema } from '@/lib/tickets/schema';
import { STATION_STATES } from './station';

const words = (most: number) => z.string().trim().min(1).max(most);

export const saveStationBody = z.strictObject({
  code: codeSchema,
  names: localizedSchema.strict(),
  shows: localizedTextSchema.strict(),
  zoneCode: codeSchema.nullable().default(null),
  sort: z.int().min(0).max(1000).default(0),
  active: z.boolean().default(true),
});

export const faultBody = z.strictObject({ words: words(300) });

/** What was shown, and how much somebody liked it: 1 (not at all) to 5 (wants it). */
export const trialBody = z.strictObject({
  interest: z.int().min(1).max(5),
  ordered: z.boolean().default(false),
  shown: words(200).optional(),
  wishes: words(500).optional(),
  /** Who tried it, by the ticket's id or by its number of today. */
  ticketId: idSchema.optional(),
  ticketNumber: ticketNumberSchema.optional(),
});

export const inviteBody = z.strictObject({ ticketId: idSchema, accepted: z.boolean() });

const textSchema = z.record(z.string(), z.string());

export const stationSchema = z.object({
  id: z.string(),
  code: z.string(),
  names: textSchema,
  shows: textSchema,
  zoneCode: z.string().nullable(),
  state: z.enum(STATION_STATES),
  stateSince: z.string(),
  fault: z.object({ words: z.string(), by: z.string().nullable() }).nullable(),
  /** While it is made ready: until when, and whether that has passed. */
  resetDueAt: z.string().nullable(),
  resetLate: z.boolean(),
  lastTrialAt: z.string().nullable(),
  sort: z.int(),
  active: z.boolean(),
});
export type StationView = z.infer<typeof stationSchema>;

export const trialSchema = z.object({
  id: z.string(),
  stationId: z.string(),
  at: z.string(),
  shown: z.string().nullable(),
  interest: z.int(),
  wishes: z.string().nullable(),
  ordered: z.boolean(),
  by: z.string().nullable(),
});
export type TrialView = z.infer<typeof trialSchema>;

/** The zone at a glance: its stations, whom to invite while one of them stands idle, today's trials. */
export const experienceSchema = z.object({
  stations: z.array(stationSchema),
  /** Stations that stand idle, by id. */
  idle: z.array(z.string()),
  invite: z.array(
    z.object({ ticketId: z.string(), number: z.string(), waitingSince: z.string(), expectedSeconds: z.int() }),
  ),
  /** The last trials of today, newest first. */
  trials: z.array(trialSchema),
  today: z.object({ trials: z.int(), ordered: z.int(), invited: z.int(), came: z.int() }),
});
export type ExperienceView = z.infer<typeof experienceSchema>;

export const invitationSchema = z.object({ ticketId: z.string(), stationId: z.string(), accepted: z.boolean() });
