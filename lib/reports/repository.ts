import type { Tx } from '@/lib/platform/db/client';
import type { WaitCounts, WaitKey, WaitLengths, WorkCounts, WorkKey } from './leg-summary';
import { toLengths } from './queries';
import type { Delivery, Mailing } from './schema';

const increments = <Counts extends Record<string, number>>(counts: Counts) =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, value]) => value !== 0)
      .map(([field, value]) => [field, { increment: value }]),
  );

export async function addToWaitSummary(tx: Tx, hallId: string, key: WaitKey, counts: WaitCounts): Promise<void> {
  const { serviceDay, hour, serviceId } = key;
  await tx.waitSummary.upsert({
    where: { hallId_serviceDay_hour_serviceId: { hallId, serviceDay, hour, serviceId } },
    create: { hallId, ...key, ...counts },
    update: increments(counts),
  });
}

export async function addToWorkSummary(tx: Tx, hallId: string, key: WorkKey, counts: WorkCounts): Promise<void> {
  await tx.workSummary.upsert({
    where: { hallId_serviceDay_counterId_staffId_serviceId: { hallId, ...key } },
    create: { hallId, ...key, ...counts },
    update: increments(counts),
  });
}

/** Only for a transaction that holds the hall's clock: it reads and writes back. */
export async function addToWaitLengths(
  tx: Tx,
  hallId: string,
  key: { serviceDay: string; serviceId: string },
  more: WaitLengths,
): Promise<void> {
  const where = { hallId_serviceDay_serviceId: { hallId, ...key } };
  const row = await tx.waitLengthSummary.findUnique({ where });
  const known = row ? toLengths(row) : { started: [], left: [], sentOn: [] };
  const lengths = {
    started: [...known.started, ...more.started],
    left: [...known.left, ...more.left],
    sentOn: [...known.sentOn, ...more.sentOn],
  };
  await tx.waitLengthSummary.upsert({ where, create: { hallId, ...key, ...lengths }, update: lengths });
}

export async function markSummarised(tx: Tx, legIds: string[]): Promise<void> {
  await tx.ticketLeg.updateMany({ where: { id: { in: legIds } }, data: { summarised: true } });
}

export async function markCareSummarised(tx: Tx, visitIds: string[]): Promise<void> {
  await tx.careVisit.updateMany({ where: { id: { in: visitIds } }, data: { summarised: true } });
}

/** A new mailing, or a changed one. */
export async function saveMailingRow(tx: Tx, mailing: Mailing, now: Date): Promise<void> {
  const { id, hallId, ...data } = mailing;
  await tx.reportMailing.upsert({ where: { id }, create: { id, hallId, ...data, createdAt: now }, update: data });
}

/** A mailing no more, and what went out by it: that is deleted with it. */
export async function deleteMailingRow(tx: Tx, id: string): Promise<void> {
  await tx.reportMailing.delete({ where: { id } });
}

/** One delivery for the days that a mailing is about: a second one of the same changes nothing. */
export async function addDelivery(tx: Tx, delivery: Delivery): Promise<void> {
  const { mailingId, fromDay, toDay } = delivery;
  const key = { mailingId, fromDay, toDay };
  await tx.reportDelivery.upsert({ where: { mailingId_fromDay_toDay: key }, create: delivery, update: {} });
}

export async function updateDelivery(
  tx: Tx,
  id: string,
  change: Partial<Pick<Delivery, 'state' | 'attempts' | 'nextAt' | 'problem' | 'sentAt'>>,
): Promise<void> {
  await tx.reportDelivery.update({ where: { id }, data: change });
}
