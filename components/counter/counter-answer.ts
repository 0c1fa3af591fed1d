import type { CounterView } from '@/lib/counters/schema';
import type { CounterDeskView } from '@/lib/realtime/contract';
import type { TicketView } from '@/lib/tickets/schema';

/** The view as it will be with a ticket that the server has just answered: shown at once, until the next push. */
export function withTicket(view: CounterDeskView, ticket: TicketView): CounterDeskView {
  const here = ticket.counterId === view.counter.id && (ticket.status === 'called' || ticket.status === 'serving');
  const waitedHere = view.queue.some((row) => row.id === ticket.id);
  const others = {
    queue: here ? view.queue.filter((row) => row.id !== ticket.id) : view.queue,
    parked: view.parked.filter((row) => row.id !== ticket.id),
    waitingForMe: here && waitedHere ? view.waitingForMe - 1 : view.waitingForMe,
  };
  if (!here) {
    // Another ticket than the one at the counter changed: the customer stays.
    if (view.ticket?.id !== ticket.id) return { ...view, ...others };
    return { ...view, ...others, ticket: null, counter: { ...view.counter, state: 'idle', ticket: null } };
  }
  const { id, number, serviceCode, calledAt, startedAt } = ticket;
  return {
    ...view,
    ...others,
    ticket: { ...(view.ticket?.id === id ? view.ticket : context(view, ticket)), ...ticket },
    counter: {
      ...view.counter,
      state: ticket.status === 'serving' ? 'serving' : 'called',
      ticket: { id, number, serviceCode, calledAt, startedAt },
    },
  };
}

/** What is known of a customer before the server has told the rest. */
function context(view: CounterDeskView, ticket: TicketView): NonNullable<CounterDeskView['ticket']> {
  const service = view.services.find((s) => s.code === ticket.serviceCode);
  return {
    ...ticket,
    papers: (service?.papers ?? []).map((paper) => ({ ...paper, ready: ticket.prepared.includes(paper.code) })),
    handlingTargetSeconds: service?.handlingTargetSeconds ?? view.hall.handlingTargetSeconds,
    goalSeconds: service?.goalSeconds ?? view.hall.goalSeconds,
    limitSeconds: service?.limitSeconds ?? view.hall.limitSeconds,
    promised: null,
    careDone: [],
    otherTickets: [],
    earlierLegs: [],
    announced: null,
    undo: null,
  };
}

/** The same for the counter itself: opened, paused, closed. */
export function withCounter(view: CounterDeskView, counter: CounterView): CounterDeskView {
  return { ...view, counter, actorRef: counter.clerk?.ref ?? null };
}
