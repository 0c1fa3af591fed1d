import { describe, expect, it, test } from 'vitest';
import { openSteps, settledBy } from '@/lib/machines/fault';
import { crossing, isFree, isUp } from '@/lib/machines/machine';
import { openSeconds } from '@/lib/machines/service-time';

const now = new Date('2026-03-02T02:00:00Z');
const fresh = { repliedAt: null, onSiteAt: null, closedAt: null };

describe('steps of a fault', () => {
  it.each([
    [fresh, ['reply', 'site', 'repair']],
    [{ ...fresh, repliedAt: now }, ['site', 'repair']],
    [{ ...fresh, onSiteAt: now }, ['repair']],
    [{ ...fresh, closedAt: now }, []],
  ])('of %j: %j', (fault, steps) => {
    expect(openSteps(fault)).toEqual(steps);
  });

  it('settles with a later step the ones before it, and none twice', () => {
    expect(settledBy(fresh, 'repair')).toEqual(['reply', 'site', 'repair']);
    expect(settledBy({ ...fresh, repliedAt: now }, 'site')).toEqual(['site']);
    expect(settledBy({ ...fresh, repliedAt: now }, 'reply')).toEqual([]);
    expect(settledBy({ ...fresh, closedAt: now }, 'repair')).toEqual([]);
  });
});

test('a machine is up in service, heard and in the hall; free when nobody is at it', () => {
  const up = { active: true, state: 'inService' as const, silentAt: null, occupiedUntil: null };
  expect(isUp(up)).toBe(true);
  expect(isUp({ ...up, silentAt: now })).toBe(false);
  expect(isUp({ ...up, state: 'fault' })).toBe(false);
  expect(isUp({ ...up, active: false })).toBe(false);
  expect(isFree({ ...up, occupiedUntil: now }, now)).toBe(true);
  expect(isFree({ ...up, occupiedUntil: new Date(now.getTime() + 1) }, now)).toBe(false);
});

test.each([
  [3, 2, null],
  [2, 1, 'tooFew'],
  [1, 0, null],
  [0, 1, null],
  [1, 2, 'enough'],
  [2, 0, 'tooFew'],
  [0, 3, 'enough'],
])('from %i to %i in service: %s', (before, after, crossed) => {
  expect(crossing(before, after)).toBe(crossed);
});

describe('seconds in which a hall is open', () => {
  const nine = [{ opens: '09:00', closes: '17:00' }];
  const hours = {
    timeZone: 'Asia/Shanghai',
    weeklyHours: [nine, nine, nine, nine, nine, [], []],
    exceptions: [{ id: 'x', date: '2026-03-03', hours: [], reason: { 'zh-CN': '', en: '', es: '' } }],
  };
  // 2 March 2026 is a Monday; 09:00 in Shanghai is 01:00 UTC.
  it.each([
    ['2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z', 3600],
    ['2026-03-02T00:00:00Z', '2026-03-02T20:00:00Z', 8 * 3600],
    ['2026-03-02T08:30:00Z', '2026-03-04T01:30:00Z', 3600],
    ['2026-03-06T09:00:00Z', '2026-03-09T01:00:00Z', 0],
    ['2026-03-02T02:00:00Z', '2026-03-02T02:00:00Z', 0],
  ])('from %s to %s: %i', (from, to, seconds) => {
    expect(openSeconds(hours, new Date(from), new Date(to))).toBe(seconds);
  });
});
