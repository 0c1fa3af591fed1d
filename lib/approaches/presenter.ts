import { addSeconds } from '@/lib/core/clock';
import type { HallConfig } from '@/lib/halls/hall-config';
import { type Approach, becameService, UNDO_SECONDS } from './approach';
import type { ApproachesView, ApproachView } from './schema';

/** For staff. */
export function presentApproach(
  config: Pick<HallConfig, 'zones'>,
  approach: Approach,
  number: string | null,
): ApproachView {
  return {
    id: approach.id,
    at: approach.at.toISOString(),
    outcome: approach.outcome,
    zoneCode: config.zones.find((zone) => zone.id === approach.zoneId)?.code ?? null,
    by: { ref: approach.byRef, name: approach.byName },
    ticket: approach.ticketId ? { id: approach.ticketId, number: number ?? '' } : null,
    undoUntil: addSeconds(approach.at, UNDO_SECONDS).toISOString(),
  };
}

/** How many became what, over the whole day. */
export function presentCounts(
  counts: readonly { outcome: Approach['outcome']; count: number }[],
): Pick<ApproachesView, 'total' | 'became' | 'counts'> {
  const sum = (rows: typeof counts) => rows.reduce((all, { count }) => all + count, 0);
  return {
    total: sum(counts),
    became: sum(counts.filter(({ outcome }) => becameService(outcome))),
    counts: [...counts],
  };
}
