import { fail, type Result, success } from '@/lib/core/result';
import type { Ticket, TicketFields, TicketUndo } from './ticket';

/** A change can be taken back by the same person for this long. */
export const UNDO_SECONDS = 30;

const DATES = [
  'arrivedAt',
  'waitingSince',
  'queueAt',
  'calledAt',
  'startedAt',
  'heldAt',
  'completedAt',
  'limitDueAt',
  'flaggedAt',
  'earlyFlaggedAt',
  'postponedAt',
] as const satisfies (keyof TicketFields)[];

const PLAIN = [
  'status',
  'serviceId',
  'targetCounterId',
  'counterId',
  'calledBy',
  'callCount',
  'holdReason',
  'holdByHall',
  'heldFrom',
  'excusedSeconds',
  'handlingHeldSeconds',
  'outcome',
  'notes',
  'endReason',
  'limitsCrossed',
] as const satisfies (keyof TicketFields)[];

/** The way back from a change: the fields as they were. `before` null = the ticket was issued by the change. */
export function undoOf(event: string, by: string, now: Date, before: Ticket | null): TicketUndo {
  if (!before) return { event, by, at: now.toISOString(), before: null };
  const kept: Record<string, unknown> = {};
  for (const field of PLAIN) kept[field] = before[field];
  for (const field of DATES) kept[field] = before[field]?.toISOString() ?? null;
  return { event, by, at: now.toISOString(), before: kept };
}

/**
 * The way back of a person's change, kept while the wait crosses its limit: the crossing is the clock's doing and not the
 * last change. Where the way leads back into the same wait, that wait has crossed its limit there too.
 */
export function undoPastCrossing({ undo, limitDueAt }: Ticket, crossed: Ticket): TicketUndo | null {
  if (!undo?.before || undo.before.limitDueAt !== limitDueAt?.toISOString()) return undo;
  const { limitsCrossed } = crossed;
  const dates = { limitDueAt: crossed.limitDueAt, flaggedAt: crossed.flaggedAt };
  const told = Object.fromEntries(Object.entries(dates).map(([field, at]) => [field, at?.toISOString() ?? null]));
  return { ...undo, before: { ...undo.before, limitsCrossed, ...told } };
}

/** The ticket as it was before the last change, if this person may still take it back. */
export function undone(ticket: Ticket, by: string, now: Date): Result<{ event: string; ticket: Ticket }> {
  const undo = ticket.undo;
  if (!undo?.event || undo.by !== by)
    return fail('nothing-to-undo', {
      detail: 'The last change of this ticket was not yours.',
      currentState: ticket.status,
    });
  if (now.getTime() - Date.parse(undo.at) > UNDO_SECONDS * 1000)
    return fail('undo-expired', {
      detail: `A change can be taken back for ${UNDO_SECONDS} seconds.`,
      currentState: ticket.status,
    });
  if (!undo.before)
    return success({
      event: undo.event,
      ticket: { ...ticket, status: 'cancelled', completedAt: now, endReason: 'issuedByMistake', limitDueAt: null },
    });
  const dates = Object.fromEntries(
    DATES.map((field) => {
      const text = undo.before?.[field];
      return [field, typeof text === 'string' ? new Date(text) : null];
    }),
  );
  const plain = Object.fromEntries(PLAIN.map((field) => [field, undo.before?.[field]]));
  return success({ event: undo.event, ticket: { ...ticket, ...plain, ...dates } as Ticket });
}
