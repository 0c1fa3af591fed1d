import type { CareVisit } from '@/lib/care/care-visit';
import { secondsBetween } from '@/lib/core/clock';
import { localTime } from '@/lib/halls/service-day';
import type { TicketLeg } from '@/lib/tickets/ticket';

/** Steps of the distribution of waits, in seconds: the marks of 5 and 10 minutes are among them. */
export const WAIT_STEPS = [60, 120, 180, 300, 420, 600, 900, 1200, 1800, 2700, 3600] as const;
type Within = `within${(typeof WAIT_STEPS)[number]}`;

/** Steps of how far estimates were off, in seconds: fine where the middle of a good estimate lies. */
export const ERROR_STEPS = [15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1800] as const;
type Off = `off${(typeof ERROR_STEPS)[number]}`;

/** What is added up of waits; see the model WaitSummary. */
export const WAIT_COUNTS = [
  'legs',
  'started',
  'startedWithin',
  'startedWithinGoal',
  'leftBefore',
  'leftAfter',
  'sentOn',
  'abandoned',
  'noShow',
  'transferred',
  'crossed',
  'waitSum',
  ...WAIT_STEPS.map((step): Within => `within${step}`),
  'handled',
  'handlingSum',
  'handledWithin',
  'told',
  'toldKept',
  'toldErrorSum',
  'toldBiasSum',
  ...ERROR_STEPS.map((step): Off => `off${step}`),
  'careDue',
  'careMade',
  'careSum',
] as const;
export type WaitCounts = Record<(typeof WAIT_COUNTS)[number], number>;

export const WORK_COUNTS = [
  'legs',
  'started',
  'startedWithin',
  'waitSum',
  'leftBefore',
  'leftAfter',
  'abandoned',
  'handled',
  'handlingSum',
  'handledWithin',
  'transferred',
  'noShow',
  'careMade',
  'careSum',
] as const;
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

/** Lengths of finished waits in seconds; see the model WaitLengthSummary. */
export interface WaitLengths {
  started: number[];
  left: number[];
  sentOn: number[];
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

export type SummarisedCare = Pick<CareVisit, 'serviceDay' | 'serviceId' | 'openedAt' | 'state' | 'ownerRef' | 'doneAt'>;

export const noWaitCounts = (): WaitCounts => Object.fromEntries(WAIT_COUNTS.map((name) => [name, 0])) as WaitCounts;
export const noWorkCounts = (): WorkCounts => Object.fromEntries(WORK_COUNTS.map((name) => [name, 0])) as WorkCounts;

/** How the wait of a leg ended. Who was sent on before service waits on, and is counted there. */
export function endOfWait({ startedAt, ending }: Pick<SummarisedLeg, 'startedAt' | 'ending'>): keyof WaitLengths {
  if (startedAt) return 'started';
  return ending === 'transferred' ? 'sentOn' : 'left';
}

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
  const end = endOfWait(leg);
  if (end !== 'started') {
    counts.abandoned = Number(end === 'left' && leg.ending !== 'noShow');
    // Sent on to another service in time: that wait is counted there.
    if (end === 'sentOn' && inTime) counts.sentOn = 1;
    else if (inTime) counts.leftBefore = 1;
    else counts.leftAfter = 1;
    return counts;
  }
  counts.started = 1;
  counts.startedWithin = Number(inTime);
  counts.startedWithinGoal = Number(waitSeconds <= limits.goalSeconds);
  counts.waitSum = waitSeconds;
  const step = WAIT_STEPS.find((seconds) => waitSeconds <= seconds);
  if (step) counts[`within${step}`] = 1;
  if (leg.ordinal === 1 && estimateP50Seconds !== null && estimateP90Seconds !== null) {
    const error = Math.abs(waitSeconds - estimateP50Seconds);
    counts.told = 1;
    counts.toldKept = Number(waitSeconds <= estimateP90Seconds);
    counts.toldErrorSum = error;
    counts.toldBiasSum = waitSeconds - estimateP50Seconds;
    const off = ERROR_STEPS.find((seconds) => error <= seconds);
    if (off) counts[`off${off}`] = 1;
  }
  return counts;
}

export function workCountsOf(leg: SummarisedLeg, limits: LegLimits): WorkCounts {
  const counts = noWorkCounts();
  const waits = waitCountsOf(leg, limits);
  for (const name of WORK_COUNTS) counts[name] = waits[name];
  return counts;
}

/** What care that a crossing of the limit asked for adds to the waits. */
export function careCountsOf(visit: SummarisedCare): WaitCounts {
  return { ...noWaitCounts(), careDue: 1, ...careGivenIn(visit) };
}

/** What it adds to the work of whoever gave it. */
export function careWorkOf(visit: SummarisedCare): WorkCounts {
  return { ...noWorkCounts(), ...careGivenIn(visit) };
}

function careGivenIn({ openedAt, state, doneAt }: SummarisedCare) {
  const made = state === 'done' && doneAt !== null;
  return { careMade: Number(made), careSum: made ? secondsBetween(openedAt, doneAt) : 0 };
}

/** The hour in which the wait began, by the hall's clock. */
export function waitKeyOf(leg: SummarisedLeg, timeZone: string): WaitKey {
  return keyAt(leg.waitingSince, leg, timeZone);
}

/** The hour in which care was asked for. */
export function careKeyOf(visit: SummarisedCare, timeZone: string): WaitKey {
  return keyAt(visit.openedAt, visit, timeZone);
}

function keyAt(at: Date, { serviceDay, serviceId }: { serviceDay: string; serviceId: string }, timeZone: string) {
  const { weekday, secondOfDay } = localTime(at, timeZone);
  return { serviceDay, hour: Math.floor(secondOfDay / 3600), weekday, serviceId };
}

export function workKeyOf(leg: SummarisedLeg): WorkKey {
  const { serviceDay, counterId, staffId, serviceId } = leg;
  return { serviceDay, counterId: counterId ?? '', staffId: staffId ?? '', serviceId };
}

/** Care is given in the hall, not at a counter. */
export function careWorkKeyOf({ serviceDay, serviceId, ownerRef }: SummarisedCare): WorkKey {
  const staffId = ownerRef?.startsWith('staff:') ? ownerRef.slice('staff:'.length) : '';
  return { serviceDay, counterId: '', staffId, serviceId };
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

/** Lengths of waits by service day and service. */
export function lengthsOf(
  legs: Iterable<SummarisedLeg>,
): Map<string, { key: { serviceDay: string; serviceId: string }; lengths: WaitLengths }> {
  const found = new Map<string, { key: { serviceDay: string; serviceId: string }; lengths: WaitLengths }>();
  for (const leg of legs) {
    const { serviceDay, serviceId } = leg;
    const name = `${serviceDay} ${serviceId}`;
    const here = found.get(name) ?? {
      key: { serviceDay, serviceId },
      lengths: { started: [], left: [], sentOn: [] },
    };
    here.lengths[endOfWait(leg)].push(leg.waitSeconds);
    found.set(name, here);
  }
  return found;
}
