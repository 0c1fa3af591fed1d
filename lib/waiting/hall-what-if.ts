import { isAtWork, servedIds } from '@/lib/counters/counter-session';
import type { CounterConfig } from '@/lib/halls/hall-config';
import type { HallState } from '@/lib/halls/hall-state';
import { type QueueInputs, queueInputs } from './hall-estimate';
import { type CounterChange, type Outlook, whatIf } from './what-if';

/** A change worth looking at, and what it would do. */
export interface HallChange {
  /** `widen`: an open counter takes all its services; `move`: only those of `serviceIds`. */
  kind: CounterChange['kind'] | 'widen';
  counterId: string;
  counterNumber: number;
  /** What the counter would serve. */
  serviceIds: readonly string[];
  outlook: Outlook;
  /** Ids of tickets that would be served in time and now are not expected to be; and the other way round. */
  saved: string[];
  lost: string[];
}

export interface HallWhatIf {
  before: Outlook;
  /** The most helpful first. */
  changes: HallChange[];
}

/** An open counter that is to take only these of its services. */
export interface AskedMove {
  counterId: string;
  serviceIds: readonly string[];
}

/** Changes of each kind that are looked at: with four kinds, what the limit of time for an answer allows. */
export const MOST_OF_A_KIND = 3;

/**
 * What a manager could do now: open one of the closed counters, close one of the free or serving ones, let a counter
 * that takes some of its services take all, or let one take only a service for which many wait. Counters alike are
 * asked once.
 * @param asked in place of all these: this one move
 */
export function hallWhatIf(state: HallState, now: Date, asked?: AskedMove): HallWhatIf {
  const { queue, history }: QueueInputs = queueInputs(state, now);
  const looked = asked ? moveAsked(state, asked) : changesOf(state);
  const { before, after } = whatIf(
    queue,
    history,
    now.getTime(),
    state.version,
    looked.map(({ change }) => change),
    { limitAt: limits(state) },
  );
  const changes = looked.map(({ kind, counter, serviceIds }, i) => {
    const outlook = after[i] as Outlook;
    return {
      kind,
      counterId: counter.id,
      counterNumber: counter.number,
      serviceIds,
      outlook,
      saved: lateIn(before, outlook),
      lost: lateIn(outlook, before),
    };
  });
  const promise = ({ outlook }: HallChange) => outlook.newcomer.p90Seconds ?? Number.POSITIVE_INFINITY;
  return { before, changes: changes.sort((a, b) => promise(a) - promise(b)) };
}

/** Tickets that are rather late than not in the one, and rather in time in the other. */
function lateIn({ lateShares }: Outlook, other: Outlook): string[] {
  return [...lateShares].flatMap(([id, share]) =>
    share >= 0.5 && (other.lateShares.get(id) as number) < 0.5 ? [id] : [],
  );
}

/** When those who wait within their limit would cross it. */
function limits(state: HallState): Map<string, number> {
  const at = new Map<string, number>();
  for (const { id, status, limitsCrossed, limitDueAt } of state.tickets.values())
    if (status === 'waiting' && limitsCrossed === 0 && limitDueAt) at.set(id, limitDueAt.getTime());
  return at;
}

interface Looked {
  kind: HallChange['kind'];
  change: CounterChange;
  counter: CounterConfig;
  serviceIds: readonly string[];
}

function moved(kind: 'move' | 'widen', counter: CounterConfig, serviceIds: readonly string[]): Looked {
  return { kind, change: { kind: 'move', counterId: counter.id, serviceIds }, counter, serviceIds };
}

function moveAsked({ config }: HallState, { counterId, serviceIds }: AskedMove): Looked[] {
  return config.counters.filter(({ id }) => id === counterId).map((counter) => moved('move', counter, serviceIds));
}

function changesOf(state: HallState): Looked[] {
  const { config, sessions } = state;
  const kinds = new Map<string, Looked>();
  const add = (one: Looked, from: readonly string[] = []) => {
    const key = [one.kind, ...[...one.serviceIds].sort(), 'from', ...[...from].sort()].join(' ');
    if (!kinds.has(key)) kinds.set(key, one);
  };
  const pressed = pressure(state);
  const inNeed = config.services
    .map(({ id }) => id)
    .filter((id) => pressed(id) > 0)
    .sort((a, b) => pressed(b) - pressed(a));
  // The counters whose own services can do without them most easily are asked first.
  const others = (counter: CounterConfig, serviceId: string) => {
    const session = sessions.get(counter.id);
    const takes = session ? servedIds(session, counter.serviceIds) : [];
    return takes.filter((id) => id !== serviceId).reduce((sum, id) => sum + pressed(id), 0);
  };
  for (const counter of config.counters) {
    if (!counter.active) continue;
    const session = sessions.get(counter.id);
    if (!session) {
      const { serviceIds } = counter;
      add({ kind: 'open', change: { kind: 'open', counter: { id: counter.id, serviceIds } }, counter, serviceIds });
      continue;
    }
    // On a break, or vanished: nobody is there to make a change.
    if (!isAtWork(session)) continue;
    const serviceIds = servedIds(session, counter.serviceIds);
    add({ kind: 'close', change: { kind: 'close', counterId: counter.id }, counter, serviceIds });
    if (serviceIds.length < counter.serviceIds.length) add(moved('widen', counter, counter.serviceIds), serviceIds);
  }
  for (const service of inNeed) {
    const able = config.counters.filter(({ id, active, serviceIds }) => {
      return active && isAtWork(sessions.get(id)) && serviceIds.includes(service) && serviceIds.length > 1;
    });
    for (const counter of able.sort((a, b) => others(a, service) - others(b, service))) {
      const takes = servedIds(sessions.get(counter.id) ?? { serviceIds: null }, counter.serviceIds);
      if (takes.length > 1 || takes[0] !== service) add(moved('move', counter, [service]), takes);
    }
  }
  const all = [...kinds.values()];
  return (['open', 'widen', 'move', 'close'] as const).flatMap((kind) =>
    all.filter((one) => one.kind === kind).slice(0, MOST_OF_A_KIND),
  );
}

/** How many wait for a service, for each open counter that takes it. */
function pressure({ config, sessions, tickets }: HallState): (serviceId: string) => number {
  const waiting = new Map<string, number>();
  for (const { status, serviceId } of tickets.values())
    if (status === 'waiting') waiting.set(serviceId, (waiting.get(serviceId) ?? 0) + 1);
  const counters = new Map<string, number>();
  for (const counter of config.counters) {
    const session = sessions.get(counter.id);
    if (!isAtWork(session)) continue;
    for (const id of servedIds(session, counter.serviceIds)) counters.set(id, (counters.get(id) ?? 0) + 1);
  }
  return (id) => (waiting.get(id) ?? 0) / Math.max(0.5, counters.get(id) ?? 0);
}
