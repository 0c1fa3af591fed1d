import type { CounterDeskView } from '@/lib/realtime/contract';

/** How long the house lets a person take a change back. */
export const undoSeconds = 30;

/** A change that the person at this counter may still take back. */
export type Undoable = { ticketId: string; number: string; event: string; until: string };

/**
 * The change that "undo" takes back: the newest of this person's that is still in time. Most stand in the
 * view itself, so a reload forgets nothing; a ticket that left the view (transferred elsewhere) is
 * remembered by the screen.
 *
 * @param mine reference of the person, as the view's `undo.by`
 * @param remembered changes this screen made
 * @param now server time, ISO 8601
 */
export function lastUndoable(
  view: CounterDeskView,
  mine: string,
  remembered: readonly Undoable[],
  now: string,
): Undoable | null {
  const rows = [...(view.ticket ? [view.ticket] : []), ...view.queue, ...view.parked, ...view.recent];
  const shown = new Map(rows.map((row) => [row.id, row]));
  const fromView = rows.flatMap(({ id, number, undo }): Undoable[] =>
    undo && undo.by === mine ? [{ ticketId: id, number, event: undo.event, until: undo.until }] : [],
  );
  // What the view shows of a ticket is newer than what the screen remembers of it.
  const gone = remembered.filter(({ ticketId }) => !shown.has(ticketId));
  let newest: Undoable | null = null;
  for (const change of [...fromView, ...gone])
    if (Date.parse(change.until) > Date.parse(now) && (!newest || Date.parse(change.until) > Date.parse(newest.until)))
      newest = change;
  return newest;
}
