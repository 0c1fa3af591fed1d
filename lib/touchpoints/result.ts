import { keptInTime, shareUnlessUndone } from './taken-back';
import { share, type TouchpointDefinition } from './touchpoint';

/** Result: papers checked, handed over with care. */
export const result = {
  key: 'result',
  peak: true,
  events: [
    'ticket.completed',
    'unaccepted.registered',
    'unaccepted.reminded',
    'unaccepted.takenOver',
    'unaccepted.answered',
    'unaccepted.overdue',
  ],
  standards: [
    shareUnlessUndone(
      'outcome',
      { atLeast: 0.95 },
      { 'ticket.completed': 'complete' },
      ({ payload }) => typeof payload.outcome === 'string',
    ),
    share('unacceptedInTime', { atLeast: 1 }, (event) =>
      keptInTime(event, 'unaccepted.answered', 'unaccepted.overdue'),
    ),
  ],
} as const satisfies TouchpointDefinition;
