import { addSeconds } from '@/lib/core/clock';

/** What an attempt to deliver came to. `gone`: the receiver says that it is no more. */
export type Outcome =
  | { kind: 'delivered'; status: number }
  | { kind: 'gone'; status: number }
  | { kind: 'failed'; status: number | null; error: string; retryAfterSeconds: number | null };

/** A receiver is waited for at most this long. */
export const ANSWER_WITHIN_MS = 10_000;

/** While somebody tries, nobody else does; who died while trying is followed by another after this. */
export const LEASE_SECONDS = 60;

/** Pauses after failed attempts. A message is worth less every minute, but an outage of an hour is survived. */
export const WEBHOOK_PAUSES = [5, 15, 60, 180, 600, 1_200, 1_800] as const;
/** A push message that comes late is worth nothing. */
export const PUSH_PAUSES = [3, 10, 30] as const;
export const PUSH_WORTH_SECONDS = 600;
const LONGEST_PAUSE = 3_600;

/** What becomes of a delivery after an attempt. */
export type Next =
  | { state: 'delivered' | 'dead' | 'discarded'; dueAt: null }
  /** Tried again. */
  | { state: 'pending'; dueAt: Date };

/**
 * @param attempts including the one that is judged, from 1
 * @param chance between 0 and 1: spreads attempts, so that a receiver that comes back is not met by all at once
 */
export function afterAttempt(
  outcome: Outcome,
  delivery: { channel: 'webhook' | 'push'; attempts: number; createdAt: Date },
  now: Date,
  chance: number,
): Next {
  if (outcome.kind === 'delivered') return { state: 'delivered', dueAt: null };
  const push = delivery.channel === 'push';
  if (outcome.kind === 'gone') return { state: push ? 'discarded' : 'dead', dueAt: null };
  const pause = (push ? PUSH_PAUSES : WEBHOOK_PAUSES)[delivery.attempts - 1];
  if (pause === undefined) return { state: push ? 'discarded' : 'dead', dueAt: null };
  const asked = Math.min(outcome.retryAfterSeconds ?? 0, LONGEST_PAUSE);
  const dueAt = addSeconds(now, Math.max(asked, pause * (1 + chance * 0.2)));
  if (push && dueAt > addSeconds(delivery.createdAt, PUSH_WORTH_SECONDS)) return { state: 'discarded', dueAt: null };
  return { state: 'pending', dueAt };
}
