import { addUp, type WorkCounts } from './leg-summary';
import { type ServiceLevel, serviceLevelOf } from './service-level';

export interface WorkOf {
  serviceId: string;
  counterId: string;
  staffId: string;
}

/** A clerk's (or counter's) work, its handling beside what the same mix of services takes in the hall. */
export interface WorkFigures {
  handled: number;
  meanHandlingSeconds: number | null;
  /** What the hall's average would be for the same services. */
  expectedHandlingSeconds: number | null;
  /** The first over the second: 1 as the hall, above 1 longer. null where nothing was handled. */
  handlingIndex: number | null;
  targetShare: number | null;
  /** The waits of those who were called here. */
  level: ServiceLevel;
  meanWaitSeconds: number | null;
  transferred: number;
  noShow: number;
  abandoned: number;
  /** Care given after a crossing of the limit, and the mean time until it was given. */
  careMade: number;
  meanCareSeconds: number | null;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
const mean = (sum: number, count: number) => (count > 0 ? Math.round(sum / count) : null);

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
  return new Map([...found].map(([who, { counts, expected }]) => [who, figuresOf(counts, expected)]));
}

function figuresOf(counts: WorkCounts, expected: number): WorkFigures {
  return {
    handled: counts.handled,
    meanHandlingSeconds: mean(counts.handlingSum, counts.handled),
    expectedHandlingSeconds: mean(expected, counts.handled),
    handlingIndex: share(counts.handlingSum, expected),
    targetShare: share(counts.handledWithin, counts.handled),
    level: serviceLevelOf({
      startedWithin: counts.startedWithin,
      startedAfter: counts.started - counts.startedWithin,
      leftBefore: counts.leftBefore,
      leftAfter: counts.leftAfter,
      waitingPast: 0,
    }),
    meanWaitSeconds: mean(counts.waitSum, counts.started),
    transferred: counts.transferred,
    noShow: counts.noShow,
    abandoned: counts.abandoned,
    careMade: counts.careMade,
    meanCareSeconds: mean(counts.careSum, counts.careMade),
  };
}
