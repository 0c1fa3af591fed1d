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
