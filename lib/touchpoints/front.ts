import { mean, numberOf, standard, type TouchpointDefinition } from './touchpoint';

/**
 * Planned openings of halls that open by their check: kept when the check was signed by then, missed when it was not,
 * whether the hall opened later or not at all.
 */
const openedOnTime = standard<Map<string, boolean>>({
  code: 'openedOnTime',
  unit: 'share',
  goal: { atLeast: 1 },
  begin: () => new Map(),
  take(openings, { kind, payload }) {
    const { plannedAt } = payload;
    if (typeof plannedAt !== 'string') return;
    if (kind === 'hall.openingMissed') openings.set(plannedAt, false);
    if (kind === 'hall.opened') openings.set(plannedAt, payload.onTime === true && openings.get(plannedAt) !== false);
  },
  measure: (openings) => ({ sum: [...openings.values()].filter(Boolean).length, count: openings.size }),
});

/** In front: sign, opening hours and the state of the hall. */
export const front = {
  key: 'front',
  peak: false,
  events: ['hall.opened', 'hall.closed', 'hall.openingMissed'],
  standards: [
    openedOnTime,
    mean('secondsLate', 'seconds', { atMost: 0 }, (event) =>
      event.kind === 'hall.opened' ? numberOf(event, 'secondsLate') : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
