import { bookingTimes } from '@/lib/bookings/booking-times';
import type { HallConfig } from '@/lib/halls/hall-config';
import { hallOpening } from '@/lib/halls/hall-opening';
import type { HallState } from '@/lib/halls/hall-state';
import { waitingInOrder } from '@/lib/halls/hall-state';
import { estimateOf, type HallEstimate } from '@/lib/waiting/hall-estimate';
import { handlingSeconds, waitSeconds } from './clocks';
import { arrivalPlace } from './held-place';
import { byQueueOrder, type Placed } from './queue-order';
import type { CustomerTicketView, TicketView } from './schema';
import type { Ticket } from './ticket';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** People who will be called before this ticket for the same service; null when it is not waiting. */
export function peopleAhead(state: HallState, ticket: Ticket): number | null {
  return ticket.status === 'waiting' ? aheadOf(state, ticket, ticket) : null;
}

function aheadOf(state: HallState, ticket: Ticket, place: Placed): number {
  let ahead = 0;
  for (const other of state.tickets.values())
    if (
      other.status === 'waiting' &&
      other.id !== ticket.id &&
      other.serviceId === ticket.serviceId &&
      byQueueOrder(other, place) < 0
    )
      ahead++;
  return ahead;
}

/** For staff and programs with a role: the whole ticket, with the customer's name. Never for public screens. */
export function presentTicket(state: HallState, ticket: Ticket, now: Date, estimate?: HallEstimate): TicketView {
  const { config } = state;
  const counter = (id: string | null) => config.counters.find((c) => c.id === id)?.number ?? null;
  const remaining = estimate ? estimateOf(estimate, ticket) : null;
  return {
    id: ticket.id,
    hallId: ticket.hallId,
    visitId: ticket.visitId,
    number: ticket.number,
    status: ticket.status,
    serviceCode: config.services.find((s) => s.id === ticket.serviceId)?.code ?? '',
    channel: ticket.channel,
    customerClass: ticket.customerClass,
    needs: ticket.needs,
    prepared: ticket.prepared,
    customer:
      ticket.customerName || ticket.customerPhone ? { name: ticket.customerName, phone: ticket.customerPhone } : null,
    creditSeconds: ticket.creditSeconds,
    issuedAt: ticket.issuedAt.toISOString(),
    arrivedAt: iso(ticket.arrivedAt),
    bookedFor: iso(ticket.bookedFor),
    waitingSince: iso(ticket.waitingSince),
    calledAt: iso(ticket.calledAt),
    startedAt: iso(ticket.startedAt),
    heldAt: iso(ticket.heldAt),
    holdReason: ticket.holdReason,
    completedAt: iso(ticket.completedAt),
    counterId: ticket.counterId,
    counterNumber: counter(ticket.counterId),
    targetCounterNumber: counter(ticket.targetCounterId),
    callCount: ticket.callCount,
    outcome: ticket.outcome,
    endReason: ticket.endReason,
    slip: ticket.slip,
    waitSeconds: waitSeconds(ticket, now),
    handlingSeconds: handlingSeconds(ticket, now),
    limitsCrossed: ticket.limitsCrossed,
    flaggedAt: iso(ticket.flaggedAt),
    earlyFlaggedAt: iso(ticket.earlyFlaggedAt),
    peopleAhead: peopleAhead(state, ticket),
    estimate: remaining,
  };
}

/** How many a customer who is still on his way would find ahead of him if he came in now. */
export function aheadOnArrival(state: HallState, ticket: Ticket, now: Date): number {
  return aheadOf(state, ticket, placeOnArrival(state, ticket, now));
}

function placeOnArrival(state: HallState, ticket: Ticket, now: Date): Placed {
  const limit = state.config.services.find((s) => s.id === ticket.serviceId)?.limitSeconds ?? state.config.limitSeconds;
  return { queueAt: arrivalPlace(ticket, now, limit), issueOrder: ticket.issueOrder };
}

/**
 * What a customer who is still on his way would find on arrival. Whoever stands behind his place now waits as long as he
 * would; with nobody behind it he is told what newcomers are told.
 */
function onArrival(state: HallState, ticket: Ticket, now: Date, estimate: HallEstimate) {
  const place = placeOnArrival(state, ticket, now);
  const behind = waitingInOrder(state).find(
    (other) => other.serviceId === ticket.serviceId && other.targetCounterId === null && byQueueOrder(other, place) > 0,
  );
  return {
    peopleAhead: aheadOf(state, ticket, place),
    estimate: (behind && estimateOf(estimate, behind)) ?? estimate.services.get(ticket.serviceId) ?? null,
  };
}

function mayCheckIn(config: HallConfig, at: Date, now: Date): boolean {
  return bookingTimes(at, config).checkInFrom <= now;
}

/** A booked time and its rules, while the customer is expected or has missed it. */
function bookingOf(config: HallConfig, ticket: Ticket, now: Date): CustomerTicketView['booking'] {
  if (!ticket.bookedFor || ticket.arrivedAt) return null;
  const { checkInFrom, onTimeUntil, lapsesAt, changeUntil } = bookingTimes(ticket.bookedFor, config);
  return {
    at: ticket.bookedFor.toISOString(),
    checkInFrom: checkInFrom.toISOString(),
    onTimeUntil: onTimeUntil.toISOString(),
    lapsesAt: lapsesAt.toISOString(),
    changeUntil: changeUntil.toISOString(),
    mayCheckIn: checkInFrom <= now,
    mayChange: ticket.status === 'booked' && now <= changeUntil,
  };
}

/** What the customers of a hall see alike at a moment: worked out once where many are told at once. */
export interface SharedSight {
  open: boolean;
  /** People ahead by id of the waiting ticket; see `peopleAhead`. */
  ahead: ReadonlyMap<string, number>;
}

/** @param line the waiting in order */
export function sharedSight(state: HallState, now: Date, line: readonly Ticket[]): SharedSight {
  const sofar = new Map<string, number>();
  const ahead = new Map<string, number>();
  for (const { id, serviceId } of line) {
    const before = sofar.get(serviceId) ?? 0;
    ahead.set(id, before);
    sofar.set(serviceId, before + 1);
  }
  return { open: hallOpening(state, now).open, ahead };
}

/** For the customer who holds the ticket's token: no ids, no names. */
export function presentCustomerTicket(
  state: HallState,
  ticket: Ticket,
  now: Date,
  estimate: HallEstimate,
  shared?: SharedSight,
): CustomerTicketView {
  const { config } = state;
  const service = config.services.find((s) => s.id === ticket.serviceId);
  return {
    number: ticket.number,
    status: ticket.status,
    hall: {
      slug: config.slug,
      names: config.names,
      timeZone: config.timeZone,
      hotlineNumber: config.hotlineNumber,
      open: (shared ?? hallOpening(state, now)).open,
    },
    zoneNames: config.zones.find((z) => z.id === service?.zoneId)?.names ?? null,
    service: { code: service?.code ?? '', names: service?.names ?? {} },
    papers: (service?.papers ?? []).map((paper) => ({ ...paper, ready: ticket.prepared.includes(paper.code) })),
    issuedAt: ticket.issuedAt.toISOString(),
    waitingSince: iso(ticket.waitingSince),
    waitSeconds: waitSeconds(ticket, now),
    calledAt: iso(ticket.calledAt),
    callCount: ticket.callCount,
    completedAt: iso(ticket.completedAt),
    endReason: ticket.endReason,
    counterNumber: config.counters.find((c) => c.id === ticket.counterId)?.number ?? null,
    presenceAsked: ticket.status === 'booked' && config.checkInMetres !== null,
    booking: bookingOf(config, ticket, now),
    ...(ticket.status === 'booked' && ticket.bookedFor && !mayCheckIn(config, ticket.bookedFor, now)
      ? { peopleAhead: null, estimate: null }
      : ticket.status === 'booked'
        ? onArrival(state, ticket, now, estimate)
        : {
            peopleAhead: shared ? (shared.ahead.get(ticket.id) ?? null) : peopleAhead(state, ticket),
            estimate: estimateOf(estimate, ticket),
          }),
    mayPostpone:
      ((ticket.status === 'booked' && !ticket.bookedFor) || ticket.status === 'waiting') && ticket.postponedAt === null,
  };
}

/** Waiting tickets with their place, for lists: 1 is next. */
export function waitingWithPlace(state: HallState): { ticket: Ticket; place: number }[] {
  return waitingInOrder(state).map((ticket, i) => ({ ticket, place: i + 1 }));
}
