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
  leaving: LeavingStats;
};

/** What was learned, as it counts on a service day: the last of which anything was learned. */
export interface Learned<Stats> {
  day: string;
  stats: Stats;
}

/** Half after two weeks; on logs of real halls neither faster nor slower fading foretold handling better. */
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
  ending: 'completed' | 'transferred' | 'noShow' | 'cancelled' | 'closedByRule';
}

/** What is longer was not the walk to the counter. */
const LONGEST_CALL_SECONDS = 300;

/** With one leg more. */
export function learnLeg(known: Learned<LearnedStats> | undefined, leg: LearnableLeg): Learned<LearnedStats> {
  const { day, stats, weight } = aligned(
    known ?? { day: leg.serviceDay, stats: NOTHING_LEARNED },
    leg.serviceDay,
    fade,
  );
  const end = endOf(leg);
  const { calledAt, startedAt, handlingSeconds } = leg;
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

function fade({ handling, call, leaving }: LearnedStats, share: number): LearnedStats {
  return {
    handling: fadeDurations(handling, share),
    call: [call[0] * share, call[1] * share],
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
