import type { KEY_ROLES } from '@/lib/staff/roles';

/** What a complaint is about. The list is closed: causes and promises are counted by it. */
export const COMPLAINT_CATEGORIES = [
  'wait',
  'attitude',
  'handling',
  'information',
  'billing',
  'network',
  'device',
  'environment',
  'privacy',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** What is promised; the customer reads it in his own language. */
export const COMPLAINT_PROMISES = ['answer', 'check', 'correct', 'repair', 'callBack'] as const;
export type ComplaintPromise = (typeof COMPLAINT_PROMISES)[number];

/** Whom a complaint can be sent to outside the hall. */
export const COMPLAINT_DEPARTMENTS = [
  'billing',
  'network',
  'products',
  'customerCare',
  'systems',
  'headOffice',
] as const;
export type ComplaintDepartment = (typeof COMPLAINT_DEPARTMENTS)[number];

/** Why it came to this, found at the end: what is repeated is shown to the leads. */
export const COMPLAINT_CAUSES = [
  'staffing',
  'skill',
  'manner',
  'process',
  'information',
  'system',
  'product',
  'network',
  'premises',
  'misunderstanding',
] as const;
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number];

export const REPLY_CHANNELS = ['inPerson', 'phone', 'message', 'letter'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

export const COMPLAINT_STATES = ['registered', 'dispatched', 'replied', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export type StaffRoleName = (typeof KEY_ROLES)[number];

export interface Complaint {
  id: string;
  hallId: string;
  serviceDay: string;
  /** Counts up within the service day. */
  ordinal: number;
  state: ComplaintState;
  category: ComplaintCategory;
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  customerName: string | null;
  customerPhone: string | null;
  words: string;
  promise: ComplaintPromise;
  promisedAt: Date;
  registeredAt: Date;
  registeredByRef: string;
  registeredByName: string | null;
  /** Owes the answer. */
  ownerRef: string;
  ownerName: string | null;
  /** A colleague who was asked to take it over and has not accepted yet. */
  offeredRef: string | null;
  offeredName: string | null;
  department: ComplaintDepartment | null;
  dispatchedAt: Date | null;
  repliedAt: Date | null;
  replyChannel: ReplyChannel | null;
  answer: string | null;
  closedAt: Date | null;
  cause: ComplaintCause | null;
  prevention: string | null;
  firstContact: boolean | null;
  reopenedCount: number;
  /** How far the ladder was climbed for the promise that runs. */
  ladderStep: number;
  brokenAt: Date | null;
}

export interface Remedy {
  id: string;
  hallId: string;
  complaintId: string;
  kind: RemedyKind;
  /** Whole units of money; 0 for what costs nothing. */
  amount: number;
  state: 'granted' | 'asked' | 'approved' | 'refused';
  askedByRef: string;
  askedByName: string | null;
  askedAt: Date;
  decidedByRef: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
}

export const REMEDY_KINDS = ['apology', 'priority', 'gift', 'feeWaiver', 'refund', 'exchange'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** Lines of a complaint's story; those that one command writes come in this order. */
export const ENTRY_KINDS = [
  'registered',
  'dispatched',
  'accepted',
  'declined',
  'noted',
  'remedyGranted',
  'remedyAsked',
  'remedyApproved',
  'remedyRefused',
  'promiseNear',
  'escalated',
  'promiseBroken',
  'replied',
  'closed',
  'reopened',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface Entry {
  id: string;
  hallId: string;
  complaintId: string;
  at: Date;
  /** Of the hall's clock: lines of one command have the same. */
  version: number;
  kind: EntryKind;
  actorRef: string;
  actorName: string | null;
  note: string | null;
  facts: Record<string, string | number | boolean | null>;
}

/** What staff and customer say on the phone: "0302-1", the first complaint of 2 March. */
export function complaintReference({ serviceDay, ordinal }: Pick<Complaint, 'serviceDay' | 'ordinal'>): string {
  return `${serviceDay.slice(5).replace('-', '')}-${ordinal}`;
}

/** The answer is still owed. */
export function isOwed({ state }: Pick<Complaint, 'state'>): boolean {
  return state === 'registered' || state === 'dispatched';
}
