import type { Tx } from '@/lib/platform/db/client';

/** A display said what it has shown or spoken: the last time is kept with the device. */
export async function noteAcknowledged(tx: Tx, screenId: string, at: Date): Promise<void> {
  await tx.screen.updateMany({ where: { id: screenId }, data: { lastAckAt: at } });
}
