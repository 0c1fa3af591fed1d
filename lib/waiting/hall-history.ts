import type { HallHistory, ServiceHistory } from './estimate';
import { type HandlingStats, shrunkHandling } from './handling-stats';
import { type LeavingStats, noShowProbability, patienceSeconds } from './leaving-stats';

export type LearnedService = {
  serviceId: string;
  handlingTargetSeconds: number;
  handling: HandlingStats | null;
  leaving: LeavingStats | null;
  /** Rates of this time of day, one entry a class of customers. */
  arrivals?: ServiceHistory['arrivals'];
};

export type LearnedHall = {
  handlingTargetSeconds: number;
  handling: HandlingStats | null;
  services: readonly LearnedService[];
  callSeconds: number;
  gapSeconds: number;
  noShowSeconds: number;
};

/** What the estimate needs to know of the past, from what was learned; sensible from the first minute of a new hall. */
export function hallHistory(hall: LearnedHall): HallHistory {
  return {
    callSeconds: hall.callSeconds,
    gapSeconds: hall.gapSeconds,
    noShowSeconds: hall.noShowSeconds,
    services: hall.services.map((service) => {
      const shrunk = shrunkHandling(service.handling, hall.handling, {
        serviceSeconds: service.handlingTargetSeconds,
        hallSeconds: hall.handlingTargetSeconds,
      });
      return {
        serviceId: service.serviceId,
        handling: { kind: 'logNormal', mean: shrunk.meanSeconds, sd: shrunk.sdSeconds },
        handlingWeight: shrunk.weight,
        noShowProbability: noShowProbability(service.leaving),
        patienceSeconds: patienceSeconds(service.leaving),
        arrivals: service.arrivals,
      };
    }),
  };
}
