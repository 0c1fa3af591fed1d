import { LOCALES, type Locale } from '@/lib/core/locale';
import type { HallState } from '@/lib/halls/hall-state';
import { fittingSuggestion } from '@/lib/suggestions/suggestion';
import type { Ticket } from '@/lib/tickets/ticket';
import type { VisitContext } from './schema';

/** What the hall's state knows of the visit of a ticket; the rest is read from its own tables. */
export function presentContext(
  state: HallState,
  ticket: Ticket,
): Pick<VisitContext, 'locale' | 'suggestion' | 'notes'> {
  const suggestion = fittingSuggestion(state.config.suggestions, ticket.serviceId);
  const tickets = [...state.tickets.values()].filter((t) => t.visitId === ticket.visitId);
  const ids = new Set(tickets.map((t) => t.id));
  const cared = [...state.care.values()]
    .filter((visit) => ids.has(visit.ticketId) && visit.note && visit.doneAt)
    .map((visit) => ({ at: visit.doneAt as Date, by: visit.ownerName, text: visit.note as string }));
  const finished = tickets
    .filter((t) => t.notes && t.completedAt && t.id !== ticket.id)
    .map((t) => ({ at: t.completedAt as Date, by: t.number, text: t.notes as string }));
  return {
    locale: LOCALES.find((one) => one === ticket.locale) ?? (null as Locale | null),
    suggestion: suggestion && { id: suggestion.id, code: suggestion.code, names: suggestion.names },
    notes: [...cared, ...finished]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((note) => ({ ...note, at: note.at.toISOString() })),
  };
}
