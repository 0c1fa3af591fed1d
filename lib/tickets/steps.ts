import { settleBooking } from '@/lib/bookings/steps';
import { secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import type { CreditConfig, ServiceConfig } from '@/lib/halls/hall-config';
import { instantOf } from '@/lib/halls/service-day';
import { permits } from '@/lib/staff/policy';
import { handlingSeconds, nextLimitAt, waitSeconds } from './clocks';
import { type TicketEvent, transition } from './machine';
import { newTicket } from './new-ticket';
import { creditSeconds, queueTime } from './queue-order';
import { type Channel, isRemote, type Ticket, type TicketLeg } from './ticket';
import { undoOf, undoPastCrossing } from './undo';

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
 * open care visits lapse; the last active ticket of a visit ends the visit, unless it goes on at a machine. `number`:
 * another one from now on. The caller records its own event.
 */
export async function changeTicket(
  work: Work,
  ticket: Ticket,
  event: TicketEvent,
  { visitGoesOn = false, number = ticket.number }: { visitGoesOn?: boolean; number?: string } = {},
): Promise<Result<Ticket>> {
  const serviceId = event.type === 'transfer' ? event.serviceId : ticket.serviceId;
  const moved = transition(ticket, event, work.now, { limitSeconds: limitOf(work, serviceId) });
  if (!moved.ok) return moved;
  const ending = endingOf(event);
  const ordinal = ending ? (await work.legsOf(ticket.id)).length + 1 : 0;
  const undo =
    event.type === 'crossLimit' ? undoPastCrossing(ticket, moved.value) : undoOf(event.type, work.by, work.now, ticket);
  const saved = work.saveTicket(ticket, { ...moved.value, number }, undo);
  await settleBooking(work, ticket, saved);
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
    // What the end of the day closes, nobody has finished: how long it took is not known.
    handlingSeconds: ending === 'closedByRule' ? null : handlingSeconds(ticket, work.now),
    ending,
    outcome,
    limitsCrossed: ticket.limitsCrossed,
    estimateP50Seconds: ticket.estimateP50Seconds,
    estimateP90Seconds: ticket.estimateP90Seconds,
  };
}

/** The wait is over before anybody came: open visits of care lapse; one that was taken stays with its owner. */
/** Whoever no longer waits needs no care for waiting. */
export function lapseCare(work: Work, ticket: Ticket): void {
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

/** The ticket that something is about: named by its id, by the number on the customer's slip, or not at all. */
export async function refOfTicket(work: Work, id: string | undefined, number?: string): Promise<Result<TicketRef>> {
  if (!id && !number) return success({ visitId: null, ticketId: null, ticketNumber: null });
  const ticket = id ? await work.ticket(id) : await work.ticketOfNumber(number ?? '');
  return ticket
    ? success({ visitId: ticket.visitId, ticketId: ticket.id, ticketNumber: ticket.number })
    : fail('invalid-input', {
        errors: [{ path: id ? 'ticketId' : 'ticketNumber', message: 'no such ticket in this hall', code: 'unknown' }],
      });
}

/** What a ticket is asked for, in codes of the hall. */
interface OrderCodes {
  serviceCode: string;
  customerClass?: string;
  needs?: string[];
  prepared?: string[];
  locale?: string;
  customer?: { name?: string; phone?: string };
}

/** The same, found in the hall's settings. */
export interface Order {
  service: ServiceConfig;
  customerClass: CreditConfig | null;
  needs: CreditConfig[];
}

/**
 * Finds what a ticket is asked for. Refused with `invalid-input` for codes the hall does not have, and with
 * `service-inactive`. `late`: asked for a while ago, when a class or need that is switched off now may still have been
 * offered.
 */
export function readOrder(work: Work, input: OrderCodes, { late = false } = {}): Result<Order> {
  const { services, classes, needs } = work.config;
  const service = services.find((s) => s.code === input.serviceCode);
  if (!service)
    return fail('invalid-input', { errors: [{ path: 'serviceCode', message: 'no such service in this hall' }] });
  if (!service.active) return fail('service-inactive', { detail: `${service.code} is not offered now.` });
  const customerClass = classes.find((c) => c.code === input.customerClass && (c.active || late)) ?? null;
  if (input.customerClass && !customerClass)
    return fail('invalid-input', { errors: [{ path: 'customerClass', message: 'no such class in this hall' }] });
  const known: CreditConfig[] = [];
  for (const [i, code] of (input.needs ?? []).entries()) {
    const need = needs.find((n) => n.code === code && (n.active || late));
    if (!need) return fail('invalid-input', { errors: [{ path: `needs.${i}`, message: 'no such need in this hall' }] });
    known.push(need);
  }
  return success({ service, customerClass, needs: known });
}

/**
 * Makes the ticket, with its visit unless that has begun, and puts it into the queue. The wait starts at `at`, except
 * for tickets from afar. The caller tells the estimate and records the events.
 */
export function enterQueue(
  work: Work,
  { service, customerClass, needs }: Order,
  {
    input,
    channel,
    number,
    at,
    visitId,
    bookedFor = null,
    undo = null,
    serviceDay = work.serviceDay,
    issueOrder = work.state.issuedToday + 1,
  }: {
    input: OrderCodes;
    channel: Channel;
    number: string;
    at: Date;
    visitId?: string;
    bookedFor?: Date | null;
    undo?: Ticket['undo'];
    /** Of a booking for a day to come. */
    serviceDay?: string;
    issueOrder?: number;
  },
): Ticket {
  const here = isRemote(channel) ? null : at;
  const credit = creditSeconds(
    customerClass?.creditMinutes,
    needs.map((need) => need.creditMinutes),
  );
  const ticket = newTicket({
    id: work.newId(),
    hallId: work.hallId,
    visitId: visitId ?? work.newId(),
    serviceDay,
    number,
    serviceId: service.id,
    channel,
    customerClass: customerClass?.code ?? null,
    needs: input.needs ?? [],
    prepared: input.prepared ?? [],
    locale: input.locale ?? null,
    creditSeconds: credit,
    issuedAt: at,
    issueOrder,
    arrivedAt: here,
    bookedFor,
    queueAt: here && queueTime(here, credit),
    undo,
    customerName: input.customer?.name ?? null,
    customerPhone: input.customer?.phone ?? null,
  });
  ticket.limitDueAt = nextLimitAt(ticket, service.limitSeconds);
  if (!visitId)
    work.addVisit({
      id: ticket.visitId,
      hallId: work.hallId,
      serviceDay,
      channel,
      customerClass: ticket.customerClass,
      needs: ticket.needs,
      locale: ticket.locale,
      customerName: ticket.customerName,
      customerPhone: ticket.customerPhone,
      startedAt: at,
      arrivedAt: here,
    });
  work.addTicket(ticket);
  return ticket;
}

/** The events of a ticket that was issued, and of its visit where that begins with it. */
export function recordIssue(
  work: Work,
  ticket: Ticket,
  service: ServiceConfig,
  { newVisit, open, offline }: { newVisit: boolean; open: boolean; offline?: true },
): void {
  const { channel } = ticket;
  const remote = isRemote(channel);
  // Yesterday's figures are kept by now: what comes over midnight is told of the day that has begun.
  const late = offline && ticket.serviceDay < work.serviceDay;
  const at = late ? instantOf(work.serviceDay, 0, work.config.timeZone) : ticket.issuedAt;
  const about = { visitId: ticket.visitId, ticketId: ticket.id, at };
  if (newVisit) {
    work.record({ kind: 'visit.found', ...about, payload: { channel } });
    if (!remote) {
      work.record({ kind: 'visit.arrived', ...about, payload: { channel } });
      work.record({
        kind: 'visit.entered',
        ...about,
        zoneId: service.zoneId,
        payload: {
          greeted: channel === 'guide',
          customerClass: ticket.customerClass,
          needs: ticket.needs,
          papers: service.papers.length,
          prepared: ticket.prepared.length,
        },
      });
    }
  }
  work.record({
    kind: 'ticket.issued',
    ...about,
    zoneId: service.zoneId,
    payload: {
      number: ticket.number,
      service: service.code,
      channel,
      remote,
      open,
      creditSeconds: ticket.creditSeconds,
      p50Seconds: ticket.estimateP50Seconds,
      p90Seconds: ticket.estimateP90Seconds,
      ...(offline ? { offline } : {}),
    },
  });
}
