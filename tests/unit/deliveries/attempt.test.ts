import { describe, expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock';
import { afterAttempt, type Outcome, PUSH_PAUSES, WEBHOOK_PAUSES } from '@/lib/deliveries/attempt';

const now = new Date('2026-03-02T02:00:00Z');
const failed = (retryAfterSeconds: number | null = null): Outcome => ({
  kind: 'failed',
  status: 500,
  error: 'answered 500',
  retryAfterSeconds,
});
const webhook = (attempts: number) => ({ channel: 'webhook' as const, attempts, createdAt: now });
const push = (attempts: number, createdAt = now) => ({ channel: 'push' as const, attempts, createdAt });
const later = (seconds: number) => ({ state: 'pending', dueAt: addSeconds(now, seconds) });

describe('what becomes of a delivery', () => {
  it('waits longer after each failure, and is given up in the end', () => {
    const pauses = WEBHOOK_PAUSES.map((_, i) => afterAttempt(failed(), webhook(i + 1), now, 0));
    expect(pauses).toEqual(WEBHOOK_PAUSES.map(later));
    expect([...WEBHOOK_PAUSES].sort((a, b) => a - b)).toEqual([...WEBHOOK_PAUSES]);
    expect(afterAttempt(failed(), webhook(WEBHOOK_PAUSES.length + 1), now, 0).state).toBe('dead');
    expect(afterAttempt(failed(), push(PUSH_PAUSES.length + 1), now, 0).state).toBe('discarded');
  });

  it('spreads attempts, and waits as long as the receiver asks for, up to an hour', () => {
    expect(afterAttempt(failed(), webhook(1), now, 1)).toEqual(later(6));
    expect(afterAttempt(failed(120), webhook(1), now, 0)).toEqual(later(120));
    expect(afterAttempt(failed(86_400), webhook(1), now, 0)).toEqual(later(3_600));
  });

  it('ends with a receiver that is no more, and with an answer', () => {
    expect(afterAttempt({ kind: 'gone', status: 410 }, webhook(1), now, 0).state).toBe('dead');
    expect(afterAttempt({ kind: 'gone', status: 410 }, push(1), now, 0).state).toBe('discarded');
    expect(afterAttempt({ kind: 'delivered', status: 204 }, webhook(3), now, 0).state).toBe('delivered');
  });

  it('lets a push message go that would come too late', () => {
    expect(afterAttempt(failed(), push(1, addSeconds(now, -598)), now, 0).state).toBe('discarded');
    expect(afterAttempt(failed(), push(1, addSeconds(now, -590)), now, 0)).toEqual(later(3));
  });
});
