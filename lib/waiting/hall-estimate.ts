import { servedIds } from '@/lib/counters/counter-session';
import { hallOpening } from '@/lib/halls/hall-opening';
import type { HallState } from '@/lib/halls/hall-state';
import { atCounter, RECENT_MS, waitingInOrder } from '@/lib/halls/hall-state';
import type { Ticket, TicketLeg } from '@/lib/tickets/ticket';
import { comingCustomers } from './coming-customers';
import { type CounterState, estimateWaits, type HallHistory, type QueueState } from './estimate';
import { hallHistory } from './hall-history';
import type { HandlingStats } from './handling-stats';
import { emptyLeavingStats, observeEnding } from './leaving-stats';
import { correctPromise, type PromiseCorrection } from './promise-correction';

/** Remaining wait: middle (half wait less) and promise (nine of ten wait less), whole seconds. */
export interface WaitEstimate {
  p50Seconds: number;
  p90Seconds: number;
}

export interface HallEstimate {
  /** Version of the hall that was estimated. */
  version: number;
  /** Remaining wait of each waiting ticket; missing when it cannot be known: no counter that is there takes it. */
  tickets: Map<string, WaitEstimate>;
  /** Wait of somebody without credit who takes a number now, by service id; missing likewise. */
  services: Map<string, WaitEstimate>;
}

/**
 * The remaining wait of a ticket. One that is newer than the estimate gets what somebody who comes now would be told,
 * unless it has credit: that is then not known yet.
 */
export function estimateOf(estimate: HallEstimate, ticket: Ticket): WaitEstimate | null {
  if (ticket.status !== 'waiting') return null;
  const own = estimate.tickets.get(ticket.id);
  if (own) return own;
  return ticket.creditSeconds === 0 && ticket.targetCounterId === null
    ? (estimate.services.get(ticket.serviceId) ?? null)
    : null;
}

interface Remembered {
  at: number;
  estimate: HallEstimate;
}

// One estimate serves all views of a push, and the pushes of a busy second.
const remembered = new WeakMap<HallState, Remembered>();
/** An estimate of an unchanged hall is good this long: what is left to wait has only become a little less. */
const SAME_VERSION_MS = 5000;

/**
 * The wait of everybody in a hall, by playing it forward (see estimate.ts).
 * @param maxAgeMs an estimate of an earlier version that is not older than this will do: what must be quick takes the
 * last one and lets it be refreshed behind its back.
 */
export function estimateHall(state: HallState, now: Date, maxAgeMs = 0): HallEstimate {
  const known = remembered.get(state);
  const age = known ? now.getTime() - known.at : Number.POSITIVE_INFINITY;
  const goodFor = known?.estimate.version === state.version ? SAME_VERSION_MS : maxAgeMs;
  if (known && age >= 0 && age < goodFor) return known.estimate;
  const estimate = estimateNow(state, now);
  remembered.set(state, { at: now.getTime(), estimate });
  return estimate;
}

/** The hall as the simulation wants it. */
export interface QueueInputs {
  queue: QueueState;
  history: HallHistory;
}

export function queueInputs(state: HallState, now: Date): QueueInputs {
  const tickets = waitingInOrder(state).map((t) => ({
    id: t.id,
    serviceId: t.serviceId,
    queueAt: (t.queueAt ?? t.issuedAt).getTime(),
    issuedSeq: t.issueOrder,
    targetCounterId: t.targetCounterId,
  }));
  const hours = hallOpening(state, now);
  const closesAt = hours.open && hours.nextChange && !hours.nextChange.opens ? hours.nextChange.at.getTime() : null;
  return { queue: { tickets, counters: counters(state), closesAt }, history: history(state, now) };
}

function estimateNow(state: HallState, now: Date): HallEstimate {
  const inputs = queueInputs(state, now);
  // The same version gives the same numbers: a screen that is drawn again does not flicker.
  const waits = estimateWaits(inputs.queue, inputs.history, now.getTime(), state.version);
  const { correction } = state.promises;
  return {
    version: state.version,
    tickets: known(waits.tickets, correction),
    services: known(waits.services, correction),
  };
}

function known(
  estimates: Map<string, { p50Seconds: number | null; p90Seconds: number | null }>,
  correction: PromiseCorrection,
): Map<string, WaitEstimate> {
  const found = new Map<string, WaitEstimate>();
  for (const [id, { p50Seconds, p90Seconds }] of estimates)
    if (p50Seconds !== null && p90Seconds !== null)
      found.set(id, {
        p50Seconds: Math.round(p50Seconds),
        p90Seconds: Math.round(60 * correctPromise(p50Seconds / 60, p90Seconds / 60, correction)),
      });
  return found;
}

function counters(state: HallState): CounterState[] {
  return state.config.counters.flatMap((counter): CounterState[] => {
    const session = state.sessions.get(counter.id);
    if (!session) return [];
    const customer = atCounter(state, counter.id);
    const serviceIds = servedIds(session, counter.serviceIds);
    if (session.state === 'paused' || session.silentAt)
      return [{ id: counter.id, serviceIds, state: 'paused', since: (session.pausedAt ?? session.openedAt).getTime() }];
    if (!customer) return [{ id: counter.id, serviceIds, state: 'open', since: session.openedAt.getTime() }];
    const serving = customer.status === 'serving';
    return [
      {
        id: counter.id,
        serviceIds,
        state: serving ? 'serving' : 'called',
        since: ((serving ? customer.startedAt : customer.calledAt) ?? session.openedAt).getTime(),
        servingServiceId: customer.serviceId,
      },
    ];
  });
}

/** Before a hall has data: from the call to the start, and from one customer to the next call. */
const CALL_SECONDS = 20;
const GAP_SECONDS = 10;
/** How many customers' worth the usual time from call to start counts. */
const CALL_WEIGHT = 10;

/** What the hall has learned of handling; what today tells of leaving, the way from call to start and who comes. */
function history(state: HallState, now: Date): HallHistory {
  const { config } = state;
  // All who came within that time are still at hand, also those who have left.
  const since = now.getTime() - RECENT_MS;
  const came = [...state.tickets.values()].filter((t) => t.arrivedAt && t.arrivedAt.getTime() >= since);
  const coming = comingCustomers(came, RECENT_MS / 1000);
  const leaving = new Map(config.services.map((s) => [s.id, emptyLeavingStats()]));
  let callSeconds = CALL_SECONDS * CALL_WEIGHT;
  let calls = CALL_WEIGHT;
  for (const leg of state.legs) {
    const stats = leaving.get(leg.serviceId);
    const end = endOf(leg);
    if (stats && end) leaving.set(leg.serviceId, observeEnding(stats, { waitSeconds: leg.waitSeconds, end }));
    if (leg.calledAt && leg.startedAt) {
      callSeconds += Math.min(300, (leg.startedAt.getTime() - leg.calledAt.getTime()) / 1000);
      calls++;
    }
  }
  return hallHistory({
    handlingTargetSeconds: config.handlingTargetSeconds,
    handling: null,
    services: config.services.map((s) => ({
      serviceId: s.id,
      handlingTargetSeconds: s.handlingTargetSeconds,
      handling: (state.handling.get(s.id) as HandlingStats | undefined) ?? null,
      leaving: leaving.get(s.id) ?? null,
      arrivals: coming.get(s.id),
    })),
    callSeconds: callSeconds / calls,
    gapSeconds: GAP_SECONDS,
    noShowSeconds: config.noShowSeconds,
  });
}

function endOf(leg: TicketLeg): 'served' | 'noShow' | 'left' | null {
  if (leg.startedAt) return 'served';
  if (leg.ending === 'noShow') return 'noShow';
  return leg.ending === 'cancelled' ? 'left' : null;
}
