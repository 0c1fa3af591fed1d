import { share, standard, type TouchpointDefinition } from './touchpoint';

/**
 * Of the callers for whom the hotline booked a time, those who came: each counts once, when he checks in or when his
 * booking lapses. A caller who was only told where to go has no name and no number by which anybody could know him again
 * (docs/decisions/0246).
 */
const callersCame = standard<{ came: Set<string>; lapsed: Set<string> }>({
  code: 'callersCame',
  unit: 'share',
  goal: null,
  begin: () => ({ came: new Set(), lapsed: new Set() }),
  take({ came, lapsed }, { kind, visitId, payload }) {
    if (!visitId || payload.hotline !== true) return;
    if (kind === 'visit.arrived') came.add(visitId);
    if (kind === 'booking.lapsed') lapsed.add(visitId);
  },
  measure: ({ came, lapsed }) => ({ sum: came.size, count: new Set([...came, ...lapsed]).size }),
});

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
    callersCame,
  ],
} as const satisfies TouchpointDefinition;
