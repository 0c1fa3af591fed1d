import { servedIds } from '@/lib/counters/counter-session';
import type { CounterConfig } from '@/lib/halls/hall-config';
import type { HallState } from '@/lib/halls/hall-state';
import { type QueueInputs, queueInputs } from './hall-estimate';
import { type CounterChange, type Outlook, whatIf } from './what-if';

/** A change worth looking at, and what it would do. */
export interface HallChange {
  kind: CounterChange['kind'];
  counterNumber: number;
  /** What the counter would serve. */
  serviceIds: readonly string[];
  outlook: Outlook;
}

export interface HallWhatIf {
  before: Outlook;
  /** The most helpful first. */
  changes: HallChange[];
}

/** Counters that serve the same are alike: one of them stands for all. */
const MOST_OF_A_KIND = 3;

/**
 * What a manager could do now: open one of the closed counters, close one of the free or serving ones, or let a
 * counter that takes some of its services take all. Counters alike are asked once.
 */
export function hallWhatIf(state: HallState, now: Date): HallWhatIf {
  const { queue, history }: QueueInputs = queueInputs(state, now);
  const asked = changesOf(state);
  const { before, after } = whatIf(
    queue,
    history,
    now.getTime(),
    state.version,
    asked.map((change) => change.change),
    { limitAt: limits(state) },
  );
  const changes = asked.map(({ change, counter, serviceIds }, i) => ({
    kind: change.kind,
    counterNumber: counter.number,
    serviceIds,
    outlook: after[i] as Outlook,
  }));
  const promise = ({ outlook }: HallChange) => outlook.newcomer.p90Seconds ?? Number.POSITIVE_INFINITY;
  return { before, changes: changes.sort((a, b) => promise(a) - promise(b)) };
}

/** When those who wait within their limit would cross it. */
function limits(state: HallState): Map<string, number> {
  const at = new Map<string, number>();
  for (const { id, status, limitsCrossed, limitDueAt } of state.tickets.values())
    if (status === 'waiting' && limitsCrossed === 0 && limitDueAt) at.set(id, limitDueAt.getTime());
  return at;
}

interface Asked {
  change: CounterChange;
  counter: CounterConfig;
  serviceIds: readonly string[];
}

function changesOf({ config, sessions }: HallState): Asked[] {
  const kinds = new Map<string, Asked[]>();
  const add = (one: Asked) => {
    const key = `${one.change.kind} ${[...one.serviceIds].sort().join(' ')}`;
    if (!kinds.has(key)) kinds.set(key, [one]);
  };
  for (const counter of config.counters) {
    if (!counter.active) continue;
    const session = sessions.get(counter.id);
    if (!session) {
      const serviceIds = counter.serviceIds;
      add({ change: { kind: 'open', counter: { id: counter.id, serviceIds } }, counter, serviceIds });
      continue;
    }
    if (session.state !== 'open') continue;
    const serviceIds = servedIds(session, counter.serviceIds);
    add({ change: { kind: 'close', counterId: counter.id }, counter, serviceIds });
    if (serviceIds.length < counter.serviceIds.length)
      add({
        change: { kind: 'move', counterId: counter.id, serviceIds: counter.serviceIds },
        counter,
        serviceIds: counter.serviceIds,
      });
  }
  const all = [...kinds.values()].flat();
  return (['open', 'move', 'close'] as const).flatMap((kind) =>
    all.filter(({ change }) => change.kind === kind).slice(0, MOST_OF_A_KIND),
  );
}
