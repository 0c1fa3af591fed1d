import type { OpenSpan } from '@/lib/halls/hall-config';
import { seconds } from '@/lib/halls/opening-hours';
import type { HandlingDistribution } from '@/lib/simulation/handling-distribution';
import type { HallHistory, ServiceHistory } from '@/lib/waiting/estimate';
import type { SkilledDemand } from '@/lib/waiting/skilled-day';
import { type ArrivalDay, arrivalRates, type StaffingDemand } from '@/lib/waiting/staffing';
import { HALF_HOURS, STEP_SECONDS } from './schema';

/** Waits that began in a half hour of a past day. */
export interface ArrivalRow {
  serviceDay: string;
  halfHour: number;
  arrivals: number;
}

/** Customers of past days together, by service: over the day, and in each half hour. */
export type ServiceMix = ReadonlyMap<string, { all: number; halfHours: readonly number[] }>;

export function serviceMix(rows: readonly { serviceId: string; halfHour: number; arrivals: number }[]): ServiceMix {
  const mix = new Map<string, { all: number; halfHours: number[] }>();
  for (const { serviceId, halfHour, arrivals } of rows) {
    const known = mix.get(serviceId) ?? { all: 0, halfHours: Array(HALF_HOURS).fill(0) as number[] };
    known.all += arrivals;
    known.halfHours[halfHour] = (known.halfHours[halfHour] ?? 0) + arrivals;
    mix.set(serviceId, known);
  }
  return mix;
}

/** What a manager has said for a weekday. */
export interface IntendedStaffing {
  /** Counters for each half hour from midnight on. */
  counters: number[];
  at: Date;
}

/** A day counts half after so many days: weeks differ, and a hall's custom changes. */
const HALF_AFTER_DAYS = 42;

/** Days for `arrivalRates`, by half hours from midnight. A day without anybody was no day of business. */
export function arrivalDays(rows: readonly ArrivalRow[], today: string): ArrivalDay[] {
  const days = new Map<string, number[]>();
  for (const { serviceDay, halfHour, arrivals } of rows) {
    let counts = days.get(serviceDay);
    if (!counts) {
      counts = Array(HALF_HOURS).fill(0) as number[];
      days.set(serviceDay, counts);
    }
    counts[halfHour] = (counts[halfHour] ?? 0) + arrivals;
  }
  return [...days].map(([day, counts]) => ({
    weekday: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7,
    counts,
    weight: 0.5 ** ((Date.parse(today) - Date.parse(day)) / 86_400_000 / HALF_AFTER_DAYS),
  }));
}

/** In which half hours a hall is open for at least a moment. */
export function openHalfHours(spans: readonly OpenSpan[]): boolean[] {
  return Array.from({ length: HALF_HOURS }, (_, i) =>
    spans.some(({ opens, closes }) => seconds(opens) < (i + 1) * STEP_SECONDS && seconds(closes) > i * STEP_SECONDS),
  );
}

export interface DayDemand {
  demand: StaffingDemand;
  /** Half hour of the demand's first step. */
  first: number;
  open: boolean[];
}

/**
 * What a weekday asks for: from the first half hour in which the hall is open or somebody is expected to the last. Fewer
 * than one customer in ten such half hours outside the hours is nobody. Null: closed, and nobody comes.
 */
export function dayDemand(
  days: readonly ArrivalDay[],
  weekday: number,
  spans: readonly OpenSpan[],
  history: HallHistory,
  mix: ServiceMix,
): DayDemand | null {
  const open = openHalfHours(spans);
  const rates = arrivalRates(days, weekday, STEP_SECONDS) ?? Array(HALF_HOURS).fill(0);
  const perHour = open.map((isOpen, i) =>
    isOpen || (rates[i] ?? 0) * (STEP_SECONDS / 3600) >= 0.1 ? (rates[i] ?? 0) : 0,
  );
  const busy = perHour.map((rate, i) => open[i] === true || rate > 0);
  const first = busy.indexOf(true);
  if (first < 0) return null;
  const last = busy.lastIndexOf(true);
  return {
    first,
    open: open.slice(first, last + 1),
    demand: {
      from: first * STEP_SECONDS,
      stepSeconds: STEP_SECONDS,
      perHour: perHour.slice(first, last + 1),
      ...mixed(history, mix),
      callSeconds: history.callSeconds,
      gapSeconds: history.gapSeconds,
      noShowSeconds: history.noShowSeconds,
    },
  };
}

type Mixed = Pick<StaffingDemand, 'handling' | 'meanHandlingSeconds' | 'patienceSeconds' | 'noShowProbability'>;

/** How many came for each service; one for each where nobody came yet. */
function weights(services: readonly ServiceHistory[], mix: ServiceMix): (service: ServiceHistory) => number {
  const known = services.some(({ serviceId }) => (mix.get(serviceId)?.all ?? 0) > 0);
  return ({ serviceId }) => (known ? (mix.get(serviceId)?.all ?? 0) : 1);
}

/** As many customers as the mix of the whole day counts against that of one half hour. */
const DAY_MIX_WEIGHT = 20;

/** The same day with its services apart, in the order of the history: what each half hour brings is shared as it was. */
export function skilledDemand({ demand, first }: DayDemand, history: HallHistory, mix: ServiceMix): SkilledDemand {
  const { services } = history;
  const { from, stepSeconds, callSeconds, gapSeconds, noShowSeconds, perHour } = demand;
  const weightOf = weights(services, mix);
  const total = services.reduce((sum, service) => sum + weightOf(service), 0);
  const came = (serviceId: string, step: number) => mix.get(serviceId)?.halfHours[first + step] ?? 0;
  const shareOf = (service: ServiceHistory, step: number) => {
    const all = services.reduce((sum, { serviceId }) => sum + came(serviceId, step), 0);
    const usual = total > 0 ? weightOf(service) / total : 0;
    return (came(service.serviceId, step) + DAY_MIX_WEIGHT * usual) / (all + DAY_MIX_WEIGHT);
  };
  return {
    from,
    stepSeconds,
    callSeconds,
    gapSeconds,
    noShowSeconds,
    services: services.map((service) => ({
      handling: service.handling,
      meanHandlingSeconds: moments(service.handling).mean,
      patienceSeconds: service.patienceSeconds ?? null,
      noShowProbability: service.noShowProbability ?? 0,
      perHour: perHour.map((rate, step) => rate * shareOf(service, step)),
    })),
  };
}

/** All services as one, each by how many come for it; alike where nobody came yet. */
function mixed({ services }: HallHistory, mix: ServiceMix): Mixed {
  const weightOf = weights(services, mix);
  const total = services.reduce((sum, service) => sum + weightOf(service), 0);
  const mean = (value: (service: ServiceHistory) => number) =>
    total > 0 ? services.reduce((sum, service) => sum + weightOf(service) * value(service), 0) / total : 0;
  const meanHandlingSeconds = mean(({ handling }) => moments(handling).mean);
  const squares = mean(({ handling }) => moments(handling).mean ** 2 + moments(handling).sd ** 2);
  const handling: HandlingDistribution = {
    kind: 'logNormal',
    mean: meanHandlingSeconds,
    sd: Math.sqrt(Math.max(0, squares - meanHandlingSeconds ** 2)),
  };
  const leaving = mean(({ patienceSeconds }) => (patienceSeconds ? 1 / patienceSeconds : 0));
  return {
    handling,
    meanHandlingSeconds,
    patienceSeconds: leaving > 0 ? 1 / leaving : null,
    noShowProbability: mean(({ noShowProbability }) => noShowProbability ?? 0),
  };
}

function moments(handling: HandlingDistribution): { mean: number; sd: number } {
  if (handling.kind === 'logNormal') return handling;
  if (handling.kind === 'exponential') return { mean: handling.mean, sd: handling.mean };
  const mean = handling.values.reduce((sum, value) => sum + value, 0) / handling.values.length;
  return { mean, sd: Math.sqrt(handling.values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / handling.values.length) };
}
