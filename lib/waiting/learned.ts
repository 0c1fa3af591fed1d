import { addDuration, type DurationSums, fadeDurations } from './duration-sums';
import { addEnding, fadeLeaving, type LeavingStats, NO_LEAVING } from './leaving-stats';

/**
 * What a hall has learned of a service: in all, of one hour of the day, or of one clerk. Each finished leg counts
 * `DAY_FADE` to the power of its age in days, so that the sums are the same in whatever order legs are taken in and can
 * be counted again from the legs. Plain numbers, stored as one row.
 */
export type LearnedStats = {
  handling: DurationSums;
  /** From the call to the start of service: customers, and seconds together. */
  call: readonly [count: number, seconds: number];
  /** From one customer's end to the call of the next, while people waited. Absent in what was learned before it was. */
  gap?: readonly [count: number, seconds: number];
  leaving: LeavingStats;
};

/** What was learned, as it counts on a service day: the last of which anything was learned. */
export interface Learned<Stats> {
  day: string;
  stats: Stats;
}

/** Half after two weeks; chosen on one half of the days of real logs, judged on the other (see docs/decisions). */
export const DAY_FADE = 0.95;
/** Rows of this age count for less than a twentieth of a customer in a hundred. */
export const FORGOTTEN_DAYS = 150;

export const NOTHING_LEARNED: LearnedStats = { handling: {}, call: [0, 0], leaving: NO_LEAVING };

/** A finished leg, as far as anything is learned from it. */
export interface LearnableLeg {
  serviceDay: string;
  calledAt: Date | null;
  startedAt: Date | null;
  waitSeconds: number;
  handlingSeconds: number | null;
  /** Since the customer before left the counter, to the call of this one, who waited by then; null where nobody did. */
  gapSeconds: number | null;
  ending: 'completed' | 'transferred' | 'noShow' | 'cancelled' | 'closedByRule';
}

/** What is longer was not the walk to the counter. */
const LONGEST_CALL_SECONDS = 300;

/** What is longer was not the time between two customers. */
export const LONGEST_GAP_SECONDS = 180;

const NO_GAP = [0, 0] as const;

/** With one leg more. */
export function learnLeg(known: Learned<LearnedStats> | undefined, leg: LearnableLeg): Learned<LearnedStats> {
  const { day, stats, weight } = aligned(
    known ?? { day: leg.serviceDay, stats: NOTHING_LEARNED },
    leg.serviceDay,
    fade,
  );
  const end = endOf(leg);
  const { calledAt, startedAt, handlingSeconds, gapSeconds } = leg;
  const [gaps, gapSum] = stats.gap ?? NO_GAP;
  const walk =
    calledAt && startedAt ? Math.min(LONGEST_CALL_SECONDS, (startedAt.getTime() - calledAt.getTime()) / 1000) : null;
  return {
    day,
    stats: {
      // What the end of the day closed, no clerk has finished.
      handling:
        handlingSeconds === null || leg.ending === 'closedByRule'
          ? stats.handling
          : addDuration(stats.handling, handlingSeconds, weight),
      call: walk === null ? stats.call : [stats.call[0] + weight, stats.call[1] + weight * Math.max(0, walk)],
      gap: gapSeconds === null ? [gaps, gapSum] : [gaps + weight, gapSum + weight * gapSeconds],
      leaving: end ? addEnding(stats.leaving, { waitSeconds: leg.waitSeconds, end }, weight) : stats.leaving,
    },
  };
}

/** With one pause more that a clerk came back from. */
export function learnPause(
  known: Learned<DurationSums> | undefined,
  pause: { serviceDay: string; seconds: number },
): Learned<DurationSums> {
  const before = known ?? { day: pause.serviceDay, stats: {} };
  const { day, stats, weight } = aligned(before, pause.serviceDay, fadeDurations);
  return { day, stats: addDuration(stats, pause.seconds, weight) };
}

/** What is longer was not work: somebody has forgotten to close the counter in the evening. */
const LONGEST_STRETCH_SECONDS = 12 * 3600;

/**
 * With one stretch of work at a counter more, from the opening or the last pause to the next pause or the end. One that
 * did not end in a pause counts with its time only: together they are the hours of work for each pause.
 */
export function learnStretch(
  known: Learned<DurationSums> | undefined,
  stretch: { serviceDay: string; seconds: number; end: 'paused' | 'closed' },
): Learned<DurationSums> {
  const before = known ?? { day: stretch.serviceDay, stats: {} };
  if (stretch.seconds > LONGEST_STRETCH_SECONDS) return before;
  const { day, stats, weight } = aligned(before, stretch.serviceDay, fadeDurations);
  // All in one step: it is the sums that count, not how long each was.
  const [count, seconds] = stats[0] ?? [0, 0];
  const paused = stretch.end === 'paused' ? weight : 0;
  return { day, stats: { 0: [count + paused, seconds + weight * stretch.seconds] } };
}

function endOf({ startedAt, ending }: LearnableLeg): 'served' | 'noShow' | 'left' | null {
  if (startedAt) return 'served';
  if (ending === 'noShow') return 'noShow';
  return ending === 'cancelled' ? 'left' : null;
}

/** What is known as it counts on the later of two days, and what something of `day` then counts. */
function aligned<Stats>(
  known: Learned<Stats>,
  day: string,
  faded: (stats: Stats, share: number) => Stats,
): { day: string; stats: Stats; weight: number } {
  const ahead = Math.round((Date.parse(day) - Date.parse(known.day)) / 86_400_000);
  if (ahead <= 0) return { ...known, weight: DAY_FADE ** -ahead };
  return { day, stats: faded(known.stats, DAY_FADE ** ahead), weight: 1 };
}

function fade({ handling, call, gap = NO_GAP, leaving }: LearnedStats, share: number): LearnedStats {
  return {
    handling: fadeDurations(handling, share),
    call: [call[0] * share, call[1] * share],
    gap: [gap[0] * share, gap[1] * share],
    leaving: fadeLeaving(leaving, share),
  };
}

/** What part of a service's past a row holds; "" and -1 stand for all. */
export interface LearnedKey {
  serviceId: string;
  /** Of the hall's clock: in which service began or, where it did not, the wait ended. */
  hour: number;
  staffId: string;
}

export const ALL_HOURS = -1;
export const ALL_STAFF = '';

export const learnedName = ({ serviceId, hour, staffId }: LearnedKey) => `${serviceId} ${hour} ${staffId}`;

/** The rows that a leg belongs to: its service's, that of its hour, and that of its clerk. */
export function learnedKeys(leg: { serviceId: string; hour: number; staffId: string | null }): LearnedKey[] {
  const { serviceId, hour, staffId } = leg;
  const keys = [
    { serviceId, hour: ALL_HOURS, staffId: ALL_STAFF },
    { serviceId, hour, staffId: ALL_STAFF },
  ];
  return staffId ? [...keys, { serviceId, hour: ALL_HOURS, staffId }] : keys;
}
