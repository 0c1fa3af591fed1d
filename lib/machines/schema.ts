import { z } from 'zod';
import { localizedTextSchema } from '@/lib/core/localized';
import { diversionSchema } from '@/lib/diversions/schema';
import { codeSchema } from '@/lib/tickets/schema';
import { FAULT_CATEGORIES } from './fault';
import { MACHINE_KINDS, MACHINE_STATES } from './machine';

const names = z.record(z.string(), z.string());
const instant = z.string();
const guideSchema = z.strictObject(localizedTextSchema.shape);
const noteSchema = z.string().trim().max(500);

const machineFields = {
  kind: z.enum(MACHINE_KINDS),
  number: z.int().min(1).max(999),
  zoneCode: codeSchema.nullable(),
  serviceCodes: z
    .array(codeSchema)
    .max(50)
    .refine((codes) => new Set(codes).size === codes.length, 'each service once'),
  guide: guideSchema,
  silentAfterSeconds: z.int().min(15).max(86_400).nullable(),
  inspectionEveryDays: z.int().min(1).max(730),
};

/** A machine as it is added: what is left out gets the usual value. */
export const addMachineBody = z.strictObject({
  kind: machineFields.kind,
  number: machineFields.number,
  zoneCode: machineFields.zoneCode.default(null),
  serviceCodes: machineFields.serviceCodes.default([]),
  guide: guideSchema.default({ 'zh-CN': '', en: '', es: '' }),
  silentAfterSeconds: machineFields.silentAfterSeconds.default(null),
  inspectionEveryDays: machineFields.inspectionEveryDays.default(90),
});

/** What changes; `active` false takes it out of the hall and keeps its history. */
export const changeMachineBody = z
  .strictObject({ ...machineFields, active: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'name what changes');

export const machineStateBody = z.strictObject({ state: z.enum(['inService', 'outOfService']) });

/** What a machine says of itself. Left out: only that it is there. */
export const heartbeatBody = z.strictObject({
  /** Somebody uses it now. */
  busy: z.boolean().optional(),
  /** It found out by itself that something is wrong. */
  fault: z.enum(FAULT_CATEGORIES).optional(),
});

export const reportFaultBody = z.strictObject({ category: z.enum(FAULT_CATEGORIES), note: noteSchema.optional() });

export const inspectBody = z.strictObject({ passed: z.boolean(), note: noteSchema.optional() });

/** An open fault with its clocks. `escalatedTo`: whom missed clocks have reached. */
export const faultSchema = z.object({
  id: z.string(),
  machineId: z.string(),
  category: z.enum(FAULT_CATEGORIES),
  note: z.string().nullable(),
  reportedAt: instant,
  reportedBy: z.string().nullable(),
  replyDueAt: instant,
  siteDueAt: instant,
  repairDueAt: instant,
  repliedAt: instant.nullable(),
  onSiteAt: instant.nullable(),
  closedAt: instant.nullable(),
  ending: z.enum(['repaired', 'withdrawn']).nullable(),
  escalatedTo: z.enum(['none', 'shiftLead', 'manager']),
});
export type FaultView = z.infer<typeof faultSchema>;

export const machineSchema = z.object({
  id: z.string(),
  kind: z.enum(MACHINE_KINDS),
  number: z.int(),
  zoneCode: z.string().nullable(),
  zoneNames: names.nullable(),
  serviceCodes: z.array(z.string()),
  guide: names,
  active: z.boolean(),
  state: z.enum(MACHINE_STATES),
  stateSince: instant,
  /** Customers can use it: in service, and not silent. */
  up: z.boolean(),
  silentAfterSeconds: z.int().nullable(),
  heardAt: instant.nullable(),
  silentAt: instant.nullable(),
  /** Until then somebody is taken to be at it; null or past = free. */
  occupiedUntil: instant.nullable(),
  inspectionEveryDays: z.int(),
  inspectionDueAt: instant,
  inspectedAt: instant.nullable(),
  fault: faultSchema.nullable(),
});
export type MachineView = z.infer<typeof machineSchema>;

/** All machines of a hall as staff see them, and the customers who were sent to one. */
export const machinesViewSchema = z.object({
  hall: z.object({ names, timeZone: z.string() }),
  at: instant,
  /** In use by the hall, whatever their state. */
  registered: z.int(),
  inService: z.int(),
  leastInService: z.int(),
  tooFew: z.boolean(),
  machines: z.array(machineSchema),
  diversions: z.array(diversionSchema),
  services: z.array(z.object({ code: z.string(), names, machineCapable: z.boolean() })),
  zones: z.array(z.object({ code: z.string(), names })),
});
export type MachinesView = z.infer<typeof machinesViewSchema>;

export const RECORD_KINDS = [
  'added',
  'changed',
  'inService',
  'outOfService',
  'silent',
  'heard',
  'faultReported',
  'faultReplied',
  'faultOnSite',
  'faultRepaired',
  'faultWithdrawn',
  'faultEscalated',
  'inspected',
  'inspectionMissed',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One line of a machine's health book. */
export const machineRecordSchema = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(RECORD_KINDS),
  by: z.string().nullable(),
  faultId: z.string().nullable(),
  /** Codes: category of a fault, whether an inspection was passed, whom an escalation reached, seconds it took. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string().nullable(),
});
export type MachineRecordView = z.infer<typeof machineRecordSchema>;
