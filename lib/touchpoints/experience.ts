import { KEEN } from '@/lib/stations/station';
import { type Figure, numberOf, share, standard, type TouchpointDefinition } from './touchpoint';

/** Experience: machines to try, and somebody who helps. */
export const experience = {
  key: 'experience',
  peak: false,
  events: [
    'station.saved',
    'station.faultReported',
    'station.repaired',
    'station.reset',
    'station.resetOverdue',
    'station.tallied',
    'trial.recorded',
    'trial.ordered',
    'trial.invited',
  ],
  moves: ['trial.recorded'],
  standards: [
    // Of the opening time of all stations, the share in which they were not out of order. Told each hour, at closing and
    // whenever a fault begins or ends.
    standard<Figure>({
      code: 'availability',
      unit: 'share',
      goal: { atLeast: 0.98 },
      begin: () => ({ sum: 0, count: 0 }),
      take(figure, event) {
        if (event.touchpoint !== 'experience') return;
        figure.sum += numberOf(event, 'availableSeconds') ?? 0;
        figure.count += numberOf(event, 'openSeconds') ?? 0;
      },
      measure: ({ sum, count }) => ({ sum, count }),
    }),
    // Of those who liked it, the share who ordered, at once or later on the day. An order that follows a trial of another
    // day does not change that day.
    standard<Map<string, boolean>>({
      code: 'interestToOrder',
      unit: 'share',
      goal: { atLeast: 0.3 },
      begin: () => new Map(),
      take(keen, event) {
        const trial = String(event.payload.trialId);
        if (event.kind === 'trial.recorded' && (numberOf(event, 'interest') ?? 0) >= KEEN)
          keen.set(trial, event.payload.ordered === true);
        if (event.kind === 'trial.ordered' && keen.has(trial)) keen.set(trial, true);
      },
      measure: (keen) => ({ sum: [...keen.values()].filter(Boolean).length, count: keen.size }),
    }),
    // Trials for each customer who took a number.
    standard<Figure>({
      code: 'trialsPerTicket',
      unit: 'amount',
      goal: null,
      begin: () => ({ sum: 0, count: 0 }),
      take(figure, { kind, payload }) {
        if (kind === 'trial.recorded') figure.sum += 1;
        if (kind === 'ticket.issued') figure.count += 1;
        if (kind === 'ticket.undone' && payload.event === 'issue') figure.count -= 1;
      },
      measure: ({ sum, count }) => ({ sum, count }),
    }),
    share('resetInTime', { atLeast: 0.9 }, ({ kind, payload }) =>
      kind === 'station.reset' ? payload.inTime === true : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
