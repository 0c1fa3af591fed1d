import type { HallConfig } from '@/lib/halls/hall-config';
import type { Tx } from '@/lib/platform/db/client';
import {
  addUp,
  careCountsOf,
  careKeyOf,
  careWorkKeyOf,
  careWorkOf,
  lengthsOf,
  waitCountsOf,
  waitKeyOf,
  workCountsOf,
  workKeyOf,
} from './leg-summary';
import { limitsOf } from './limits-of';
import { listUnsummarisedCare, listUnsummarisedLegs } from './queries';
import { addToWaitLengths, addToWaitSummary, addToWorkSummary, markCareSummarised, markSummarised } from './repository';

/**
 * Adds up to `limit` finished legs and as many ended care visits of a hall to its summaries and marks them, so that each
 * counts once. Returns how many there were; 0 when everything is in the summaries.
 */
export async function addLoose(
  tx: Tx,
  config: HallConfig,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const { id: hallId, timeZone } = config;
  const legs = await listUnsummarisedLegs(tx, hallId, { endedBefore: now, limit });
  const care = await listUnsummarisedCare(tx, hallId, limit);
  if (legs.length + care.length === 0) return 0;
  const waits = addUp([
    ...legs.map((leg) => ({
      key: waitKeyOf(leg, timeZone),
      counts: waitCountsOf(leg, limitsOf(config, leg.serviceId)),
    })),
    ...care.map((visit) => ({ key: careKeyOf(visit, timeZone), counts: careCountsOf(visit) })),
  ]);
  const tasks = addUp([
    ...legs.map((leg) => ({ key: workKeyOf(leg), counts: workCountsOf(leg, limitsOf(config, leg.serviceId)) })),
    ...care
      .filter(({ state }) => state === 'done')
      .map((visit) => ({ key: careWorkKeyOf(visit), counts: careWorkOf(visit) })),
  ]);
  for (const { key, counts } of waits) await addToWaitSummary(tx, hallId, key, counts);
  for (const { key, counts } of tasks) await addToWorkSummary(tx, hallId, key, counts);
  for (const { key, lengths } of lengthsOf(legs).values()) await addToWaitLengths(tx, hallId, key, lengths);
  if (legs.length > 0)
    await markSummarised(
      tx,
      legs.map((leg) => leg.id),
    );
  if (care.length > 0)
    await markCareSummarised(
      tx,
      care.map((visit) => visit.id),
    );
  return legs.length + care.length;
}
