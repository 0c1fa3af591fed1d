import { expect, test } from 'vitest';
import { lockSeconds } from '@/lib/staff/lock-out';

test('five wrong passwords lock for five minutes, each further five for twice as long, at most an hour', () => {
  expect([0, 1, 4, 5, 6, 9, 10, 15, 20, 25, 5000].map(lockSeconds)).toEqual([
    0, 0, 0, 300, 0, 0, 600, 1200, 2400, 3600, 3600,
  ]);
});
