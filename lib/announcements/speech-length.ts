import type { SpeechPlan } from './speech-plan';

/** Mean length of a clip; a voice of the browser takes about as long for the same words. */
const WORD_SECONDS = 0.6;
export const CHIME_SECONDS = 1.4;

/** About how long a call takes to speak in one language, in seconds. */
export function speechSeconds(plan: Pick<SpeechPlan, 'clips'>): number {
  return plan.clips.length * WORD_SECONDS;
}

/**
 * After this long a voice that has not ended is taken for dead. Engines exist that never say that they have ended, and
 * the next number must not wait for one; slow voices need about twice the usual time.
 */
export function speechPatienceSeconds(plan: Pick<SpeechPlan, 'clips'>): number {
  return 2 * speechSeconds(plan) + 2;
}
