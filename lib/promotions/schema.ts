import { z } from 'zod';
import { localizedSchema } from '@/lib/core/localized';
import { idSchema } from '@/lib/tickets/schema';
import { MATERIAL_CONDITIONS, MATERIAL_KINDS, MATERIAL_STATES, NO_END } from './material';

/** A service day of this age. */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'a day of this century, such as 2026-03-02');

const fields = {
  kind: z.enum(MATERIAL_KINDS),
  titles: localizedSchema,
  zoneId: idSchema.nullable(),
  /** Where in the zone: "left of the entrance". */
  place: z.string().trim().max(200),
  quantity: z.int().min(1).max(9999),
  condition: z.enum(MATERIAL_CONDITIONS),
  validFrom: daySchema,
  /** The last day; null where it has no end. */
  validUntil: daySchema.nullable(),
  /** How many days before its end staff are warned. */
  warnDays: z.int().min(0).max(60),
};

export const addMaterialBody = z.strictObject({
  ...fields,
  zoneId: fields.zoneId.default(null),
  place: fields.place.default(''),
  quantity: fields.quantity.default(1),
  condition: fields.condition.default('good'),
  validUntil: fields.validUntil.default(null),
  warnDays: fields.warnDays.default(3),
});
export type MaterialFields = z.output<typeof addMaterialBody>;

/** What is left out stays as it is. */
export const changeMaterialBody = z.strictObject(fields).partial();

export const checkMaterialBody = z.strictObject({
  condition: fields.condition,
  quantity: fields.quantity.optional(),
  note: z.string().trim().max(500).optional(),
});

export const materialStateSchema = z.enum(MATERIAL_STATES);

const instant = z.string();

/** A piece of promotion material for staff. */
export const materialSchema = z.object({
  id: z.string(),
  kind: z.enum(MATERIAL_KINDS),
  titles: z.record(z.string(), z.string()),
  zone: z.object({ id: z.string(), names: z.record(z.string(), z.string()) }).nullable(),
  place: z.string(),
  quantity: z.int(),
  condition: z.enum(MATERIAL_CONDITIONS),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  warnDays: z.int(),
  state: materialStateSchema,
  /** 0 on the last day, negative after it; null without end. */
  daysLeft: z.int().nullable(),
  checkedAt: instant.nullable(),
  checkedBy: z.string().nullable(),
  removedAt: instant.nullable(),
  removedBy: z.string().nullable(),
});
export type MaterialView = z.infer<typeof materialSchema>;

export const materialCheckSchema = z.object({
  id: z.string(),
  at: instant,
  by: z.string().nullable(),
  condition: z.enum(MATERIAL_CONDITIONS),
  quantity: z.int(),
  note: z.string().nullable(),
});

/** With the history of its checks, newest first. */
export const materialWithChecksSchema = materialSchema.extend({ checks: z.array(materialCheckSchema) });
export type MaterialWithChecks = z.infer<typeof materialWithChecksSchema>;

/** How many there are in each state, among all that stand or are planned. */
export const materialCountsSchema = z.object({
  expired: z.int(),
  expiring: z.int(),
  valid: z.int(),
  planned: z.int(),
  worn: z.int(),
});

export const materialListSchema = z.object({
  items: z.array(materialSchema),
  nextCursor: z.string().nullable(),
  counts: materialCountsSchema,
});
export type MaterialList = z.infer<typeof materialListSchema>;

/** The place of a row in the order of the list: "2026-03-31 <id>". */
export const materialCursorSchema = z
  .string()
  .max(200)
  .regex(/^\d{4}-\d{2}-\d{2} [\w-]+$/, '`nextCursor` of the page before')
  .transform((text) => ({ validUntil: text.slice(0, 10), id: text.slice(11) }));

export function toStoredEnd(validUntil: string | null): string {
  return validUntil ?? NO_END;
}
