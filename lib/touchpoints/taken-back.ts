import { type FigureUnit, type Goal, type JourneyEvent, numberOf, type Standard, standard } from './touchpoint';

/** What a figure reads from an event of a ticket; null = the event does not count. */
type Read = (event: JourneyEvent) => number | null;

/**
 * The mean of what events of tickets tell, without what was taken back: a change that was undone within its half minute
 * never happened, and the figure says so.
 *
 * @param changes kind of event → name of the change in `ticket.undone`
 */
export function meanUnlessUndone(
  code: string,
  unit: FigureUnit,
  goal: Goal | null,
  changes: Readonly<Record<string, string>>,
  read: Read,
): Standard {
  return standard<Map<string, number[]>>({
    code,
    unit,
    goal,
    begin: () => new Map(),
    take(memory, event) {
      const ticket = event.ticketId ?? '';
      if (event.kind === 'ticket.undone') {
        memory.get(`${ticket} ${event.payload.event}`)?.pop();
        return;
      }
      const change = changes[event.kind];
      const value = change === undefined ? null : read(event);
      if (value === null) return;
      const key = `${ticket} ${change}`;
      const known = memory.get(key);
      if (known) known.push(value);
      else memory.set(key, [value]);
    },
    measure(memory) {
      const values = [...memory.values()].flat();
      return { sum: values.reduce((all, one) => all + one, 0), count: values.length };
    },
  });
}

/** The share of changes of tickets that were as they should be, without what was taken back. */
export function shareUnlessUndone(
  code: string,
  goal: Goal | null,
  changes: Readonly<Record<string, string>>,
  judge: (event: JourneyEvent) => boolean | null,
): Standard {
  return meanUnlessUndone(code, 'share', goal, changes, (event) => {
    const kept = judge(event);
    return kept === null ? null : Number(kept);
  });
}

/**
 * The share of promises that were kept in time. What was missed is counted by the event that time set off; when it is
 * done late after that, it does not count again.
 */
export function keptInTime(event: JourneyEvent, done: string, missed: string): boolean | null {
  if (event.kind === missed) return false;
  if (event.kind !== done) return null;
  const { onTime, countedAsMissed } = event.payload;
  if (onTime === true) return true;
  return countedAsMissed === true ? null : false;
}

/** Handling time and its target, where an event tells both. */
export function withinTarget(event: JourneyEvent): boolean | null {
  const handling = numberOf(event, 'handlingSeconds');
  const target = numberOf(event, 'targetSeconds');
  return handling === null || target === null ? null : handling <= target;
}
