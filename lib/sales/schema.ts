import { z } from 'zod';
import { customerSchema, idSchema } from '@/lib/tickets/schema';
import { AFTER_SALES_POINTS, CASE_KINDS, CASE_REASONS, REPAIR_RESULTS } from './sale';

const names = z.record(z.string(), z.string());
const noteSchema = z.string().trim().max(500);
const pointsSchema = z
  .array(z.enum(AFTER_SALES_POINTS))
  .max(AFTER_SALES_POINTS.length)
  .refine((points) => new Set(points).size === points.length, 'each point once');

export const recordSaleBody = z.strictObject({
  model: z.string().trim().min(1).max(100),
  supplierId: idSchema,
  /** Hundredths of the currency. */
  priceCents: z.int().min(0).max(2_000_000_000).optional(),
  serial: z.string().trim().min(1).max(60).optional(),
  customer: customerSchema.optional(),
  /** The customer's number, when he has one: the sale becomes part of the visit. */
  ticketId: idSchema.optional(),
  /** After-sales points that were explained. */
  points: pointsSchema.default([]),
  /** The sheet was given to the customer; only with every point explained. */
  sheetHanded: z.boolean().default(false),
});

export const openCaseBody = z.strictObject({
  kind: z.enum(CASE_KINDS),
  reason: z.enum(CASE_REASONS),
  note: noteSchema.optional(),
});

export const closeRepairBody = z.strictObject({ result: z.enum(REPAIR_RESULTS) });

export const supplierBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  contact: z.string().trim().max(200).nullable().default(null),
});
export const changeSupplierBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    contact: z.string().trim().max(200).nullable(),
    active: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'name what changes');

export const supplierSchema = z.object({
  id: z.string(),
  name: z.string(),
  contact: z.string().nullable(),
  active: z.boolean(),
});
export type SupplierView = z.infer<typeof supplierSchema>;

export const caseSchema = z.object({
  id: z.string(),
  saleId: z.string(),
  kind: z.enum(CASE_KINDS),
  reason: z.enum(CASE_REASONS),
  defect: z.boolean(),
  note: z.string().nullable(),
  openedAt: z.string(),
  by: z.string().nullable(),
  closedAt: z.string().nullable(),
  result: z.enum(REPAIR_RESULTS).nullable(),
});
export type CaseView = z.infer<typeof caseSchema>;

/** A sale as staff see it. */
export const saleSchema = z.object({
  id: z.string(),
  soldAt: z.string(),
  model: z.string(),
  supplier: z.object({ id: z.string(), name: z.string() }),
  priceCents: z.int().nullable(),
  serial: z.string().nullable(),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  number: z.string().nullable().describe('Of the ticket it belongs to.'),
  seller: z.string().nullable(),
  points: z.array(z.enum(AFTER_SALES_POINTS)),
  sheetHandedAt: z.string().nullable(),
  returnedAt: z.string().nullable(),
  cases: z.array(caseSchema),
});
export type SaleView = z.infer<typeof saleSchema>;

/** The sales desk: what can be chosen, today's figures, and the newest sales (or those that were looked for). */
export const salesDeskSchema = z.object({
  hall: z.object({ names, timeZone: z.string(), currency: z.string() }),
  suppliers: z.array(supplierSchema),
  /** Customers in the hall now, by their numbers. */
  customers: z.array(z.object({ ticketId: z.string(), number: z.string(), status: z.string() })),
  today: z.object({ sold: z.int(), sheets: z.int() }),
  sales: z.array(saleSchema),
  openRepairs: z.array(saleSchema),
});
export type SalesDeskView = z.infer<typeof salesDeskSchema>;

export const supplierScoreSchema = supplierSchema.extend({
  sold: z.int(),
  faulty: z.int(),
  repaired: z.int(),
  openRepairs: z.int(),
  passRate: z.number().nullable(),
  repairRate: z.number().nullable(),
});
export type SupplierScoreView = z.infer<typeof supplierScoreSchema>;

export const supplierListSchema = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(supplierScoreSchema),
});
export type SupplierListView = z.infer<typeof supplierListSchema>;

/** A place in the list of sales: instant and id of the last one. */
export const saleCursorSchema = z
  .string()
  .regex(/^\d{13}-[0-9a-f-]{36}$/, '`nextCursor` of the page before')
  .transform((text) => ({ soldAt: new Date(Number(text.slice(0, 13))), id: text.slice(14) }));

export function saleCursor({ soldAt, id }: { soldAt: string; id: string }): string {
  return `${new Date(soldAt).getTime()}-${id}`;
}
