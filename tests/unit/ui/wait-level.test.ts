import { describe, expect, it } from 'vitest';
import { waitLevel } from '@/components/ui/wait-level';

const limits = { goalSeconds: 300, limitSeconds: 600 };

describe('waitLevel', () => {
  it.each([
    [0, false, 'withinGoal'],
    [299, false, 'withinGoal'],
    [300, false, 'pastGoal'],
    [100, true, 'early'],
    [599, true, 'early'],
    [599, false, 'pastGoal'],
    [600, false, 'overLimit'],
    [600, true, 'overLimit'],
  ] as const)('%i s, early flag %s → %s', (seconds, early, level) => {
    expect(waitLevel(seconds, limits, early)).toBe(level);
  });
});
