import { shareUnlessUndone, withinTarget } from './taken-back';
import { share, type TouchpointDefinition } from './touchpoint';

/** While it is handled: speed, accuracy, some contact. */
export const process = {
  key: 'process',
  peak: false,
  events: [
    'ticket.started',
    'help.asked',
    'help.explained',
    'help.taken',
    'help.answered',
    'help.withdrawn',
    'help.unanswered',
  ],
  standards: [
    shareUnlessUndone(
      'withinTarget',
      { atLeast: 0.9 },
      { 'ticket.completed': 'complete', 'ticket.transferred': 'transfer' },
      withinTarget,
    ),
    share('helpInTime', { atLeast: 0.9 }, ({ kind, payload }) => {
      if (kind === 'help.unanswered') return false;
      if (kind !== 'help.taken') return null;
      if (payload.inTime === true) return true;
      return payload.countedAsMissed === true ? null : false;
    }),
  ],
} as const satisfies TouchpointDefinition;
