import type { Tx } from '@/lib/platform/db/client';
import type { HallNotice } from './hall-notice';

export async function insertNotice(tx: Tx, notice: HallNotice): Promise<void> {
  await tx.hallNotice.create({ data: notice });
}

export async function markMissed(tx: Tx, noticeId: string, now: Date): Promise<void> {
  await tx.hallNotice.update({ where: { id: noticeId }, data: { missedAt: now } });
}

export async function insertReceipt(
  tx: Tx,
  receipt: { noticeId: string; actorRef: string; hallId: string; at: Date },
): Promise<void> {
  await tx.hallNoticeReceipt.create({ data: receipt });
}
