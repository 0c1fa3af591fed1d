import type { HallHistory, ServiceHistory } from './estimate';
import { hallHandling } from './handling-stats';
import { ALL_HOURS, ALL_STAFF, type Learned, type LearnedStats, learnedName, NOTHING_LEARNED } from './learned';
import { addLeaving, NO_LEAVING, noShowProbability, patienceSeconds } from './leaving-stats';

export type KnownService = {
  serviceId: string;
  handlingTargetSeconds: number;
  /** Handling times finished today, in seconds. */
  today: readonly number[];
  /** Rates of this time of day, one entry a class of customers. */
  arrivals?: ServiceHistory['arrivals'];
};

export type KnownHall = {
  handlingTargetSeconds: number;
  services: readonly KnownService[];
  /** By `learnedName`. */
  learned: ReadonlyMap<string, Learned<LearnedStats>>;
  /** Of the hall's clock, 0–23; null: as it is on the whole. */
  hour: number | null;
  /** Ids of the clerks at counters. */
  staffIds: readonly string[];
  noShowSeconds: number;
};

/** Before a hall has data: from the call to the start, and how many customers' worth that counts. */
const CALL_SECONDS = 20;
const CALL_WEIGHT = 10;
/** Likewise from one customer's end to the next call. */
const GAP_SECONDS = 10;
const GAP_WEIGHT = 10;

export type LearnedHall = {
  history: HallHistory;
  /** By id of the clerk; 1 is usual, 2 handles twice as fast. */
  speeds: ReadonlyMap<string, number>;
};

/** What the estimate needs to know of the past, from what was learned; sensible from the first minute of a new hall. */
export function hallHistory(hall: KnownHall): LearnedHall {
  const stats = (serviceId: string, hour: number, staffId: string) =>
    hall.learned.get(learnedName({ serviceId, hour, staffId }))?.stats ?? NOTHING_LEARNED;
  const known = hall.services.map((service) => ({
    ...service,
    all: stats(service.serviceId, ALL_HOURS, ALL_STAFF),
    ofHour: hall.hour === null ? NOTHING_LEARNED : stats(service.serviceId, hall.hour, ALL_STAFF),
  }));
  const handling = hallHandling(
    known.map(({ serviceId, handlingTargetSeconds, all, ofHour, today }) => ({
      targetSeconds: handlingTargetSeconds,
      all: all.handling,
      hour: ofHour.handling,
      clerks: new Map(hall.staffIds.map((id) => [id, stats(serviceId, ALL_HOURS, id).handling])),
      today,
    })),
    hall.handlingTargetSeconds,
  );
  const leaving = known.reduce((sum, { all }) => addLeaving(sum, all.leaving), NO_LEAVING);
  const calls = known.reduce((sum, { all }) => sum + all.call[0], CALL_WEIGHT);
  const callSeconds = known.reduce((sum, { all }) => sum + all.call[1], CALL_WEIGHT * CALL_SECONDS);
  const gaps = known.reduce((sum, { all }) => sum + (all.gap?.[0] ?? 0), GAP_WEIGHT);
  const gapSeconds = known.reduce((sum, { all }) => sum + (all.gap?.[1] ?? 0), GAP_WEIGHT * GAP_SECONDS);
  return {
    history: {
      callSeconds: callSeconds / calls,
      gapSeconds: gapSeconds / gaps,
      noShowSeconds: hall.noShowSeconds,
      services: known.map(({ serviceId, all, ofHour, arrivals }, i) => {
        const { meanSeconds, sdSeconds, weight } = handling.services[i] as (typeof handling.services)[number];
        const circles = [leaving, all.leaving, ofHour.leaving];
        return {
          serviceId,
          handling: { kind: 'logNormal', mean: meanSeconds, sd: sdSeconds },
          handlingWeight: weight,
          noShowProbability: noShowProbability(circles),
          patienceSeconds: patienceSeconds(circles),
          arrivals,
        };
      }),
    },
    speeds: handling.speeds,
  };
}
