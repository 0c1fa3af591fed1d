import type { Tx } from '@/lib/platform/db/client';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { TouchpointFigures } from './journey-day';

/** Keeps a day's figures; a day that is counted again is replaced. */
export async function saveDayFigures(
  tx: Tx,
  { hallId, serviceDay, now }: { hallId: string; serviceDay: string; now: Date },
  figures: ReadonlyMap<Touchpoint, TouchpointFigures>,
): Promise<void> {
  await tx.touchpointDay.deleteMany({ where: { hallId, serviceDay } });
  await tx.touchpointDay.createMany({
    data: [...figures].map(([touchpoint, own]) => ({
      hallId,
      serviceDay,
      touchpoint,
      figures: own as object,
      countedAt: now,
    })),
  });
}
