import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opening } from '@/lib/halls/opening-hours';
import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

const NINE_TO_SIX = [{ opens: '09:00', closes: '18:00' }];
const hours = {
  timeZone: 'Asia/Shanghai',
  weeklyHours: [
    NINE_TO_SIX,
    NINE_TO_SIX,
    NINE_TO_SIX,
    NINE_TO_SIX,
    NINE_TO_SIX,
    [{ opens: '10:00', closes: '16:00' }],
    [],
  ],
  exceptions: [{ id: 'x', date: '2026-03-04', hours: [], reason: { 'zh-CN': '', en: '', es: '' } }],
};

describe('opening', () => {
  it.each([
    // Shanghai is eight hours ahead; 2026-03-02 is a Monday.
    ['2026-03-02T00:59:59Z', false, '2026-03-02T01:00:00.000Z', true],
    ['2026-03-02T01:00:00Z', true, '2026-03-02T10:00:00.000Z', false],
    ['2026-03-02T09:59:59Z', true, '2026-03-02T10:00:00.000Z', false],
    ['2026-03-02T10:00:00Z', false, '2026-03-03T01:00:00.000Z', true],
    // Wednesday is an exception: closed all day.
    ['2026-03-04T03:00:00Z', false, '2026-03-05T01:00:00.000Z', true],
    // Sunday is closed; the next change is Monday's opening.
    ['2026-03-08T03:00:00Z', false, '2026-03-09T01:00:00.000Z', true],
  ])('at %s', (now, open, at, opens) => {
    expect(opening({ ...hours }, new Date(now))).toMatchObject({ open, nextChange: { at: new Date(at), opens } });
  });

  it('joins a day that ends at midnight with one that begins there', () => {
    const always = {
      ...hours,
      exceptions: [],
      weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]),
    };
    expect(opening(always, new Date('2026-03-02T15:59:59Z'))).toMatchObject({ open: true, nextChange: null });
  });

  it('knows no next change when the hall never opens', () => {
    const never = { ...hours, weeklyHours: Array.from({ length: 7 }, () => []) };
    expect(opening(never, new Date('2026-03-02T02:00:00Z'))).toMatchObject({ open: false, nextChange: null });
  });
});

describe('wall clock and instants', () => {
  const zones = [
    'Asia/Shanghai',
    'Pacific/Chatham',
    'America/Sao_Paulo',
    'Europe/Warsaw',
    'Asia/Kathmandu',
    'America/St_Johns',
  ];
  const instant = fc
    .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
    .map((ms) => new Date(ms - (ms % 1000)));

  it('is the same instant there and back, except in the hour that happens twice', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const local = localTime(at, zone);
        const back = instantOf(local.day, local.secondOfDay, zone);
        expect(localTime(back, zone)).toEqual(local);
        expect(Math.abs(back.getTime() - at.getTime())).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('moves over a time that the clock jumps over', () => {
    // Warsaw, 2026-03-29: 02:00 becomes 03:00.
    expect(instantOf('2026-03-29', 2.5 * 3600, 'Europe/Warsaw').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('adds days over months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
