import type { HandlingDistribution } from '@/lib/simulation/handling-distribution';
import { believedMoments, type DurationSums, longestBelieved } from './duration-sums';

/** Minutes that a pause takes before the hall has seen any, by its usual reasons; others as a short break. */
const USUAL_MINUTES: Readonly<Record<string, number>> = {
  lunch: 40,
  break: 12,
  training: 60,
  meeting: 30,
  'back-office': 20,
};
const OTHER = 'other';
const OTHER_MINUTES = 15;

/** As many pauses as the belief counts against those seen. */
const PRIOR = 4;
const PRIOR_VARIATION = 0.6;

/** Under which name pauses of a reason are learned: the usual reasons each by itself, all other words together. */
export function pauseKind(reason: string | null): string {
  return reason !== null && Object.hasOwn(USUAL_MINUTES, reason) ? reason : OTHER;
}

/** How long a pause of this kind takes: who went to lunch ten minutes ago is not back soon, who went to drink is. */
export function pauseLength(kind: string, seen: DurationSums | undefined): HandlingDistribution {
  const usual = 60 * (USUAL_MINUTES[kind] ?? OTHER_MINUTES);
  const { count, seconds, squaredVariation } = believedMoments(seen ?? {}, longestBelieved(seen ?? {}, usual));
  const mean = (seconds + PRIOR * usual) / (count + PRIOR);
  const variation =
    (count * (squaredVariation ?? PRIOR_VARIATION ** 2) + PRIOR * PRIOR_VARIATION ** 2) / (count + PRIOR);
  return { kind: 'logNormal', mean, sd: mean * Math.sqrt(variation) };
}

/** The name under which stretches of work between pauses are learned; see `learnStretch`. No reason is called so. */
export const BETWEEN_PAUSES = 'between-pauses';

/** Before any was seen: a pause in three hours of work, believed as much as two pauses. */
const PRIOR_PAUSES = 2;
const PRIOR_WORK_SECONDS = 6 * 3600;

/** Pauses that counters at work will have. */
export type PausesToCome = {
  /** For each hour that a counter is at work. */
  perHour: number;
  /** How long they last, and which share of them each kind is; shares add up to 1. */
  kinds: readonly { share: number; lasts: HandlingDistribution }[];
};

/** How often clerks will pause and for how long, from what was learned of pauses, by kind. */
export function pausesToCome(learned: ReadonlyMap<string, { stats: DurationSums }>): PausesToCome {
  const [pauses, seconds] = learned.get(BETWEEN_PAUSES)?.stats[0] ?? [0, 0];
  const kinds = [...new Set(['break', ...learned.keys()])]
    .filter((kind) => kind !== BETWEEN_PAUSES)
    .map((kind) => {
      const seen = learned.get(kind)?.stats;
      const count = Object.values(seen ?? {}).reduce((sum, [n]) => sum + n, kind === 'break' ? PRIOR_PAUSES : 0);
      return { count, lasts: pauseLength(kind, seen) };
    });
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  return {
    perHour: ((pauses + PRIOR_PAUSES) / (seconds + PRIOR_WORK_SECONDS)) * 3600,
    kinds: kinds.map(({ count, lasts }) => ({ share: count / all, lasts })),
  };
}
