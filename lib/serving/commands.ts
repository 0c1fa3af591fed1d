import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { type CounterSession, servedIds } from '@/lib/counters/counter-session';
import { findCounter, ownSession } from '@/lib/counters/steps';
import { queueCommand } from '@/lib/door/command';
import { locateCounter, locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import type { CounterConfig } from '@/lib/halls/hall-config';
import { atCounter } from '@/lib/halls/hall-state';
import { presentTicket } from '@/lib/tickets/presenter';
import { byQueueOrder, takes } from '@/lib/tickets/queue-order';
import { callBody, completeBody, idSchema, startBody } from '@/lib/tickets/schema';
import { changeTicket, findTicket, targetOf } from '@/lib/tickets/steps';
import type { Ticket } from '@/lib/tickets/ticket';

const counterInput = z.strictObject({ counterId: idSchema });
const ticketInput = z.strictObject({ ticketId: idSchema });

/** Ready to call: own session, open, nobody at the counter. */
function readyToCall(work: Work, counterId: string): Result<{ counter: CounterConfig; session: CounterSession }> {
  const counter = findCounter(work, counterId);
  if (!counter.ok) return counter;
  const session = ownSession(work, counterId);
  if (!session.ok) return session;
  if (session.value.state === 'paused')
    return fail('counter-paused', { detail: 'Open the counter again first.', currentState: 'paused' });
  const customer = atCounter(work.state, counterId);
  if (customer)
    return fail('counter-busy', { detail: `Finish ${customer.number} first.`, currentState: customer.status });
  return success({ counter: counter.value, session: session.value });
}

async function call(
  work: Work,
  ticket: Ticket,
  counter: CounterConfig,
  reason: string | null,
): Promise<Result<Ticket>> {
  const saved = await changeTicket(work, ticket, { type: 'call', counterId: counter.id, by: work.by });
  if (!saved.ok) return saved;
  announce(work, saved.value, counter, 'call');
  work.record({
    kind: 'ticket.called',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    counterId: counter.id,
    payload: { number: ticket.number, counter: counter.number, ...(reason ? { outOfOrder: true, reason } : {}) },
  });
  return saved;
}

function announce(work: Work, ticket: Ticket, counter: CounterConfig, kind: 'call' | 'recall'): void {
  work.announce({
    id: work.newId(),
    hallId: work.hallId,
    seq: work.version,
    ticketId: ticket.id,
    number: ticket.number,
    counterId: counter.id,
    counterNumber: counter.number,
    kind,
    at: work.now,
    shownAt: null,
    spokenAt: null,
    withdrawnAt: null,
  });
}

/** Calls the next customer this counter can serve, in the order of the queue; `null` when nobody waits for it. */
export const callNext = queueCommand({
  name: 'counter.callNext',
  input: counterInput,
  permission: 'ticket.call',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId }) {
    const ready = readyToCall(work, counterId);
    if (!ready.ok) return ready;
    const { counter, session } = ready.value;
    const able = { counterId, serviceIds: servedIds(session, counter.serviceIds) };
    let next: Ticket | undefined;
    for (const ticket of work.state.tickets.values())
      if (ticket.status === 'waiting' && takes(able, ticket) && (!next || byQueueOrder(ticket, next) < 0))
        next = ticket;
    if (!next) return success(null);
    const saved = await call(work, next, counter, null);
    return saved.ok ? success(presentTicket(work.state, saved.value, work.now)) : saved;
  },
});

/** Calls a waiting customer out of order; the reason is kept. */
export const callTicket = queueCommand({
  name: 'counter.call',
  input: counterInput.extend(callBody.shape),
  permission: 'ticket.call',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId, ticketId, reason }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const ready = readyToCall(work, counterId);
    if (!ready.ok) return ready;
    if (found.value.status === 'booked')
      return fail('not-checked-in', { detail: 'Check the customer in first.', currentState: 'booked' });
    const saved = await call(work, found.value, ready.value.counter, reason);
    return saved.ok ? success(presentTicket(work.state, saved.value, work.now)) : saved;
  },
});

/** A ticket that is at a counter of the actor's: called there, served there, or held from being served there. */
async function ownTicket(work: Work, ticketId: string): Promise<Result<{ ticket: Ticket; counter: CounterConfig }>> {
  const found = await findTicket(work, ticketId);
  if (!found.ok) return found;
  const ticket = found.value;
  const counter = work.config.counters.find((c) => c.id === ticket.counterId);
  if (!counter || (ticket.status !== 'called' && ticket.status !== 'serving'))
    return fail('wrong-state', {
      currentState: ticket.status,
      detail: `${ticket.number} is not at a counter: it is "${ticket.status}".`,
    });
  const session = ownSession(work, counter.id);
  if (!session.ok) return { ok: false, failure: { ...session.failure, currentState: ticket.status } };
  return success({ ticket, counter });
}

export const recallTicket = queueCommand({
  name: 'ticket.recall',
  input: ticketInput,
  permission: 'ticket.serve',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const own = await ownTicket(work, ticketId);
    if (!own.ok) return own;
    const saved = await changeTicket(work, own.value.ticket, { type: 'recall' });
    if (!saved.ok) return saved;
    announce(work, saved.value, own.value.counter, 'recall');
    work.record({
      kind: 'ticket.recalled',
      visitId: saved.value.visitId,
      ticketId,
      counterId: own.value.counter.id,
      payload: { number: saved.value.number, counter: own.value.counter.number, count: saved.value.callCount },
    });
    return success(presentTicket(work.state, saved.value, work.now));
  },
});

export const startTicket = queueCommand({
  name: 'ticket.start',
  input: ticketInput.extend(startBody.shape),
  permission: 'ticket.serve',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, greeted }) {
    const own = await ownTicket(work, ticketId);
    if (!own.ok) return own;
    const saved = await changeTicket(work, own.value.ticket, { type: 'start' });
    if (!saved.ok) return saved;
    const view = presentTicket(work.state, saved.value, work.now);
    work.record({
      kind: 'ticket.started',
      visitId: saved.value.visitId,
      ticketId,
      counterId: own.value.counter.id,
      payload: {
        waitSeconds: view.waitSeconds,
        limitsCrossed: saved.value.limitsCrossed,
        service: view.serviceCode,
        greeted: greeted ?? false,
      },
    });
    return success(view);
  },
});

export const completeTicket = queueCommand({
  name: 'ticket.complete',
  input: ticketInput.extend(completeBody.shape),
  permission: 'ticket.serve',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, outcome, notes, papersChecked, belongings, payment }) {
    if (!work.config.outcomes.some((o) => o.code === outcome && o.active))
      return fail('invalid-input', { errors: [{ path: 'outcome', message: 'no such outcome in this hall' }] });
    const own = await ownTicket(work, ticketId);
    if (!own.ok) return own;
    const saved = await changeTicket(work, own.value.ticket, { type: 'complete', outcome, notes: notes ?? null });
    if (!saved.ok) return saved;
    const view = presentTicket(work.state, saved.value, work.now);
    work.record({
      kind: 'ticket.completed',
      visitId: saved.value.visitId,
      ticketId,
      counterId: own.value.counter.id,
      payload: {
        outcome,
        handlingSeconds: view.handlingSeconds,
        targetSeconds: targetOf(work, own.value.ticket.serviceId),
        service: view.serviceCode,
        papersChecked: papersChecked ?? false,
        belongings: belongings ?? false,
        // Nothing else of the money is kept anywhere.
        ...(payment ? { payment: { ...payment, change: payment.received - payment.due } } : {}),
      },
    });
    return success(view);
  },
});

export const markNoShow = queueCommand({
  name: 'ticket.noShow',
  input: ticketInput,
  permission: 'ticket.serve',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const own = await ownTicket(work, ticketId);
    if (!own.ok) return own;
    const saved = await changeTicket(work, own.value.ticket, { type: 'noShow' });
    if (!saved.ok) return saved;
    work.record({
      kind: 'ticket.noShow',
      visitId: saved.value.visitId,
      ticketId,
      counterId: own.value.counter.id,
      payload: { calls: saved.value.callCount },
    });
    return success(presentTicket(work.state, saved.value, work.now));
  },
});
