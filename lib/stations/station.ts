import type { Localized, LocalizedText } from '@/lib/core/localized';

export const STATION_STATES = ['working', 'faulty', 'resetting'] as const;
export type StationState = (typeof STATION_STATES)[number];

export interface Station {
  id: string;
  hallId: string;
  code: string;
  names: Localized;
  shows: LocalizedText;
  zoneId: string | null;
  state: StationState;
  stateSince: Date;
  faultWords: string | null;
  faultByName: string | null;
  resetDueAt: Date | null;
  resetLateAt: Date | null;
  lastTrialAt: Date | null;
  talliedAt: Date;
  sort: number;
  active: boolean;
}

export interface Trial {
  id: string;
  hallId: string;
  serviceDay: string;
  at: Date;
  stationId: string;
  shown: string | null;
  interest: number;
  wishes: string | null;
  ordered: boolean;
  ticketId: string | null;
  visitId: string | null;
  byRef: string;
  byName: string | null;
}

/** After a trial the station is made ready for the next person within this time. */
export const RESET_SECONDS = 10 * 60;

/** Interest of this much and more is worth an order: the order is asked for. */
export const KEEN = 4;
