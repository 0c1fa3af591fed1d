import { expect, test } from 'vitest';
import { roundEstimate } from '@/lib/waiting/round-estimate';

const minutes = (p50: number, p90: number) => roundEstimate(p50 * 60, p90 * 60);

test('short waits by the minute, long ones coarser', () => {
  expect(minutes(5.4, 9.8)).toEqual({ kind: 'range', lowMinutes: 5, highMinutes: 10 });
  expect(minutes(3.2, 6.1)).toEqual({ kind: 'range', lowMinutes: 3, highMinutes: 10 });
  expect(minutes(2.2, 3.4)).toEqual({ kind: 'range', lowMinutes: 2, highMinutes: 4 });
  expect(minutes(33, 47)).toEqual({ kind: 'range', lowMinutes: 30, highMinutes: 50 });
  expect(minutes(70, 130)).toEqual({ kind: 'range', lowMinutes: 60, highMinutes: 150 });
});

test('a wait that may be none says so', () => {
  expect(roundEstimate(0, 0)).toEqual({ kind: 'soon', highMinutes: 1 });
  expect(minutes(0.5, 1.9)).toEqual({ kind: 'soon', highMinutes: 2 });
  expect(minutes(0.2, 4.5)).toEqual({ kind: 'upTo', highMinutes: 5 });
});

test('what nobody knows is not a number', () => {
  expect(roundEstimate(null, null)).toEqual({ kind: 'unknown' });
  expect(roundEstimate(1500, null)).toEqual({ kind: 'atLeast', lowMinutes: 25 });
});

test('the promise is never rounded below itself, the middle never above, and the ends differ', () => {
  for (let p50 = 0; p50 < 12_000; p50 += 37) {
    for (const ratio of [1, 1.05, 1.6, 3]) {
      const rounded = roundEstimate(p50, p50 * ratio);
      if (rounded.kind === 'unknown' || rounded.kind === 'atLeast') throw new Error('a known wait became unknown');
      expect(rounded.highMinutes * 60).toBeGreaterThanOrEqual(p50 * ratio - 1.3);
      if (rounded.kind !== 'range') continue;
      expect(rounded.lowMinutes * 60).toBeLessThanOrEqual(p50);
      expect(rounded.highMinutes).toBeGreaterThan(rounded.lowMinutes);
    }
  }
});
