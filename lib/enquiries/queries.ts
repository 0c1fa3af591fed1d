import type { Topic } from '@/lib/knowledge/article';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Enquiry, EnquiryOutcome, Retention, RetentionReason, RetentionResult } from './enquiry';

type EnquiryRow = NonNullable<Awaited<ReturnType<Tx['enquiry']['findUnique']>>>;
type RetentionRow = NonNullable<Awaited<ReturnType<Tx['retentionCase']['findUnique']>>>;

export interface EnquiryWithCase {
  enquiry: Enquiry;
  retention: Retention | null;
}

function toEnquiry({ retention, ...row }: EnquiryRow & { retention: RetentionRow | null }): EnquiryWithCase {
  return {
    enquiry: {
      ...row,
      topic: row.topic as Topic,
      state: row.state as Enquiry['state'],
      outcome: row.outcome as EnquiryOutcome | null,
    },
    retention: retention && {
      ...retention,
      reason: retention.reason as RetentionReason,
      result: retention.result as RetentionResult,
    },
  };
}

const WITH_CASE = { retention: true } as const;

export async function findEnquiry(db: Database | Tx, id: string): Promise<EnquiryWithCase | null> {
  const row = await db.enquiry.findUnique({ where: { id }, include: WITH_CASE });
  return row ? toEnquiry(row) : null;
}

/** The place of an open question in the list of a hall, for the page after it. */
export function cursorOf({ enquiry }: EnquiryWithCase): string {
  return `${enquiry.dueAt.getTime()}_${enquiry.id}`;
}

/** What is open in a hall: due first, after the place of the last one. */
export async function listOpenEnquiries(
  db: Database,
  hallId: string,
  { after, limit }: { after?: { dueAt: Date; id: string }; limit: number },
): Promise<EnquiryWithCase[]> {
  const rows = await db.enquiry.findMany({
    where: {
      hallId,
      state: 'open',
      ...(after ? { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] } : {}),
    },
    include: WITH_CASE,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(toEnquiry);
}

/** The questions of a service day that are closed, newest first, before the id `before`. */
export async function listClosedEnquiries(
  db: Database,
  hallId: string,
  { serviceDay, before, limit }: { serviceDay: string; before?: string; limit: number },
): Promise<EnquiryWithCase[]> {
  const rows = await db.enquiry.findMany({
    where: { hallId, serviceDay, state: 'closed', ...(before ? { id: { lt: before } } : {}) },
    include: WITH_CASE,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toEnquiry);
}
