import { z } from 'zod';
import { type Localized, localizedSchema } from '@/lib/core/localized';
import { codeSchema, idSchema } from '@/lib/tickets/schema';
import { ROUND_KINDS, type RoundKind, SIXES, type Six } from './round';

/** One thing to look at on a round. */
export interface RoundItem {
  id: string;
  six: Six;
  names: Localized;
  zoneCode: string | null;
}

/** A checklist that is walked again and again. */
export interface RoundTemplate {
  id: string;
  hallId: string;
  kind: RoundKind;
  names: Localized;
  items: RoundItem[];
  /** Times of day at which it falls due, "HH:MM"; an empty list: by the opening hours. */
  times: string[];
  everyMinutes: number | null;
  graceMinutes: number;
  sort: number;
  active: boolean;
}

const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** A template as it is made or changed; an item that keeps its id is the same item under another name. */
export const roundTemplateBody = z
  .strictObject({
    kind: z.enum(ROUND_KINDS),
    names: localizedSchema,
    items: z
      .array(
        z.strictObject({
          id: idSchema.optional(),
          six: z.enum(SIXES),
          names: localizedSchema,
          zoneCode: codeSchema.nullish(),
        }),
      )
      .min(1)
      .max(40),
    times: z.array(clockText).max(24).default([]),
    everyMinutes: z.int().min(15).max(720).nullish(),
    graceMinutes: z.int().min(5).max(240).default(30),
    active: z.boolean().default(true),
  })
  .refine(({ times }) => new Set(times).size === times.length, { path: ['times'], message: 'each time once' })
  .refine(({ kind, times, everyMinutes }) => kind !== 'cyclic' || times.length > 0 || Boolean(everyMinutes), {
    path: ['times'],
    message: 'a cyclic round needs times, or every how many minutes',
  })
  .refine(({ kind, everyMinutes }) => kind === 'cyclic' || !everyMinutes, {
    path: ['everyMinutes'],
    message: 'only a cyclic round repeats within the day',
  });

export type RoundTemplateBody = z.input<typeof roundTemplateBody>;
