import type { Tx } from '@/lib/platform/db/client';
import { type Delivery, toDelivery } from './queries';

/** Takes a delivery to try it; null when somebody else has it. */
export async function takeDelivery(
  tx: Tx,
  { id, attempts }: { id: string; attempts: number },
  until: Date,
): Promise<Delivery | null> {
  const { count } = await tx.noticeDelivery.updateMany({
    where: { id, attempts, state: 'pending' },
    data: { attempts: attempts + 1, dueAt: until },
  });
  const row = count === 1 ? await tx.noticeDelivery.findUnique({ where: { id } }) : null;
  return row && toDelivery(row);
}

/** Writes down what became of an attempt, unless somebody else has begun another one meanwhile. */
export async function saveAttempt(
  tx: Tx,
  { id, attempts }: { id: string; attempts: number },
  change: {
    state: string;
    dueAt?: Date;
    endedAt: Date | null;
    lastStatus: number | null;
    lastError: string | null;
  },
): Promise<boolean> {
  const { count } = await tx.noticeDelivery.updateMany({ where: { id, attempts, state: 'pending' }, data: change });
  return count === 1;
}

/** Begins anew with a message that was given up. */
export async function reviveDelivery(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.noticeDelivery.update({
    where: { id },
    data: { state: 'pending', attempts: 0, dueAt: now, endedAt: null },
  });
}

export async function discardDelivery(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.noticeDelivery.update({ where: { id }, data: { state: 'discarded', endedAt: now } });
}

/** Forgets what is settled since long ago, and what nobody has decided about for longer. */
export async function deleteSettled(tx: Tx, before: { settled: Date; dead: Date }): Promise<number> {
  const { count } = await tx.noticeDelivery.deleteMany({
    where: {
      OR: [
        { state: { in: ['delivered', 'discarded'] }, endedAt: { lt: before.settled } },
        { state: 'dead', endedAt: { lt: before.dead } },
      ],
    },
  });
  return count;
}
