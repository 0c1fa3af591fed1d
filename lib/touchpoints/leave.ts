import { keptInTime } from './taken-back';
import { numberOf, share, standard, type TouchpointDefinition } from './touchpoint';

interface Ratings {
  /** Tickets finished on this day. */
  finished: Set<string>;
  /** What was said of each ticket last. */
  scores: Map<string, number>;
}

/** Of the customers who were finished on the day, the share who said what they thought. */
const rated = standard<Ratings>({
  code: 'rated',
  unit: 'share',
  goal: { atLeast: 0.3 },
  begin: () => ({ finished: new Set(), scores: new Map() }),
  take({ finished, scores }, event) {
    const { kind, ticketId, payload } = event;
    if (!ticketId) return;
    if (kind === 'ticket.completed') finished.add(ticketId);
    if (kind === 'ticket.undone' && payload.event === 'complete') finished.delete(ticketId);
    const score = kind === 'ticket.rated' ? numberOf(event, 'score') : null;
    if (score !== null) scores.set(ticketId, score);
  },
  measure: ({ finished, scores }) => ({
    sum: [...finished].filter((ticketId) => scores.has(ticketId)).length,
    count: finished.size,
  }),
});

/** The mean of the ratings given on the day; a changed one counts once, as it is now. */
const rating = standard<Map<string, number>>({
  code: 'rating',
  unit: 'score',
  goal: { atLeast: 4.5 },
  begin: () => new Map(),
  take(scores, event) {
    const score = event.kind === 'ticket.rated' && event.ticketId ? numberOf(event, 'score') : null;
    if (score !== null && event.ticketId) scores.set(event.ticketId, score);
  },
  measure: (scores) => ({ sum: [...scores.values()].reduce((all, one) => all + one, 0), count: scores.size }),
});

/** Leave: farewell, belongings, rating. */
export const leave = {
  key: 'leave',
  peak: false,
  events: [
    'ticket.rated',
    'visit.ended',
    'loan.stocked',
    'loan.retired',
    'loan.lent',
    'loan.returned',
    'loan.overdue',
    'item.found',
    'item.lost',
    'item.matched',
    'item.returned',
    'item.searchEnded',
    'followUp.planned',
    'followUp.takenOver',
    'followUp.done',
    'followUp.overdue',
    'ratingDevice.bound',
  ],
  standards: [
    rated,
    rating,
    share('loansReturned', { atLeast: 0.98 }, (event) => {
      if (event.kind === 'loan.overdue') return false;
      // A late return was counted when the hall closed without it.
      return event.kind === 'loan.returned' && event.payload.onTime === true ? true : null;
    }),
    share('followUpsKept', { atLeast: 1 }, (event) => keptInTime(event, 'followUp.done', 'followUp.overdue')),
  ],
} as const satisfies TouchpointDefinition;
