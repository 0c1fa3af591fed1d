import { z } from 'zod';
import { idSchema } from '@/lib/tickets/schema';
import { PRINT_JOB_STATES, PRINT_PROBLEMS } from './print-job';
import { CODE_PAGES, PAPER_COLUMNS, PRINTER_PORTS, PRINTER_STATES } from './printer';

const hostSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*|[0-9a-f:.]+)$/,
    'a name or address',
  );

const columnsSchema = z.literal(PAPER_COLUMNS);

/** A printer as it is entered. `screenIds`: the kiosks whose slips come out here. */
export const printerBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  host: hostSchema,
  port: z.int().min(PRINTER_PORTS.least).max(PRINTER_PORTS.most),
  columns: columnsSchema,
  codePage: z.enum(CODE_PAGES),
  answersStatus: z.boolean(),
  forGuide: z.boolean(),
  active: z.boolean(),
  screenIds: z.array(idSchema).max(50),
});

/** What is left out of a new printer gets the usual value. */
export const addPrinterBody = printerBody.extend({
  port: printerBody.shape.port.default(9100),
  columns: columnsSchema.default(48),
  codePage: printerBody.shape.codePage.default('gb18030'),
  answersStatus: z.boolean().default(true),
  forGuide: z.boolean().default(false),
  active: z.boolean().default(true),
  screenIds: printerBody.shape.screenIds.default([]),
});

export const changePrinterBody = printerBody
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'name what changes');

/** Left out: the printer of this kiosk, or the guide desk's. */
export const printBody = z.strictObject({ printerId: idSchema.optional() });

export const settleBody = z.strictObject({
  /** The customer holds it in his hand; otherwise he goes without. */
  hasSlip: z.boolean(),
});

export const logoBody = z.strictObject({
  /** A picture that was taken in before; null: no logo. */
  attachmentId: idSchema.nullable(),
});
export const logoSchema = z.object({ attachmentId: z.string().nullable() });

const instant = z.string();

/** A printer as those see it who set it up. */
export const printerSchema = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  port: z.int(),
  columns: columnsSchema,
  codePage: z.enum(CODE_PAGES),
  answersStatus: z.boolean(),
  forGuide: z.boolean(),
  active: z.boolean(),
  screenIds: z.array(z.string()),
  state: z.enum(PRINTER_STATES),
  stateSince: instant,
});
export type PrinterView = z.infer<typeof printerSchema>;

/** One slip that was asked for. */
export const printJobSchema = z.object({
  id: z.string(),
  printerId: z.string(),
  /** Null: a test of the printer. */
  ticketId: z.string().nullable(),
  number: z.string(),
  state: z.enum(PRINT_JOB_STATES),
  problem: z.enum(PRINT_PROBLEMS).nullable(),
  /** The printer itself said that it was done; false where it cannot say so. */
  confirmed: z.boolean(),
  attempts: z.int(),
  askedAt: instant,
  endedAt: instant.nullable(),
});
export type PrintJobView = z.infer<typeof printJobSchema>;

/** What the guide must know of the hall's slips: its printers, and the customers without paper. */
export const printingViewSchema = z.object({
  printers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: z.enum(PRINTER_STATES),
      stateSince: instant,
      forGuide: z.boolean(),
      /** Slips that wait for it. */
      waiting: z.int(),
    }),
  ),
  /** Slips that did not come out, or may not have, and nobody has looked after: the oldest first. */
  slips: z.array(printJobSchema),
});
export type PrintingView = z.infer<typeof printingViewSchema>;
