import { addSeconds } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { HallConfig, OpenSpan } from '@/lib/halls/hall-config';
import { addDays, localTime } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { PastWait } from './best-hour';
import type { HallNotice } from './hall-notice';

type NoticeRow = NonNullable<Awaited<ReturnType<Tx['hallNotice']['findUnique']>>>;

function toNotice(row: NoticeRow): HallNotice {
  return { ...row, fields: row.fields as string[] };
}

export function locateNotice(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.hallNotice.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such notice.');
}

export async function findNotice(tx: Tx, id: string): Promise<HallNotice | null> {
  const row = await tx.hallNotice.findUnique({ where: { id } });
  return row ? toNotice(row) : null;
}

/** Notices older than this are no news. */
const SHOWN_DAYS = 7;
const MOST_NOTICES = 100;

/** Notices of halls in the last days, the newest first, with when this person acknowledged each. */
export async function listNotices(
  db: Database,
  hallIds: string[],
  actorRef: string,
  now: Date,
): Promise<{ notice: HallNotice; acknowledgedAt: Date | null }[]> {
  const rows = await db.hallNotice.findMany({
    where: { hallId: { in: hallIds }, at: { gte: addSeconds(now, -SHOWN_DAYS * 86_400) } },
    include: { receipts: { where: { actorRef } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_NOTICES,
  });
  return rows.map(({ receipts, ...row }) => ({ notice: toNotice(row), acknowledgedAt: receipts[0]?.at ?? null }));
}

export async function hasReceipt(tx: Tx, noticeId: string, actorRef: string): Promise<boolean> {
  return (await tx.hallNoticeReceipt.findUnique({ where: { noticeId_actorRef: { noticeId, actorRef } } })) !== null;
}

/** Hotline agents of a hall who were there at the change and have not acknowledged it. */
export async function listMissing(tx: Tx, notice: HallNotice): Promise<string[]> {
  const agents = await tx.staff.findMany({
    where: {
      active: true,
      createdAt: { lte: notice.at },
      roles: { some: { hallId: notice.hallId, role: 'hotline' } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const receipts = await tx.hallNoticeReceipt.findMany({ where: { noticeId: notice.id }, select: { actorRef: true } });
  const known = new Set(receipts.map(({ actorRef }) => actorRef));
  return agents.map(({ id }) => `staff:${id}`).filter((ref) => !known.has(ref));
}

/** The hours of a hall as they are in this transaction: a change that is being written counts already. */
export async function loadHours(
  tx: Tx,
  hallId: string,
): Promise<Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'> | null> {
  const hall = await tx.hall.findUnique({
    where: { id: hallId },
    select: { timeZone: true, weeklyHours: true, exceptions: true },
  });
  if (!hall) return null;
  return {
    timeZone: hall.timeZone,
    weeklyHours: hall.weeklyHours as unknown as OpenSpan[][],
    exceptions: hall.exceptions.map(({ id, date, hours, reason }) => ({
      id,
      date,
      hours: hours as unknown as OpenSpan[],
      reason: reason as HallConfig['exceptions'][number]['reason'],
    })),
  };
}

/** The same weekdays before today that the best hour is read from. */
const WEEKS = 4;

/** Waits of the last four same weekdays, by the hour in which they began. */
export async function listPastWaits(
  db: Database,
  hallId: string,
  timeZone: string,
  today: string,
): Promise<PastWait[]> {
  const days = Array.from({ length: WEEKS }, (_, week) => addDays(today, -7 * (week + 1)));
  const legs = await db.ticketLeg.findMany({
    where: { hallId, serviceDay: { in: days }, startedAt: { not: null } },
    select: { waitingSince: true, waitSeconds: true },
  });
  return legs.map(({ waitingSince, waitSeconds }) => ({
    hour: Math.floor(localTime(waitingSince, timeZone).secondOfDay / 3600),
    seconds: waitSeconds,
  }));
}
