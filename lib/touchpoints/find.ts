import { share, type TouchpointDefinition } from './touchpoint';

/** Find: the customer learns which hall to go to. */
export const find = {
  key: 'find',
  peak: false,
  events: [
    'visit.found',
    'booking.made',
    'booking.changed',
    'visit.referred',
    'hall.changed',
    'hallNotice.acknowledged',
    'hallNotice.missed',
  ],
  standards: [
    // Counted for each agent: who knew in time, and who did not when the working day ended. Knowing later has been counted.
    share('acknowledgedInDay', { atLeast: 1 }, (event) => {
      if (event.kind === 'hallNotice.missed') return false;
      return event.kind === 'hallNotice.acknowledged' && event.payload.kept === true ? true : null;
    }),
  ],
} as const satisfies TouchpointDefinition;
