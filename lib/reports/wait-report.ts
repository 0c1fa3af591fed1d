import { addUp, noWaitCounts, WAIT_STEPS, type WaitCounts, type WorkCounts } from './leg-summary';
import { type ServiceLevel, serviceLevelOf } from './service-level';

/** How the waits of a time were, from counts. Seconds, shares 0–1; null where nothing was counted. */
export interface WaitFigures {
  /** Waits that began and ended. */
  waits: number;
  level: ServiceLevel;
  /** Served within the goal, of the served. */
  goalShare: number | null;
  meanWaitSeconds: number | null;
  meanHandlingSeconds: number | null;
  /** Handled within the target, of the handled. */
  targetShare: number | null;
  noShow: number;
  transferred: number;
  /** Waits that crossed their limit. */
  crossed: number;
  /** Estimates: how many, mean seconds off, mean seconds longer than told, share within the promise. */
  told: number;
  errorSeconds: number | null;
  biasSeconds: number | null;
  promiseShare: number | null;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
const mean = (sum: number, count: number) => (count > 0 ? Math.round(sum / count) : null);

export function figuresOf(counts: WaitCounts, waitingPast = 0): WaitFigures {
  return {
    waits: counts.legs,
    level: serviceLevelOf({
      startedWithin: counts.startedWithin,
      startedAfter: counts.started - counts.startedWithin,
      leftBefore: counts.leftBefore,
      leftAfter: counts.leftAfter,
      waitingPast,
    }),
    goalShare: share(counts.startedWithinGoal, counts.started),
    meanWaitSeconds: mean(counts.waitSum, counts.started),
    meanHandlingSeconds: mean(counts.handlingSum, counts.handled),
    targetShare: share(counts.handledWithin, counts.handled),
    noShow: counts.noShow,
    transferred: counts.transferred,
    crossed: counts.crossed,
    told: counts.told,
    errorSeconds: mean(counts.toldErrorSum, counts.told),
    biasSeconds: mean(counts.toldBiasSum, counts.told),
    promiseShare: share(counts.toldKept, counts.told),
  };
}

/** Served customers by the length of their wait: each step up to `underSeconds`, the last one open. */
export function distributionOf(counts: WaitCounts): { underSeconds: number | null; count: number }[] {
  const steps = WAIT_STEPS.map((step) => ({ underSeconds: step as number | null, count: counts[`under${step}`] }));
  const known = steps.reduce((sum, { count }) => sum + count, 0);
  return [...steps, { underSeconds: null, count: counts.started - known }];
}

interface Hour {
  key: { serviceDay: string; weekday: number; hour: number };
  counts: WaitCounts;
}

/** The same counts by day, by hour of the day and by weekday and hour, and all together. */
export function cutsOf(hours: readonly Hour[]) {
  const by = <Key extends object>(key: (hour: Hour['key']) => Key) =>
    addUp(hours.map((hour) => ({ key: key(hour.key), counts: hour.counts })));
  return {
    total: by(() => ({}))[0]?.counts ?? noWaitCounts(),
    days: by(({ serviceDay }) => ({ serviceDay })).sort((a, b) => a.key.serviceDay.localeCompare(b.key.serviceDay)),
    hours: by(({ hour }) => ({ hour })).sort((a, b) => a.key.hour - b.key.hour),
    week: by(({ weekday, hour }) => ({ weekday, hour })).sort(
      (a, b) => a.key.weekday - b.key.weekday || a.key.hour - b.key.hour,
    ),
  };
}

export interface WorkOf {
  serviceId: string;
  counterId: string;
  staffId: string;
}

/** A clerk's (or counter's) handling beside what the same mix of services takes in the hall. */
export interface WorkFigures {
  handled: number;
  meanHandlingSeconds: number | null;
  /** What the hall's average would be for the same services. */
  expectedHandlingSeconds: number | null;
  targetShare: number | null;
  transferred: number;
  noShow: number;
}

/**
 * Compares each with the hall's own average of the same services, so that who takes the long business does not look
 * slow for it.
 */
export function workFiguresOf(
  rows: readonly { key: WorkOf; counts: WorkCounts }[],
  ofWhom: (key: WorkOf) => string,
): Map<string, WorkFigures> {
  const hall = new Map(
    addUp(rows.map(({ key, counts }) => ({ key: { serviceId: key.serviceId }, counts }))).map(({ key, counts }) => [
      key.serviceId,
      counts.handled > 0 ? counts.handlingSum / counts.handled : 0,
    ]),
  );
  const found = new Map<string, { counts: WorkCounts; expected: number }>();
  for (const { key, counts } of rows) {
    const who = ofWhom(key);
    const expected = (hall.get(key.serviceId) ?? 0) * counts.handled;
    const known = found.get(who);
    if (!known) found.set(who, { counts: { ...counts }, expected });
    else {
      for (const field of Object.keys(counts) as (keyof WorkCounts)[]) known.counts[field] += counts[field];
      known.expected += expected;
    }
  }
  return new Map(
    [...found].map(([who, { counts, expected }]) => [
      who,
      {
        handled: counts.handled,
        meanHandlingSeconds: mean(counts.handlingSum, counts.handled),
        expectedHandlingSeconds: mean(expected, counts.handled),
        targetShare: share(counts.handledWithin, counts.handled),
        transferred: counts.transferred,
        noShow: counts.noShow,
      },
    ]),
  );
}
