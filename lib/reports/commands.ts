import { z } from 'zod';
import { success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { HallConfig } from '@/lib/halls/hall-config';
import { idSchema } from '@/lib/tickets/schema';
import { addUp, type LegLimits, waitCountsOf, waitKeyOf, workCountsOf, workKeyOf } from './leg-summary';
import { listUnsummarisedLegs } from './queries';
import { addToWaitSummary, addToWorkSummary, markSummarised } from './repository';

/** Legs added up in one transaction. */
const AT_ONCE = 200;

/** The limits that a service's legs are measured against; the hall's where the service is gone. */
export function limitsOf(config: HallConfig, serviceId: string): LegLimits {
  return config.services.find((service) => service.id === serviceId) ?? config;
}

/** Adds finished legs that can no longer be undone to the summaries that reports read, each once. */
export const summariseLegs = queueCommand({
  name: 'report.summarise',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const legs = await listUnsummarisedLegs(work.tx, work.hallId, { endedBefore: work.now, limit: AT_ONCE });
    if (legs.length === 0) return success(0);
    const { timeZone } = work.config;
    const waits = addUp(
      legs.map((leg) => ({
        key: waitKeyOf(leg, timeZone),
        counts: waitCountsOf(leg, limitsOf(work.config, leg.serviceId)),
      })),
    );
    const tasks = addUp(
      legs.map((leg) => ({ key: workKeyOf(leg), counts: workCountsOf(leg, limitsOf(work.config, leg.serviceId)) })),
    );
    work.wrote();
    for (const { key, counts } of waits) await addToWaitSummary(work.tx, work.hallId, key, counts);
    for (const { key, counts } of tasks) await addToWorkSummary(work.tx, work.hallId, key, counts);
    await markSummarised(
      work.tx,
      legs.map((leg) => leg.id),
    );
    return success(legs.length);
  },
});
