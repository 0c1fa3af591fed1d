import { becameService } from '@/lib/approaches/approach';
import { standard, type TouchpointDefinition } from './touchpoint';

/** Approaches of the day that hold, by their ids. */
type Approached = Map<string, { became: boolean; ticketId: string | null }>;

/** Wander: somebody who looks around is approached. */
export const wander = {
  key: 'wander',
  peak: false,
  events: ['approach.logged', 'approach.undone'],
  standards: [
    // Of those who were spoken to, the share whose need was found. What is taken back does not count; a number that was
    // issued by mistake was no service.
    standard<Approached>({
      code: 'becameService',
      unit: 'share',
      goal: { atLeast: 0.5 },
      begin: () => new Map(),
      take(day, { kind, ticketId, payload }) {
        const id = String(payload.approachId);
        if (kind === 'approach.logged') day.set(id, { became: becameService(payload.outcome), ticketId });
        if (kind === 'approach.undone') day.delete(id);
        if (kind === 'ticket.undone' && payload.event === 'issue')
          for (const approach of day.values()) if (approach.ticketId === ticketId) approach.became = false;
      },
      measure: (day) => ({ sum: [...day.values()].filter(({ became }) => became).length, count: day.size }),
    }),
  ],
} as const satisfies TouchpointDefinition;
