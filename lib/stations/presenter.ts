import type { HallConfig } from '@/lib/halls/hall-config';
import type { ExperienceView, StationView, TrialView } from './schema';
import type { Station, Trial } from './station';
import { isIdle, type Waiter, whomToInvite } from './whom-to-invite';

/** For staff. */
export function presentStation({ zones }: Pick<HallConfig, 'zones'>, station: Station): StationView {
  return {
    id: station.id,
    code: station.code,
    names: station.names,
    shows: station.shows,
    zoneCode: zones.find((zone) => zone.id === station.zoneId)?.code ?? null,
    state: station.state,
    stateSince: station.stateSince.toISOString(),
    fault: station.state === 'faulty' ? { words: station.faultWords ?? '', by: station.faultByName } : null,
    resetDueAt: station.resetDueAt?.toISOString() ?? null,
    resetLate: station.resetLateAt !== null,
    lastTrialAt: station.lastTrialAt?.toISOString() ?? null,
    sort: station.sort,
    active: station.active,
  };
}

export function presentTrial(trial: Trial): TrialView {
  return {
    id: trial.id,
    stationId: trial.stationId,
    at: trial.at.toISOString(),
    shown: trial.shown,
    interest: trial.interest,
    wishes: trial.wishes,
    ordered: trial.ordered,
    by: trial.byName,
  };
}

/** The zone at a glance. People are proposed only while there is an idle station for them. */
export function presentExperience(
  config: Pick<HallConfig, 'zones'>,
  facts: {
    stations: readonly Station[];
    trials: readonly Trial[];
    waiting: readonly Waiter[];
    asked: ReadonlySet<string>;
    today: ExperienceView['today'];
  },
  now: Date,
): ExperienceView {
  const idle = facts.stations.filter((station) => isIdle(station, now));
  return {
    stations: facts.stations.map((station) => presentStation(config, station)),
    idle: idle.map(({ id }) => id),
    invite: (idle.length > 0 ? whomToInvite(facts.waiting, facts.asked) : []).map((waiter) => ({
      ...waiter,
      expectedSeconds: waiter.expectedSeconds ?? 0,
    })),
    trials: facts.trials.map(presentTrial),
    today: facts.today,
  };
}
