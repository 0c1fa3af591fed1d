import { isAtWork, servedIds } from '@/lib/counters/counter-session';
import type { HallState } from '@/lib/halls/hall-state';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { type AskedMove, hallWhatIf } from './hall-what-if';
import type { WhatIfView } from './schema';
import type { Outlook } from './what-if';

const whole = (seconds: number | null) => (seconds === null ? null : Math.round(seconds));
const tenths = (people: number) => Math.round(people * 10) / 10;

/** For managers. */
export function presentWhatIf(state: HallState, now: Date, actor: Actor, asked?: AskedMove): WhatIfView {
  const { config, sessions } = state;
  const { before, changes } = hallWhatIf(state, now, asked);
  const codes = new Map(config.services.map(({ id, code }) => [id, code]));
  const codesOf = (ids: readonly string[]) => ids.flatMap((id) => codes.get(id) ?? []);
  const numbers = (ids: readonly string[]) => ids.flatMap((id) => state.tickets.get(id)?.number ?? []);
  const presentOutlook = ({ newcomer, late, lateShares, services }: Outlook) => ({
    p50Seconds: whole(newcomer.p50Seconds),
    p90Seconds: whole(newcomer.p90Seconds),
    late: tenths(late ?? 0),
    inTime: tenths(lateShares.size - (late ?? 0)),
    services: [...services].flatMap(([id, { p50Seconds, p90Seconds }]) => {
      const serviceCode = codes.get(id);
      return serviceCode ? [{ serviceCode, p50Seconds: whole(p50Seconds), p90Seconds: whole(p90Seconds) }] : [];
    }),
  });
  const mayWork = permits(actor, 'counter.work', config.id);
  const ownCounter = mayWork
    ? [...sessions.values()].find(({ actorRef: ref }) => ref === actorRef(actor))?.counterId
    : undefined;
  const clerkAt = (counterId: string) => {
    const session = sessions.get(counterId);
    return session ? { name: session.clerkName } : null;
  };
  return {
    at: now.toISOString(),
    before: presentOutlook(before),
    mayOpen: mayWork && ownCounter === undefined,
    changes: changes.map(({ kind, counterId, counterNumber, serviceIds, outlook, saved, lost }) => ({
      kind,
      counterId,
      counterNumber,
      serviceCodes: codesOf(serviceIds),
      saved: numbers(saved),
      lost: numbers(lost),
      clerk: clerkAt(counterId),
      mine: counterId === ownCounter,
      ...presentOutlook(outlook),
    })),
    movable: config.counters.flatMap((counter) => {
      const session = sessions.get(counter.id);
      if (!counter.active || !isAtWork(session)) return [];
      return [
        {
          counterNumber: counter.number,
          serviceCodes: codesOf(counter.serviceIds),
          takes: codesOf(servedIds(session, counter.serviceIds)),
        },
      ];
    }),
  };
}
