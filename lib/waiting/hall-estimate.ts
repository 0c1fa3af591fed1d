import { servedIds } from '@/lib/counters/counter-session';
import { hallOpening } from '@/lib/halls/hall-opening';
import type { HallState } from '@/lib/halls/hall-state';
import { atCounter, RECENT_MS, waitingInOrder } from '@/lib/halls/hall-state';
import { localTime } from '@/lib/halls/service-day';
import type { Ticket } from '@/lib/tickets/ticket';
import { comingCustomers } from './coming-customers';
import { type CounterState, estimateWaits, type HallHistory, type QueueState } from './estimate';
import { hallHistory, type LearnedHall } from './hall-history';
import { pauseKind, pauseLength, pausesToCome } from './pause-length';
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
  const { history: usual, speeds } = learned(state, now);
  const history = { ...usual, pauses: pausesToCome(state.pauses) };
  return { queue: { tickets, counters: counters(state, speeds), closesAt }, history };
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

function counters(state: HallState, speeds: ReadonlyMap<string, number>): CounterState[] {
  return state.config.counters.flatMap((counter): CounterState[] => {
    const session = state.sessions.get(counter.id);
    if (!session) return [];
    const customer = atCounter(state, counter.id);
    const serviceIds = servedIds(session, counter.serviceIds);
    const speed = (session.staffId && speeds.get(session.staffId)) || 1;
    const here = { id: counter.id, serviceIds, speed };
    if (session.state === 'paused' || session.silentAt) {
      const since = (session.pausedAt ?? session.openedAt).getTime();
      // Nobody knows whether a clerk who has vanished comes back.
      const kind = session.silentAt ? null : pauseKind(session.pauseReason);
      const pauseLasts = kind === null ? null : pauseLength(kind, state.pauses.get(kind)?.stats);
      const pausedUntil = kind === null ? null : (session.pauseEndsAt?.getTime() ?? null);
      return [{ ...here, state: 'paused', since, pausedUntil, pauseLasts }];
    }
    if (!customer) return [{ ...here, state: 'open', since: session.openedAt.getTime() }];
    const serving = customer.status === 'serving';
    return [
      {
        ...here,
        state: serving ? 'serving' : 'called',
        since: ((serving ? customer.startedAt : customer.calledAt) ?? session.openedAt).getTime(),
        servingServiceId: customer.serviceId,
      },
    ];
  });
}

/** What the hall has learned of its services on the whole, whatever the day and hour: for plans. */
export function usualHistory({ config, learned }: Pick<HallState, 'config' | 'learned'>): HallHistory {
  return hallHistory({
    handlingTargetSeconds: config.handlingTargetSeconds,
    services: config.services.map(({ id, handlingTargetSeconds }) => ({
      serviceId: id,
      handlingTargetSeconds,
      today: [],
    })),
    learned,
    hour: null,
    staffIds: [],
    noShowSeconds: config.noShowSeconds,
  }).history;
}

/** What the hall has learned of handling and leaving, and who comes at this time of day. */
function learned(state: HallState, now: Date): LearnedHall {
  const { config } = state;
  // All who came within that time are still at hand, also those who have left.
  const since = now.getTime() - RECENT_MS;
  const came = [...state.tickets.values()].filter((t) => t.arrivedAt && t.arrivedAt.getTime() >= since);
  const coming = comingCustomers(came, RECENT_MS / 1000);
  const today = new Map<string, number[]>(config.services.map(({ id }) => [id, []]));
  for (const { serviceId, handlingSeconds, ending } of state.legs)
    if (handlingSeconds !== null && ending !== 'closedByRule') today.get(serviceId)?.push(handlingSeconds);
  return hallHistory({
    handlingTargetSeconds: config.handlingTargetSeconds,
    services: config.services.map((s) => ({
      serviceId: s.id,
      handlingTargetSeconds: s.handlingTargetSeconds,
      today: today.get(s.id) ?? [],
      arrivals: coming.get(s.id),
    })),
    learned: state.learned,
    hour: Math.floor(localTime(now, config.timeZone).secondOfDay / 3600),
    staffIds: [...state.sessions.values()].flatMap(({ staffId }) => staffId ?? []),
    noShowSeconds: config.noShowSeconds,
  });
}
