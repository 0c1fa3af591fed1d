import { type CounterState, type EstimateOptions, type HallHistory, type QueueState, sampleWaits } from './estimate';
import { summariseWaits, type WaitEstimate } from './wait-sample';

/** A change that a manager could make now. */
export type CounterChange =
  | { kind: 'open'; counter: { id: string; serviceIds: readonly string[]; speed?: number } }
  /** Who is served there is served to the end. */
  | { kind: 'close'; counterId: string }
  | { kind: 'move'; counterId: string; serviceIds: readonly string[] };

export type Outlook = {
  /** Wait of whoever comes now, over all services, each as often as its customers come. */
  newcomer: WaitEstimate;
  /** By service id. */
  services: Map<string, WaitEstimate>;
  /** Tickets waiting now that are expected not to start in time, by the `limitAt` of each; null without limits. */
  late: number | null;
  /** By id of each ticket with a limit: the share of futures in which it is not started in time, 0 to 1. */
  lateShares: Map<string, number>;
};

export type WhatIf = {
  before: Outlook;
  /** In the order of the changes asked for, each made alone. */
  after: Outlook[];
};

export type WhatIfOptions = EstimateOptions & {
  /** By ticket id: when the ticket crosses its limit, milliseconds since 1970. */
  limitAt?: ReadonlyMap<string, number>;
};

/**
 * What each change would do to the waits, from the present state. Each meets the same customers with the same
 * business, so that what differs is the change and not luck.
 */
export function whatIf(
  state: QueueState,
  history: HallHistory,
  now: number,
  seed: number,
  changes: readonly CounterChange[],
  options: WhatIfOptions = {},
): WhatIf {
  const look = (counters: readonly CounterState[]) => outlook({ ...state, counters }, history, now, seed, options);
  return {
    before: look(state.counters),
    after: changes.map((change) => look(withChange(state.counters, change, now))),
  };
}

function withChange(counters: readonly CounterState[], change: CounterChange, now: number): CounterState[] {
  switch (change.kind) {
    case 'open': {
      const opened: CounterState = {
        ...change.counter,
        state: 'open',
        // Ready at once: it did not just finish with somebody.
        since: 0,
      };
      return [...counters.filter((counter) => counter.id !== opened.id), opened];
    }
    case 'close':
      return counters.map((counter) => (counter.id === change.counterId ? { ...counter, closesAt: now } : counter));
    case 'move':
      return counters.map((counter) =>
        counter.id === change.counterId ? { ...counter, serviceIds: change.serviceIds } : counter,
      );
  }
}

function outlook(
  state: QueueState,
  history: HallHistory,
  now: number,
  seed: number,
  { futures, limitAt }: WhatIfOptions,
): Outlook {
  const sampled = sampleWaits(state, history, now, seed, { futures });
  const newcomers = sampled.filter(({ ticketId }) => ticketId === null);
  const rates = new Map(
    history.services.map(({ serviceId, arrivals = [] }) => [
      serviceId,
      arrivals.reduce((sum, { perHour }) => sum + perHour, 0),
    ]),
  );
  const newcomer = mixed(newcomers.map(({ serviceId, waits }) => ({ waits, weight: rates.get(serviceId) ?? 0 })));
  const lateShares = new Map<string, number>();
  for (const { ticketId, waits } of sampled) {
    const limit = ticketId === null ? undefined : limitAt?.get(ticketId);
    if (limit === undefined) continue;
    lateShares.set(ticketId as string, waits.filter((wait) => now + wait * 1000 > limit).length / waits.length);
  }
  return {
    newcomer,
    services: new Map(newcomers.map(({ serviceId, waits }) => [serviceId, summariseWaits(waits)])),
    late: limitAt === undefined ? null : [...lateShares.values()].reduce((sum, share) => sum + share, 0),
    lateShares,
  };
}

/** One sample for all services, each taking part by its weight; alike where no weight is known. */
function mixed(parts: readonly { waits: Float64Array; weight: number }[]): WaitEstimate {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const size = parts[0]?.waits.length ?? 0;
  const together: number[] = [];
  for (const { waits, weight } of parts) {
    const share = total > 0 ? weight / total : 1 / parts.length;
    const taken = Math.round(share * size * parts.length);
    // Spread evenly over the futures, and through them again where a service takes more than its number of them.
    for (let i = 0; i < taken; i += 1) together.push(waits[Math.floor(((i + 0.5) * size) / taken)] as number);
  }
  if (together.length === 0) return { p50Seconds: null, p90Seconds: null, meanSeconds: null };
  return summariseWaits(Float64Array.from(together));
}
