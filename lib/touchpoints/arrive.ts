import { standard, type TouchpointDefinition } from './touchpoint';

/** A visit of the day as arrival sees it: how far it came, and whether anybody knows when it came. */
interface Stay {
  arrived: boolean;
  called: boolean;
  calledUnarrived: boolean;
  remote: boolean;
  /** Given up by the end of the day. */
  closed: boolean;
  undone: boolean;
}

/** Reads the day's visits out of its events; an issue that was taken back is no visit. */
function stays(code: string, goal: { atLeast: number }, judge: (stay: Stay) => boolean | null) {
  return standard<Map<string, Stay>>({
    code,
    unit: 'share',
    goal,
    begin: () => new Map(),
    take(visits, { kind, visitId, payload }) {
      if (!visitId) return;
      const stay = visits.get(visitId) ?? {
        arrived: false,
        called: false,
        calledUnarrived: false,
        remote: false,
        closed: false,
        undone: false,
      };
      visits.set(visitId, stay);
      if (kind === 'ticket.issued') stay.remote ||= payload.remote === true;
      if (kind === 'ticket.undone' && payload.event === 'issue') stay.undone = true;
      if (kind === 'ticket.closedByRule') stay.closed = true;
      if (kind === 'visit.arrived') stay.arrived = true;
      if (kind === 'ticket.called') {
        stay.called = true;
        stay.calledUnarrived ||= !stay.arrived;
      }
    },
    measure(visits) {
      const judged = [...visits.values()].map(judge).filter((kept) => kept !== null);
      return { sum: judged.filter(Boolean).length, count: judged.length };
    },
  });
}

/** Arrive: the customer reaches the hall; the clock of the wait starts. */
export const arrive = {
  key: 'arrive',
  peak: false,
  events: ['visit.arrived', 'booking.reminder', 'booking.lapsed'],
  standards: [
    // Who is still on the way counts when he arrives, or when the day gives his ticket up without anybody having seen him.
    stays('arrivalKnown', { atLeast: 0.9 }, ({ undone, arrived, called, closed }) => {
      if (undone) return null;
      return arrived || called || closed ? arrived : null;
    }),
    stays('calledAfterCheckIn', { atLeast: 1 }, ({ undone, remote, called, calledUnarrived }) =>
      remote && called && !undone ? !calledUnarrived : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
