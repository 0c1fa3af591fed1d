import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateTicket } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { findOffer } from './queries';
import { insertOffer } from './repository';
import { offerBody } from './schema';

/** One fitting suggestion was made at the counter, and what the customer said. Once for each ticket. */
export const offerSuggestion = queueCommand({
  name: 'suggestion.offer',
  input: offerBody.extend({ ticketId: idSchema }),
  permission: 'ticket.serve',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, suggestionId, accepted }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const { status, visitId, counterId, serviceId, number } = found.value;
    const suggestion = work.config.suggestions.find((s) => s.id === suggestionId && s.active);
    if (!suggestion)
      return fail('invalid-input', { errors: [{ path: 'suggestionId', message: 'no such suggestion in this hall' }] });
    if (status !== 'serving')
      return fail('wrong-state', { currentState: status, detail: `${number} is not being served.` });
    const session = counterId ? work.state.sessions.get(counterId) : undefined;
    if (session?.actorRef !== work.by)
      return fail('not-your-counter', { detail: 'Another clerk has this customer.', currentState: status });
    if (await findOffer(work.tx, ticketId))
      return fail('already-done', { detail: 'A suggestion is made once.', currentState: status });
    await insertOffer(work.tx, {
      ticketId,
      hallId: work.hallId,
      visitId,
      suggestionId,
      accepted,
      at: work.now,
      actorRef: work.by,
    });
    work.record({
      kind: 'suggestion.offered',
      visitId,
      ticketId,
      counterId,
      payload: {
        suggestion: suggestion.code,
        accepted,
        service: work.config.services.find((s) => s.id === serviceId)?.code ?? null,
      },
    });
    return success({ suggestionId, accepted, at: work.now.toISOString() });
  },
});
