import { describe, expect, it } from 'vitest';
import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';

describe('formatDuration', () => {
  it.each([
    [0, '0:00'],
    [59, '0:59'],
    [60, '1:00'],
    [599.9, '9:59'],
    [600, '10:00'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3661, '1:01:01'],
    [36_000, '10:00:00'],
    [-5, '0:00'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d s reads %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('isoDuration', () => {
  it.each([
    [0, 'PT0S'],
    [599, 'PT9M59S'],
    [3605, 'PT1H5S'],
    [Number.NaN, 'PT0S'],
  ])('%d s is %s', (seconds, text) => {
    expect(isoDuration(seconds)).toBe(text);
  });
});
