import { secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import { permits } from '@/lib/staff/policy';
import { handlingSeconds, waitSeconds } from './clocks';
import { type TicketEvent, transition } from './machine';
import type { Ticket, TicketLeg } from './ticket';
import { undoOf } from './undo';

/** The wait limit of a service in this hall, seconds. */
export function limitOf(work: Work, serviceId: string): number {
  return work.config.services.find((s) => s.id === serviceId)?.limitSeconds ?? work.config.limitSeconds;
}

/** The handling target of a service in this hall, seconds. */
export function targetOf(work: Work, serviceId: string): number {
  const service = work.config.services.find((s) => s.id === serviceId);
  return service?.handlingTargetSeconds ?? work.config.handlingTargetSeconds;
}

/** A ticket of this hall or `not-found`. */
export async function findTicket(work: Work, id: string): Promise<Result<Ticket>> {
  const ticket = await work.ticket(id);
  return ticket ? success(ticket) : fail('not-found', { detail: 'There is no such ticket.' });
}

/**
 * A customer who is at a counter is touched only by the clerk there, and by those who may release a counter. Others get
 * `not-your-counter`.
 */
export function mayTouch(work: Work, ticket: Ticket): Result<null> {
  const at = ticket.status === 'held' && ticket.heldFrom !== 'serving' ? null : ticket.counterId;
  if (!at || ticket.completedAt || permits(work.actor, 'counter.release', work.hallId)) return success(null);
  if (work.actor.kind === 'customer') return success(null);
  const session = work.state.sessions.get(at);
  if (!session || session.actorRef === work.by) return success(null);
  return fail('not-your-counter', { detail: 'Another clerk has this customer.', currentState: ticket.status });
}

/**
 * Runs a transition and saves the ticket with its way back. Endings of a leg write the leg; the end of the wait lets
 * open care visits lapse; the last active ticket of a visit ends the visit, unless it goes on at a machine. The caller
 * records its own event.
 */
export async function changeTicket(
  work: Work,
  ticket: Ticket,
  event: TicketEvent,
  { visitGoesOn = false }: { visitGoesOn?: boolean } = {},
): Promise<Result<Ticket>> {
  const serviceId = event.type === 'transfer' ? event.serviceId : ticket.serviceId;
  const moved = transition(ticket, event, work.now, { limitSeconds: limitOf(work, serviceId) });
  if (!moved.ok) return moved;
  const ending = endingOf(event);
  const ordinal = ending ? (await work.legsOf(ticket.id)).length + 1 : 0;
  const saved = work.saveTicket(ticket, moved.value, undoOf(event.type, work.by, work.now, ticket));
  if (ending) work.addLeg(leg(work, ticket, ending, ordinal, event.type === 'complete' ? event.outcome : null));
  if (event.type === 'start' || ending) lapseCare(work, ticket);
  if (ending && ending !== 'transferred' && !visitGoesOn && !hasOther(work, ticket)) {
    work.changeVisit(ticket.visitId, { endedAt: work.now });
    work.record({
      kind: 'visit.ended',
      visitId: ticket.visitId,
      ticketId: ticket.id,
      payload: { by: ending, staySeconds: secondsBetween(ticket.arrivedAt ?? ticket.issuedAt, work.now) },
    });
  }
  return success(saved);
}

function endingOf(event: TicketEvent): TicketLeg['ending'] | null {
  switch (event.type) {
    case 'complete':
      return 'completed';
    case 'transfer':
      return 'transferred';
    case 'noShow':
      return 'noShow';
    case 'cancel':
      return 'cancelled';
    case 'closeByRule':
      return 'closedByRule';
    default:
      return null;
  }
}

function hasOther(work: Work, ticket: Ticket): boolean {
  for (const other of work.state.tickets.values())
    if (other.visitId === ticket.visitId && other.id !== ticket.id && other.completedAt === null) return true;
  return false;
}

function leg(
  work: Work,
  ticket: Ticket,
  ending: TicketLeg['ending'],
  ordinal: number,
  outcome: string | null,
): TicketLeg {
  const session = ticket.counterId ? work.state.sessions.get(ticket.counterId) : undefined;
  return {
    id: work.newId(),
    ticketId: ticket.id,
    visitId: ticket.visitId,
    serviceDay: work.serviceDay,
    ordinal,
    serviceId: ticket.serviceId,
    counterId: ticket.counterId,
    staffId: session?.staffId ?? null,
    waitingSince: ticket.waitingSince ?? ticket.issuedAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
    endedAt: work.now,
    waitSeconds: waitSeconds(ticket, work.now),
    handlingSeconds: handlingSeconds(ticket, work.now),
    ending,
    outcome,
    limitsCrossed: ticket.limitsCrossed,
    estimateP50Seconds: ticket.estimateP50Seconds,
    estimateP90Seconds: ticket.estimateP90Seconds,
  };
}

/** The wait is over before anybody came: open visits of care lapse; one that was taken stays with its owner. */
function lapseCare(work: Work, ticket: Ticket): void {
  for (const visit of work.state.care.values()) {
    if (visit.ticketId !== ticket.id || visit.state !== 'open') continue;
    work.saveCare({ ...visit, state: 'lapsed', escalateAt: null });
    work.record({
      kind: 'care.lapsed',
      visitId: ticket.visitId,
      ticketId: ticket.id,
      payload: { careVisitId: visit.id, crossing: visit.crossing },
    });
  }
}

/** What things of a visit keep of the ticket they are about; nothing where they are about no ticket. */
export interface TicketRef {
  visitId: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
}

/** The ticket that something is about: named by its id, by the number of this day on the customer's slip, or not at all. */
export async function refOfTicket(work: Work, id: string | undefined, number?: string): Promise<Result<TicketRef>> {
  if (!id && !number) return success({ visitId: null, ticketId: null, ticketNumber: null });
  const ticket = id ? await work.ticket(id) : await work.ticketOfDay(number ?? '');
  return ticket
    ? success({ visitId: ticket.visitId, ticketId: ticket.id, ticketNumber: ticket.number })
    : fail('invalid-input', {
        errors: [{ path: id ? 'ticketId' : 'ticketNumber', message: 'no such ticket in this hall', code: 'unknown' }],
      });
}
