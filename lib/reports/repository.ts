import type { Tx } from '@/lib/platform/db/client';
import type { WaitCounts, WaitKey, WorkCounts, WorkKey } from './leg-summary';

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

export async function markSummarised(tx: Tx, legIds: string[]): Promise<void> {
  await tx.ticketLeg.updateMany({ where: { id: { in: legIds } }, data: { summarised: true } });
}
