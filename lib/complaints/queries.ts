import { addSeconds } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import { addDays } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import {
  COMPLAINT_CAUSES,
  type Complaint,
  type ComplaintCause,
  ENTRY_KINDS,
  type Entry,
  type Remedy,
} from './complaint';
import { type ComplaintRules, DEFAULT_RULES } from './complaint-rules';
import { LADDER_STATES } from './ladder';

type ComplaintRow = NonNullable<Awaited<ReturnType<Tx['complaint']['findUnique']>>>;

function toComplaint(row: ComplaintRow): Complaint {
  const { state, category, promise, department, replyChannel, cause, ...rest } = row;
  return {
    ...rest,
    state: state as Complaint['state'],
    category: category as Complaint['category'],
    promise: promise as Complaint['promise'],
    department: department as Complaint['department'],
    replyChannel: replyChannel as Complaint['replyChannel'],
    cause: cause as Complaint['cause'],
  };
}

type RemedyRow = NonNullable<Awaited<ReturnType<Tx['complaintRemedy']['findUnique']>>>;

function toRemedy(row: RemedyRow): Remedy {
  return { ...row, kind: row.kind as Remedy['kind'], state: row.state as Remedy['state'] };
}

/** The hall of a complaint. It never changes. */
export function locateComplaint(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.complaint.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such complaint.');
}

export function locateRemedy(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.complaintRemedy.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such remedy.');
}

/** What was complained of during a visit, oldest first. */
export async function listComplaintsOfVisit(db: Database, hallId: string, visitId: string): Promise<Complaint[]> {
  const rows = await db.complaint.findMany({
    where: { hallId, visitId },
    orderBy: [{ registeredAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toComplaint);
}

export async function findComplaint(db: Database | Tx, id: string): Promise<Complaint | null> {
  const row = await db.complaint.findUnique({ where: { id } });
  return row ? toComplaint(row) : null;
}

export async function findRemedy(db: Database | Tx, id: string): Promise<Remedy | null> {
  const row = await db.complaintRemedy.findUnique({ where: { id } });
  return row ? toRemedy(row) : null;
}

/** Remedies of complaints, in the order in which they were asked for. */
export async function listRemedies(db: Database | Tx, complaintIds: string[]): Promise<Remedy[]> {
  const rows = await db.complaintRemedy.findMany({
    where: { complaintId: { in: complaintIds } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toRemedy);
}

export async function listEntries(db: Database | Tx, complaintId: string): Promise<Entry[]> {
  const rows = await db.complaintEntry.findMany({ where: { complaintId }, orderBy: { version: 'asc' }, take: 500 });
  const entries = rows.map((row) => ({ ...row, kind: row.kind as Entry['kind'], facts: row.facts as Entry['facts'] }));
  return entries.sort((a, b) => a.version - b.version || ENTRY_KINDS.indexOf(a.kind) - ENTRY_KINDS.indexOf(b.kind));
}

/** The rules of a hall; those of the house where it has none of its own. */
export async function loadRules(db: Database | Tx, hallId: string): Promise<ComplaintRules> {
  const row = await db.complaintRule.findUnique({ where: { hallId } });
  return row ? { ...DEFAULT_RULES, ...(row.rules as unknown as ComplaintRules) } : DEFAULT_RULES;
}

/** How many complaints a service day has so far. */
export async function countOfDay(tx: Tx, hallId: string, serviceDay: string): Promise<number> {
  const last = await tx.complaint.findFirst({
    where: { hallId, serviceDay },
    orderBy: { ordinal: 'desc' },
    select: { ordinal: true },
  });
  return last?.ordinal ?? 0;
}

export interface ComplaintFilter {
  states: string[];
  /** Only those that this person owns or was asked to take over. */
  mine?: string;
  visitId?: string;
  /** Owed ones by their promised time, the nearest first; otherwise the newest first. */
  byPromise: boolean;
  after?: { at: Date; id: string };
  limit: number;
}

export async function listComplaints(db: Database, hallId: string, filter: ComplaintFilter): Promise<Complaint[]> {
  const { states, mine, visitId, byPromise, after, limit } = filter;
  const key = byPromise ? 'promisedAt' : 'registeredAt';
  const direction = byPromise ? 'asc' : 'desc';
  const beyond = byPromise ? 'gt' : 'lt';
  const rows = await db.complaint.findMany({
    where: {
      hallId,
      state: { in: states },
      ...(visitId === undefined ? {} : { visitId }),
      AND: [
        mine === undefined ? {} : { OR: [{ ownerRef: mine }, { offeredRef: mine }] },
        after ? { OR: [{ [key]: { [beyond]: after.at } }, { [key]: after.at, id: { [beyond]: after.id } }] } : {},
      ],
    },
    orderBy: [{ [key]: direction }, { id: direction }],
    take: limit,
  });
  return rows.map(toComplaint);
}

const OWED = ['registered', 'dispatched'];

export async function countComplaints(db: Database, hallId: string) {
  const owed = { hallId, state: { in: OWED } };
  return {
    owed: await db.complaint.count({ where: owed }),
    near: await db.complaint.count({ where: { ...owed, ladderStep: { gt: 0, lt: LADDER_STATES.indexOf('broken') } } }),
    broken: await db.complaint.count({ where: { ...owed, brokenAt: { not: null } } }),
    replied: await db.complaint.count({ where: { hallId, state: 'replied' } }),
    asked: await db.complaintRemedy.count({ where: { hallId, state: 'asked' } }),
  };
}

const REPEAT_DAYS = 30;
/** A cause that was found this often in that time comes back. */
const REPEATED = 3;

/** Causes that come back: of complaints registered in the last thirty days. */
export async function listRepeatedCauses(
  db: Database,
  hallId: string,
  now: Date,
): Promise<{ cause: ComplaintCause; count: number }[]> {
  const rows = await db.complaint.groupBy({
    by: ['cause'],
    where: { hallId, registeredAt: { gte: addSeconds(now, -REPEAT_DAYS * 86_400) }, cause: { not: null } },
    _count: { _all: true },
  });
  return rows
    .flatMap(({ cause, _count }) => {
      const known = COMPLAINT_CAUSES.find((code) => code === cause);
      return known && _count._all >= REPEATED ? [{ cause: known, count: _count._all }] : [];
    })
    .sort((a, b) => b.count - a.count || COMPLAINT_CAUSES.indexOf(a.cause) - COMPLAINT_CAUSES.indexOf(b.cause));
}

export interface FoundVisit {
  ticketId: string;
  visitId: string;
  number: string;
  serviceDay: string;
  serviceId: string;
  status: string;
  name: string | null;
  phone: string | null;
}

/** Days back in which a ticket number is looked for. */
const SEARCH_DAYS = 7;

/** Visits with this ticket number, today's first. */
export async function findVisitsByNumber(
  db: Database,
  hallId: string,
  number: string,
  today: string,
): Promise<FoundVisit[]> {
  const days = Array.from({ length: SEARCH_DAYS }, (_, back) => addDays(today, -back));
  const rows = await db.ticket.findMany({
    where: { hallId, serviceDay: { in: days }, number },
    include: { visit: true },
    orderBy: { serviceDay: 'desc' },
  });
  return rows.map((row) => ({
    ticketId: row.id,
    visitId: row.visitId,
    number: row.number,
    serviceDay: row.serviceDay,
    serviceId: row.serviceId,
    status: row.status,
    name: row.visit.customerName,
    phone: row.visit.customerPhone,
  }));
}

export interface Colleague {
  id: string;
  name: string;
  roles: string[];
}

/** The people who work in a hall, by name. */
export async function listColleagues(db: Database | Tx, hallId: string): Promise<Colleague[]> {
  const rows = await db.staff.findMany({
    where: { active: true, roles: { some: { hallId } } },
    include: { roles: { where: { hallId }, orderBy: { role: 'asc' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(({ id, name, roles }) => ({ id, name, roles: roles.map(({ role }) => role) }));
}

/** Somebody who works in a hall; null when he does not. */
export async function findColleague(db: Database | Tx, hallId: string, staffId: string): Promise<Colleague | null> {
  const row = await db.staff.findFirst({ where: { id: staffId, active: true, roles: { some: { hallId } } } });
  return row ? { id: row.id, name: row.name, roles: [] } : null;
}
