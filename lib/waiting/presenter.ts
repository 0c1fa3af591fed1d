import type { HallState } from '@/lib/halls/hall-state';
import { hallWhatIf } from './hall-what-if';
import type { WhatIfView } from './schema';
import type { Outlook } from './what-if';

const whole = (seconds: number | null) => (seconds === null ? null : Math.round(seconds));

function presentOutlook({ newcomer, late }: Outlook) {
  return {
    p50Seconds: whole(newcomer.p50Seconds),
    p90Seconds: whole(newcomer.p90Seconds),
    late: Math.round((late ?? 0) * 10) / 10,
  };
}

/** For managers. */
export function presentWhatIf(state: HallState, now: Date): WhatIfView {
  const { before, changes } = hallWhatIf(state, now);
  const codes = new Map(state.config.services.map(({ id, code }) => [id, code]));
  return {
    at: now.toISOString(),
    before: presentOutlook(before),
    changes: changes.map(({ kind, counterNumber, serviceIds, outlook }) => ({
      kind,
      counterNumber,
      serviceCodes: serviceIds.flatMap((id) => codes.get(id) ?? []),
      ...presentOutlook(outlook),
    })),
  };
}
