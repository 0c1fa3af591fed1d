import { localTime } from '@/lib/halls/service-day';
import type { TicketLeg } from '@/lib/tickets/ticket';

/** Steps of the distribution of waits, in seconds: the marks of 5 and 10 minutes are among them. */
export const WAIT_STEPS = [60, 120, 180, 300, 420, 600, 900, 1200, 1800, 2700, 3600] as const;
type Under = `under${(typeof WAIT_STEPS)[number]}`;

/** What is added up of waits; see the model WaitSummary. */
export const WAIT_COUNTS = [
  'legs',
  'started',
  'startedWithin',
  'startedWithinGoal',
  'leftBefore',
  'leftAfter',
  'sentOn',
  'noShow',
  'transferred',
  'crossed',
  'waitSum',
  ...WAIT_STEPS.map((step): Under => `under${step}`),
  'handled',
  'handlingSum',
  'handledWithin',
  'told',
  'toldKept',
  'toldErrorSum',
  'toldBiasSum',
] as const;
export type WaitCounts = Record<(typeof WAIT_COUNTS)[number], number>;

export const WORK_COUNTS = ['handled', 'handlingSum', 'handledWithin', 'transferred', 'noShow'] as const;
export type WorkCounts = Record<(typeof WORK_COUNTS)[number], number>;

export interface WaitKey {
  serviceDay: string;
  hour: number;
  weekday: number;
  serviceId: string;
}
export interface WorkKey {
  serviceDay: string;
  counterId: string;
  staffId: string;
  serviceId: string;
}

/** The limits that a leg is measured against, of its service. Seconds. */
export interface LegLimits {
  limitSeconds: number;
  goalSeconds: number;
  handlingTargetSeconds: number;
}

export type SummarisedLeg = Pick<
  TicketLeg,
  | 'serviceDay'
  | 'ordinal'
  | 'serviceId'
  | 'counterId'
  | 'staffId'
  | 'waitingSince'
  | 'startedAt'
  | 'waitSeconds'
  | 'handlingSeconds'
  | 'ending'
  | 'limitsCrossed'
  | 'estimateP50Seconds'
  | 'estimateP90Seconds'
>;

export const noWaitCounts = (): WaitCounts => Object.fromEntries(WAIT_COUNTS.map((name) => [name, 0])) as WaitCounts;
export const noWorkCounts = (): WorkCounts => Object.fromEntries(WORK_COUNTS.map((name) => [name, 0])) as WorkCounts;

/** What one finished leg adds to the waits, by the definitions of service-level.ts and promise-truth.ts. */
export function waitCountsOf(leg: SummarisedLeg, limits: LegLimits): WaitCounts {
  const counts = noWaitCounts();
  const { waitSeconds, handlingSeconds, estimateP50Seconds, estimateP90Seconds } = leg;
  const inTime = waitSeconds <= limits.limitSeconds;
  counts.legs = 1;
  counts.noShow = Number(leg.ending === 'noShow');
  counts.transferred = Number(leg.ending === 'transferred');
  counts.crossed = Number(leg.limitsCrossed > 0);
  if (handlingSeconds !== null) {
    counts.handled = 1;
    counts.handlingSum = handlingSeconds;
    counts.handledWithin = Number(handlingSeconds <= limits.handlingTargetSeconds);
  }
  if (!leg.startedAt) {
    // Sent on to another service in time: that wait is counted there.
    if (leg.ending === 'transferred' && inTime) counts.sentOn = 1;
    else if (inTime) counts.leftBefore = 1;
    else counts.leftAfter = 1;
    return counts;
  }
  counts.started = 1;
  counts.startedWithin = Number(inTime);
  counts.startedWithinGoal = Number(waitSeconds <= limits.goalSeconds);
  counts.waitSum = waitSeconds;
  const step = WAIT_STEPS.find((seconds) => waitSeconds < seconds);
  if (step) counts[`under${step}`] = 1;
  if (leg.ordinal === 1 && estimateP50Seconds !== null && estimateP90Seconds !== null) {
    counts.told = 1;
    counts.toldKept = Number(waitSeconds <= estimateP90Seconds);
    counts.toldErrorSum = Math.abs(waitSeconds - estimateP50Seconds);
    counts.toldBiasSum = waitSeconds - estimateP50Seconds;
  }
  return counts;
}

export function workCountsOf(leg: SummarisedLeg, limits: LegLimits): WorkCounts {
  return {
    handled: Number(leg.handlingSeconds !== null),
    handlingSum: leg.handlingSeconds ?? 0,
    handledWithin: Number(leg.handlingSeconds !== null && leg.handlingSeconds <= limits.handlingTargetSeconds),
    transferred: Number(leg.ending === 'transferred'),
    noShow: Number(leg.ending === 'noShow'),
  };
}

/** The hour in which the wait began, by the hall's clock. */
export function waitKeyOf(leg: SummarisedLeg, timeZone: string): WaitKey {
  const { weekday, secondOfDay } = localTime(leg.waitingSince, timeZone);
  return { serviceDay: leg.serviceDay, hour: Math.floor(secondOfDay / 3600), weekday, serviceId: leg.serviceId };
}

export function workKeyOf(leg: SummarisedLeg): WorkKey {
  const { serviceDay, counterId, staffId, serviceId } = leg;
  return { serviceDay, counterId: counterId ?? '', staffId: staffId ?? '', serviceId };
}

/** Adds up what has the same key. */
export function addUp<Key extends object, Counts extends Record<string, number>>(
  parts: Iterable<{ key: Key; counts: Counts }>,
): { key: Key; counts: Counts }[] {
  const sums = new Map<string, { key: Key; counts: Counts }>();
  for (const { key, counts } of parts) {
    const name = JSON.stringify(key);
    const sum = sums.get(name);
    if (!sum) sums.set(name, { key, counts: { ...counts } });
    else
      for (const field of Object.keys(counts) as (keyof Counts)[])
        sum.counts[field] = ((sum.counts[field] as number) + (counts[field] as number)) as Counts[keyof Counts];
  }
  return [...sums.values()];
}
