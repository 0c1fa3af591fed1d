import { addSeconds } from '@/lib/core/clock';
import type { Database, Tx } from '@/lib/platform/db/client';
import { UNDO_SECONDS } from '@/lib/tickets/undo';
import {
  type SummarisedCare,
  type SummarisedLeg,
  WAIT_COUNTS,
  type WaitCounts,
  type WaitLengths,
  WORK_COUNTS,
  type WorkCounts,
} from './leg-summary';
import type { Delivery, Mailing } from './schema';

/** Service days, both included. */
export interface Days {
  from: string;
  to: string;
}

const SUMMARISED = {
  id: true,
  serviceDay: true,
  ordinal: true,
  serviceId: true,
  counterId: true,
  staffId: true,
  waitingSince: true,
  startedAt: true,
  waitSeconds: true,
  handlingSeconds: true,
  ending: true,
  limitsCrossed: true,
  estimateP50Seconds: true,
  estimateP90Seconds: true,
} as const;

const CARE = {
  id: true,
  serviceDay: true,
  serviceId: true,
  openedAt: true,
  state: true,
  ownerRef: true,
  doneAt: true,
} as const;

type Known<T> = T & { id: string };
const toLeg = <Row extends { ending: string }>(row: Row) => ({ ...row, ending: row.ending as SummarisedLeg['ending'] });
const toCare = <Row extends { state: string }>(row: Row) => ({ ...row, state: row.state as SummarisedCare['state'] });

/** Finished legs that the summaries do not have yet and that nobody can take back any more, oldest first. */
export async function listUnsummarisedLegs(
  db: Database | Tx,
  hallId: string,
  { endedBefore, limit }: { endedBefore: Date; limit: number },
): Promise<Known<SummarisedLeg>[]> {
  const rows = await db.ticketLeg.findMany({
    where: { hallId, summarised: false, endedAt: { lt: addSeconds(endedBefore, -UNDO_SECONDS) } },
    select: SUMMARISED,
    orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(toLeg);
}

/** Care asked for by a crossing that was given or has lapsed, for good, and that the summaries do not have yet. */
export async function listUnsummarisedCare(
  db: Database | Tx,
  hallId: string,
  limit: number,
): Promise<Known<SummarisedCare>[]> {
  const rows = await db.careVisit.findMany({
    where: { hallId, summarised: false, crossing: { gt: 0 }, state: { in: ['done', 'lapsed'] } },
    select: CARE,
    take: limit,
  });
  return rows.map(toCare);
}

/** What happened and is in no summary yet. */
export interface Loose {
  legs: SummarisedLeg[];
  care: SummarisedCare[];
}

/**
 * Reads summaries together with what they do not have yet (that of the last half minute, mostly): nothing twice and
 * nothing left out, also while something is being added up.
 */
export async function withLoose<T>(
  db: Database,
  hallId: string,
  days: Days,
  readSums: () => Promise<T>,
): Promise<{ sums: T; loose: Loose }> {
  for (let attempt = 1; ; attempt++) {
    const loose = await listLoose(db, hallId, days);
    const sums = await readSums();
    const after = await listLoose(db, hallId, days);
    const still = new Set([...after.legs, ...after.care].map(({ id }) => id));
    // What was added up in between is in the sums or not: nobody knows. The next reading will be calmer.
    if (attempt === 5 || [...loose.legs, ...loose.care].every(({ id }) => still.has(id))) return { sums, loose };
  }
}

async function listLoose(db: Database, hallId: string, days: Days) {
  // The days are looked at here: asked for them, a database looks through all legs of a year for the few of today.
  const where = { hallId, summarised: false };
  const legs = await db.ticketLeg.findMany({ where, select: SUMMARISED });
  const care = await db.careVisit.findMany({ where: { ...where, crossing: { gt: 0 } }, select: CARE });
  const inside = ({ serviceDay }: { serviceDay: string }) => days.from <= serviceDay && serviceDay <= days.to;
  return { legs: legs.filter(inside).map(toLeg), care: care.filter(inside).map(toCare) };
}

const sums = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, true])) as Record<Field, true>;

/** Sums of a field are null where there is no row; here there always is one. */
function counted<Field extends string>(
  fields: readonly Field[],
  sum: Record<Field, number | null>,
): Record<Field, number> {
  return Object.fromEntries(fields.map((field) => [field, sum[field] ?? 0])) as Record<Field, number>;
}

/** What the summaries of these days have, by weekday, hour and service. */
export async function sumWaitsByWeek(
  db: Database,
  hallId: string,
  days: Days,
): Promise<{ key: { weekday: number; hour: number; serviceId: string }; counts: WaitCounts }[]> {
  const rows = await db.waitSummary.groupBy({
    by: ['weekday', 'hour', 'serviceId'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WAIT_COUNTS),
  });
  return rows.map(({ _sum, ...key }) => ({ key, counts: counted(WAIT_COUNTS, _sum) }));
}

export async function sumWaitsByDay(
  db: Database,
  hallId: string,
  days: Days,
): Promise<{ key: { serviceDay: string }; counts: WaitCounts }[]> {
  const rows = await db.waitSummary.groupBy({
    by: ['serviceDay'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WAIT_COUNTS),
  });
  return rows.map(({ _sum, ...key }) => ({ key, counts: counted(WAIT_COUNTS, _sum) }));
}

/** By hour of the day. */
export async function sumWaitsByHour(
  db: Database,
  hallId: string,
  days: Days,
): Promise<{ key: { hour: number }; counts: WaitCounts }[]> {
  const rows = await db.waitSummary.groupBy({
    by: ['hour'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WAIT_COUNTS),
  });
  return rows.map(({ _sum, ...key }) => ({ key, counts: counted(WAIT_COUNTS, _sum) }));
}

export async function sumWork(
  db: Database,
  hallId: string,
  days: Days,
): Promise<{ key: { counterId: string; staffId: string; serviceId: string }; counts: WorkCounts }[]> {
  const rows = await db.workSummary.groupBy({
    by: ['counterId', 'staffId', 'serviceId'],
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    _sum: sums(WORK_COUNTS),
  });
  return rows.map(({ _sum, ...key }) => ({ key, counts: counted(WORK_COUNTS, _sum) }));
}

export function toLengths(row: Record<keyof WaitLengths, unknown>): WaitLengths {
  const { started, left, sentOn } = row as unknown as WaitLengths;
  return { started, left, sentOn };
}

/** The lengths of all waits of these days that are in the summaries, by service id. */
export async function listWaitLengths(
  db: Database,
  hallId: string,
  days: Days,
): Promise<{ serviceId: string; lengths: WaitLengths }[]> {
  const rows = await db.waitLengthSummary.findMany({
    where: { hallId, serviceDay: { gte: days.from, lte: days.to } },
    select: { serviceId: true, started: true, left: true, sentOn: true },
  });
  return rows.map((row) => ({ serviceId: row.serviceId, lengths: toLengths(row) }));
}

type MailingRow = NonNullable<Awaited<ReturnType<Tx['reportMailing']['findUnique']>>>;
type DeliveryRow = NonNullable<Awaited<ReturnType<Tx['reportDelivery']['findUnique']>>>;

function toMailing({ id, hallId, frequency, sendAt, recipients, locale, active }: MailingRow): Mailing {
  return {
    id,
    hallId,
    frequency: frequency as Mailing['frequency'],
    sendAt,
    recipients: recipients as string[],
    locale: locale as Mailing['locale'],
    active,
  };
}

function toDelivery({ state, problem, ...row }: DeliveryRow): Delivery {
  return { ...row, state: state as Delivery['state'], problem: problem as Delivery['problem'] };
}

export async function findMailing(db: Database | Tx, id: string): Promise<Mailing | null> {
  const row = await db.reportMailing.findUnique({ where: { id } });
  return row ? toMailing(row) : null;
}

export async function findDelivery(db: Database | Tx, id: string): Promise<Delivery | null> {
  const row = await db.reportDelivery.findUnique({ where: { id } });
  return row ? toDelivery(row) : null;
}

/** The mailings of a hall in the order in which they were made. */
export async function listMailings(db: Database, hallId: string): Promise<Mailing[]> {
  return (await db.reportMailing.findMany({ where: { hallId }, orderBy: { id: 'asc' } })).map(toMailing);
}

/** The last deliveries of a hall, newest first. */
export async function listDeliveries(db: Database, hallId: string, limit: number): Promise<Delivery[]> {
  const rows = await db.reportDelivery.findMany({
    where: { hallId },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toDelivery);
}

/** Halls in which a report is to be sent now. */
export async function listHallsWithMail(db: Database, now: Date): Promise<string[]> {
  const rows = await db.reportDelivery.findMany({
    where: { nextAt: { lte: now } },
    distinct: ['hallId'],
    select: { hallId: true },
  });
  return rows.map(({ hallId }) => hallId);
}

/** What is to be sent now in a hall, or was being sent by somebody who is not heard of any more. */
export async function listDueDeliveries(tx: Tx, hallId: string, now: Date, limit: number): Promise<Delivery[]> {
  const rows = await tx.reportDelivery.findMany({
    where: { hallId, nextAt: { lte: now } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(toDelivery);
}
