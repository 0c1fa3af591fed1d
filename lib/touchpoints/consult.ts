import { shareUnlessUndone } from './taken-back';
import { standard, type TouchpointDefinition } from './touchpoint';

interface Calls {
  /** When the ticket was called last. */
  calledAt: Map<string, Date>;
  /** Seconds from call to start of each start that stands. */
  starts: Map<string, number[]>;
}

/**
 * Seconds from the call to the start of service. A recall goes on with the same call; who did not come and is called
 * again later has a new one; a start that was taken back does not count.
 */
const callToStart = standard<Calls>({
  code: 'callToStart',
  unit: 'seconds',
  goal: { atMost: 60 },
  begin: () => ({ calledAt: new Map(), starts: new Map() }),
  take({ calledAt, starts }, { kind, ticketId, at, payload }) {
    if (!ticketId) return;
    if (kind === 'ticket.called') calledAt.set(ticketId, at);
    if (kind === 'ticket.undone' && payload.event === 'start') starts.get(ticketId)?.pop();
    const called = calledAt.get(ticketId);
    if (kind !== 'ticket.started' || !called) return;
    const seconds = Math.max(0, (at.getTime() - called.getTime()) / 1000);
    starts.set(ticketId, [...(starts.get(ticketId) ?? []), seconds]);
  },
  measure({ starts }) {
    const all = [...starts.values()].flat();
    return { sum: all.reduce((sum, one) => sum + one, 0), count: all.length };
  },
});

/** Talk at the counter: greeting, listening, one fitting suggestion. */
export const consult = {
  key: 'consult',
  peak: true,
  events: ['ticket.called', 'ticket.recalled', 'ticket.noShow', 'announcement.acknowledged', 'suggestion.offered'],
  standards: [
    callToStart,
    shareUnlessUndone('greeted', { atLeast: 0.95 }, { 'ticket.started': 'start' }, ({ payload }) =>
      typeof payload.greeted === 'boolean' ? payload.greeted : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
