import { z } from 'zod';
import { customerSchema, idSchema, instantSchema } from '@/lib/tickets/schema';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_CAUSES,
  COMPLAINT_DEPARTMENTS,
  COMPLAINT_PROMISES,
  COMPLAINT_STATES,
  ENTRY_KINDS,
  REMEDY_KINDS,
  REPLY_CHANNELS,
} from './complaint';
import { LADDER_STATES } from './ladder';

const words = z.string().trim().min(1).max(2000);
const longNote = z.string().trim().max(2000);

export const remedyBody = z.strictObject({
  kind: z.enum(REMEDY_KINDS),
  /** Whole units of money; 0 for what costs nothing. */
  amount: z.int().min(0).max(1_000_000).default(0),
});

export const closingBody = z.strictObject({
  cause: z.enum(COMPLAINT_CAUSES),
  /** How it is kept from happening again. */
  prevention: longNote.optional(),
});

export const registerBody = z.strictObject({
  category: z.enum(COMPLAINT_CATEGORIES),
  /** What the customer said. */
  words,
  /** The visit it is about, by one of its tickets. */
  ticketId: idSchema.optional(),
  customer: customerSchema.optional(),
  /** Left out: what is usual for the category. */
  promise: z.enum(COMPLAINT_PROMISES).optional(),
  promisedAt: instantSchema.optional(),
  remedies: z.array(remedyBody).max(REMEDY_KINDS.length).default([]),
  /** It is solved already, face to face: registered, answered and closed in one. */
  solved: closingBody.optional(),
});

export const dispatchBody = z
  .strictObject({
    /** A colleague, who has to accept it. */
    staffId: idSchema.optional(),
    /** Outside the hall; the owner stays. */
    department: z.enum(COMPLAINT_DEPARTMENTS).optional(),
    promisedAt: instantSchema.optional(),
    /** A later time than promised needs the customer's word. */
    agreed: z.boolean().optional(),
    note: longNote.optional(),
  })
  .refine((body) => (body.staffId === undefined) !== (body.department === undefined), {
    message: 'name either a staffId or a department',
    path: ['staffId'],
  });

export const noteBody = z.strictObject({ note: words });
export const replyBody = z.strictObject({ channel: z.enum(REPLY_CHANNELS), answer: words });
export const reopenBody = z.strictObject({ reason: words, promisedAt: instantSchema.optional() });
export const decideBody = z.strictObject({ approve: z.boolean() });

const hours = z.int().min(1).max(720);
const minutes = z
  .int()
  .min(1)
  .max(7 * 1440);
const money = z.int().min(0).max(1_000_000);

export const rulesSchema = z
  .strictObject({
    promiseHours: z.strictObject(
      Object.fromEntries(COMPLAINT_CATEGORIES.map((key) => [key, hours])) as Record<
        (typeof COMPLAINT_CATEGORIES)[number],
        typeof hours
      >,
    ),
    warnMinutes: minutes,
    leadMinutes: minutes,
    managerMinutes: minutes,
    remedyLimits: z.strictObject({
      guide: money,
      clerk: money,
      floor: money,
      shiftLead: money,
      manager: money,
      hotline: money,
    }),
  })
  .refine((rules) => rules.warnMinutes >= rules.leadMinutes && rules.leadMinutes >= rules.managerMinutes, {
    message: 'the owner is warned first, then the shift lead, then the manager',
    path: ['warnMinutes'],
  });

const instant = z.string();
const person = z.object({ ref: z.string(), name: z.string().nullable() });

export const remedySchema = z.object({
  id: z.string(),
  kind: z.enum(REMEDY_KINDS),
  amount: z.int(),
  state: z.enum(['granted', 'asked', 'approved', 'refused']),
  askedBy: person,
  decidedBy: person.nullable(),
  /** This person may approve or refuse it. */
  mayDecide: z.boolean(),
});

export const COMPLAINT_ACTIONS = [
  'dispatch',
  'accept',
  'decline',
  'note',
  'remedy',
  'reply',
  'close',
  'reopen',
] as const;
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number];

/** A complaint as staff see it; `personal` only for those who work on it and for the leads. */
export const complaintSchema = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(COMPLAINT_STATES),
  category: z.enum(COMPLAINT_CATEGORIES),
  ticketId: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  visitId: z.string().nullable(),
  promise: z.enum(COMPLAINT_PROMISES),
  promisedAt: instant,
  registeredAt: instant,
  registeredBy: person,
  owner: person,
  offered: person.nullable(),
  department: z.enum(COMPLAINT_DEPARTMENTS).nullable(),
  dispatchedAt: instant.nullable(),
  repliedAt: instant.nullable(),
  /** Replied by the promised time; null while the answer is owed and the time has not come. */
  kept: z.boolean().nullable(),
  replyChannel: z.enum(REPLY_CHANNELS).nullable(),
  closedAt: instant.nullable(),
  cause: z.enum(COMPLAINT_CAUSES).nullable(),
  firstContact: z.boolean().nullable(),
  reopenedCount: z.int(),
  ladder: z.enum(LADDER_STATES),
  remedies: z.array(remedySchema),
  personal: z
    .object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      words: z.string(),
      answer: z.string().nullable(),
      prevention: z.string().nullable(),
    })
    .nullable(),
  /** What this person may do with it now. */
  actions: z.array(z.enum(COMPLAINT_ACTIONS)),
});
export type ComplaintView = z.infer<typeof complaintSchema>;

/** With its customer's private link, for the one who works on it. */
export const registeredComplaintSchema = complaintSchema.extend({ token: z.string() });
export type RegisteredComplaint = z.infer<typeof registeredComplaintSchema>;

export const complaintDetailSchema = complaintSchema.extend({
  /** Of the customer's private page; only with `personal`. */
  token: z.string().nullable(),
  /** Of the remedies' amounts, ISO 4217. */
  currency: z.string(),
  story: z.array(
    z.object({
      id: z.string(),
      at: instant,
      kind: z.enum(ENTRY_KINDS),
      by: person,
      note: z.string().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});
export type ComplaintDetail = z.infer<typeof complaintDetailSchema>;

export const complaintListSchema = z.object({
  items: z.array(complaintSchema),
  nextCursor: z.string().nullable(),
  numbers: z.object({
    /** Answers owed; of those: past the warning, past the promise. */
    owed: z.int(),
    near: z.int(),
    broken: z.int(),
    /** Answered and not closed yet. */
    replied: z.int(),
    /** Remedies that wait for a decision. */
    asked: z.int(),
  }),
  /** Causes of the last thirty days that came back, most frequent first; for the leads. */
  repeated: z.array(z.object({ cause: z.enum(COMPLAINT_CAUSES), count: z.int() })),
});
export type ComplaintList = z.infer<typeof complaintListSchema>;

/** A visit that a complaint may be about. */
export const complaintVisitSchema = z.object({
  ticketId: z.string(),
  visitId: z.string(),
  number: z.string(),
  serviceDay: z.string(),
  serviceCode: z.string(),
  serviceNames: z.record(z.string(), z.string()),
  status: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});
export type ComplaintVisit = z.infer<typeof complaintVisitSchema>;

/** What the form needs before the first word: usual promises, own limit, colleagues. */
export const complaintFormSchema = z.object({
  hall: z.object({ slug: z.string(), names: z.record(z.string(), z.string()), timeZone: z.string() }),
  categories: z.array(
    z.object({ code: z.enum(COMPLAINT_CATEGORIES), promise: z.enum(COMPLAINT_PROMISES), promisedAt: instant }),
  ),
  /** Closing times that staff promise by name; null when the hall is closed then. */
  closings: z.object({ today: instant.nullable(), tomorrow: instant.nullable(), threeDays: instant.nullable() }),
  /** What this person may grant at once; null = no limit. */
  limit: z.int().nullable(),
  /** Of the limit and of the amounts, ISO 4217. */
  currency: z.string(),
  colleagues: z.array(z.object({ id: z.string(), ref: z.string(), name: z.string(), roles: z.array(z.string()) })),
});
export type ComplaintForm = z.infer<typeof complaintFormSchema>;

/** What the customer sees: how far it is. No names, no words, nobody of the staff. */
export const complaintProgressSchema = z.object({
  reference: z.string(),
  state: z.enum(COMPLAINT_STATES),
  category: z.enum(COMPLAINT_CATEGORIES),
  hall: z.object({ slug: z.string(), names: z.record(z.string(), z.string()), timeZone: z.string() }),
  hotlineNumber: z.string().nullable(),
  promise: z.enum(COMPLAINT_PROMISES),
  promisedAt: instant,
  late: z.boolean(),
  registeredAt: instant,
  dispatchedAt: instant.nullable(),
  department: z.enum(COMPLAINT_DEPARTMENTS).nullable(),
  repliedAt: instant.nullable(),
  replyChannel: z.enum(REPLY_CHANNELS).nullable(),
  closedAt: instant.nullable(),
  reopened: z.boolean(),
  remedies: z.array(z.object({ kind: z.enum(REMEDY_KINDS), amount: z.int() })),
  currency: z.string(),
});
export type ComplaintProgress = z.infer<typeof complaintProgressSchema>;
