import { describe, expect, it } from 'vitest';
import { nextCount } from '@/lib/promotions/count-time';
import { countMaterial, daysLeft, materialState, materialTimes, NO_END } from '@/lib/promotions/material';

const poster = { validFrom: '2026-03-01', validUntil: '2026-03-10', warnDays: 3, standing: true };

describe('materialState', () => {
  it.each([
    ['2026-02-28', 'planned', 10],
    ['2026-03-01', 'valid', 9],
    ['2026-03-06', 'valid', 4],
    ['2026-03-07', 'expiring', 3],
    ['2026-03-10', 'expiring', 0],
    ['2026-03-11', 'expired', -1],
  ])('on %s it is %s', (today, state, left) => {
    expect(materialState(poster, today)).toBe(state);
    expect(daysLeft(poster, today)).toBe(left);
  });

  it('is removed once it is taken down, whatever its days', () => {
    expect(materialState({ ...poster, standing: false }, '2026-03-11')).toBe('removed');
  });

  it('never ends without a last day, and warns only on the last day without days of warning', () => {
    const sign = { ...poster, validUntil: NO_END };
    expect(materialState(sign, '2099-12-31')).toBe('valid');
    expect(daysLeft(sign, '2099-12-31')).toBeNull();
    expect(materialTimes(sign, 'Asia/Shanghai')).toBeNull();
    expect(materialState({ ...poster, warnDays: 0 }, '2026-03-09')).toBe('valid');
    expect(materialState({ ...poster, warnDays: 0 }, '2026-03-10')).toBe('expiring');
  });
});

it('warns and expires at midnight of the hall’s own zone', () => {
  expect(materialTimes(poster, 'Asia/Shanghai')).toEqual({
    expiringAt: new Date('2026-03-06T16:00:00Z'),
    expiredAt: new Date('2026-03-10T16:00:00Z'),
  });
  expect(materialTimes({ ...poster, standing: false }, 'Asia/Shanghai')).toBeNull();
});

it('counts what stands: not what is planned, not what was taken down', () => {
  const all = [
    poster,
    { ...poster, validUntil: '2026-03-04' },
    { ...poster, validFrom: '2026-03-06' },
    { ...poster, validUntil: '2026-03-04', standing: false },
  ];
  expect(countMaterial(all, '2026-03-05')).toEqual({ standing: 2, expired: 1 });
});

describe('nextCount', () => {
  const hours = {
    timeZone: 'Asia/Shanghai',
    weeklyHours: Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : [{ opens: '09:00', closes: '18:00' }])),
    exceptions: [],
  };
  it.each([
    ['before the opening of the day', '2026-03-06T00:59:00Z', '2026-03-06T01:00:00Z'],
    ['after it: the next day', '2026-03-06T01:00:00Z', '2026-03-07T01:00:00Z'],
    ['before a closed day: the one after', '2026-03-07T10:00:00Z', '2026-03-09T01:00:00Z'],
  ])('%s', (_, now, at) => {
    expect(nextCount(hours, new Date(now))).toEqual(new Date(at));
  });

  it('asks again after two weeks while the hall stays closed', () => {
    const closed = { ...hours, weeklyHours: Array.from({ length: 7 }, () => []) };
    expect(nextCount(closed, new Date('2026-03-06T01:00:00Z'))).toEqual(new Date('2026-03-19T16:00:00Z'));
  });
});
