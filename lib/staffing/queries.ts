import { addDays } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import { type ArrivalRow, type IntendedStaffing, type ServiceMix, serviceMix } from './staffing-demand';

/** Twelve weeks: what is older says little of the next week, and reading costs the same however long the history. */
const LEARNED_DAYS = 84;

/** Waits that began on past days: by day and half hour, and by service and half hour over all days. */
export async function listArrivals(
  db: Database,
  hallId: string,
  today: string,
): Promise<{ rows: ArrivalRow[]; mix: ServiceMix }> {
  const where = { hallId, serviceDay: { gte: addDays(today, -LEARNED_DAYS), lt: today } };
  const rows = await db.arrivalCount.groupBy({ by: ['serviceDay', 'halfHour'], where, _sum: { arrivals: true } });
  const services = await db.arrivalCount.groupBy({ by: ['serviceId', 'halfHour'], where, _sum: { arrivals: true } });
  return {
    rows: rows.map(({ serviceDay, halfHour, _sum }) => ({ serviceDay, halfHour, arrivals: _sum.arrivals ?? 0 })),
    mix: serviceMix(
      services.map(({ serviceId, halfHour, _sum }) => ({ serviceId, halfHour, arrivals: _sum.arrivals ?? 0 })),
    ),
  };
}

export async function findIntended(
  db: Database | Tx,
  hallId: string,
  weekday: number,
): Promise<IntendedStaffing | null> {
  const row = await db.staffingPlan.findUnique({ where: { hallId_weekday: { hallId, weekday } } });
  return row ? { counters: row.counters as number[], at: row.updatedAt } : null;
}
