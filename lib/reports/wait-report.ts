import { addUp, ERROR_STEPS, noWaitCounts, WAIT_STEPS, type WaitCounts } from './leg-summary';
import { quantileOf } from './quantile';
import { type ServiceLevel, serviceLevelOf } from './service-level';

/** How the waits of a time were, from counts. Seconds, shares 0–1; null where nothing was counted. */
export interface WaitFigures {
  /** Waits that began and ended. */
  waits: number;
  level: ServiceLevel;
  /** Served within the goal, of the served. */
  goalShare: number | null;
  meanWaitSeconds: number | null;
  handled: number;
  meanHandlingSeconds: number | null;
  /** Handled within the target, of the handled. */
  targetShare: number | null;
  /** Left without an answer to a call, sent on, gave up: how many, and of all waits. */
  noShow: number;
  noShowShare: number | null;
  transferred: number;
  transferredShare: number | null;
  abandoned: number;
  abandonedShare: number | null;
  /** Waits that crossed their limit. */
  crossed: number;
  /** Care that crossings asked for, and that was given; share, and mean time until it was given. */
  careDue: number;
  careMade: number;
  careShare: number | null;
  meanCareSeconds: number | null;
  /** Estimates: how many; seconds off, in the middle and on average; mean seconds longer than told; share within the promise. */
  told: number;
  medianErrorSeconds: number | null;
  errorSeconds: number | null;
  biasSeconds: number | null;
  promiseShare: number | null;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
const mean = (sum: number, count: number) => (count > 0 ? Math.round(sum / count) : null);

export function figuresOf(counts: WaitCounts, waitingPast = 0): WaitFigures {
  const { legs } = counts;
  return {
    waits: legs,
    level: serviceLevelOf({
      startedWithin: counts.startedWithin,
      startedAfter: counts.started - counts.startedWithin,
      leftBefore: counts.leftBefore,
      leftAfter: counts.leftAfter,
      waitingPast,
    }),
    goalShare: share(counts.startedWithinGoal, counts.started),
    meanWaitSeconds: mean(counts.waitSum, counts.started),
    handled: counts.handled,
    meanHandlingSeconds: mean(counts.handlingSum, counts.handled),
    targetShare: share(counts.handledWithin, counts.handled),
    noShow: counts.noShow,
    noShowShare: share(counts.noShow, legs),
    transferred: counts.transferred,
    transferredShare: share(counts.transferred, legs),
    abandoned: counts.abandoned,
    abandonedShare: share(counts.abandoned, legs),
    crossed: counts.crossed,
    careDue: counts.careDue,
    careMade: counts.careMade,
    careShare: share(counts.careMade, counts.careDue),
    meanCareSeconds: mean(counts.careSum, counts.careMade),
    told: counts.told,
    medianErrorSeconds: medianErrorOf(counts),
    errorSeconds: mean(counts.toldErrorSum, counts.told),
    biasSeconds: mean(counts.toldBiasSum, counts.told),
    promiseShare: share(counts.toldKept, counts.told),
  };
}

/** Half of the estimates were off by less: within its step as if errors were spread evenly there. */
function medianErrorOf(counts: WaitCounts): number | null {
  const steps = ERROR_STEPS.map((step) => ({ upTo: step, count: counts[`off${step}`] }));
  const middle = quantileOf(steps, counts.told, 0.5);
  return middle === null ? null : Math.round(middle);
}

/** Served customers by the length of their wait: each step up to `withinSeconds`, the last one open. */
export function distributionOf(counts: WaitCounts): { withinSeconds: number | null; count: number }[] {
  const steps = WAIT_STEPS.map((step) => ({ withinSeconds: step as number | null, count: counts[`within${step}`] }));
  const known = steps.reduce((sum, { count }) => sum + count, 0);
  return [...steps, { withinSeconds: null, count: counts.started - known }];
}

interface Row {
  key: { weekday: number; hour: number; serviceId: string };
  counts: WaitCounts;
}

/** The same counts by hour of the day, by weekday and hour, by service, by service and hour, and all together. */
export function cutsOf(rows: readonly Row[]) {
  const by = <Key extends object>(key: (row: Row['key']) => Key) =>
    addUp(rows.map((row) => ({ key: key(row.key), counts: row.counts })));
  return {
    total: by(() => ({}))[0]?.counts ?? noWaitCounts(),
    hours: by(({ hour }) => ({ hour })).sort((a, b) => a.key.hour - b.key.hour),
    week: by(({ weekday, hour }) => ({ weekday, hour })).sort(
      (a, b) => a.key.weekday - b.key.weekday || a.key.hour - b.key.hour,
    ),
    services: by(({ serviceId }) => ({ serviceId })),
    serviceHours: by(({ serviceId, hour }) => ({ serviceId, hour })),
  };
}
