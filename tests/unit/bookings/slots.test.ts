import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookableDays, bookableOf, isOutsideHours, slotAt, slotsOn, spread } from '@/lib/bookings/slots';

const everyHour = (count: number) => Array.from({ length: 7 }, () => Array<number>(24).fill(count));
const week = (opens: string, closes: string) => Array.from({ length: 7 }, () => [{ opens, closes }]);
const nowhere = { 'zh-CN': '', en: '', es: '' };

function config(more: Partial<Parameters<typeof slotsOn>[0]> = {}) {
  return {
    timeZone: 'Europe/Madrid',
    weeklyHours: week('09:00', '11:00'),
    exceptions: [],
    bookingWalkInShare: 0,
    bookingDaysAhead: 7,
    ...more,
  };
}

const cards = (slotMinutes: number, count: number) => ({
  serviceId: 'cards',
  slotMinutes,
  perHour: everyHour(count),
  active: true,
});
const times = (slots: { at: Date; capacity: number }[]) =>
  slots.map(({ at, capacity }) => `${at.toISOString().slice(11, 16)}×${capacity}`);

describe('the slots of a day', () => {
  it.each([
    { minutes: 30, count: 4, share: 0, expected: ['08:00×2', '08:30×2', '09:00×2', '09:30×2'] },
    // Of four an hour, half for walk-ins: one for each half hour.
    { minutes: 30, count: 4, share: 50, expected: ['08:00×1', '08:30×1', '09:00×1', '09:30×1'] },
    // One an hour in two slots: the whole person falls into the second.
    { minutes: 30, count: 1, share: 0, expected: ['08:30×1', '09:30×1'] },
    { minutes: 60, count: 3, share: 30, expected: ['08:00×2', '09:00×2'] },
    { minutes: 60, count: 3, share: 100, expected: [] },
    { minutes: 60, count: 0, share: 0, expected: [] },
  ])('$count an hour in $minutes minutes, $share % free for walk-ins', ({ minutes, count, share, expected }) => {
    const found = slotsOn(config({ bookingWalkInShare: share }), cards(minutes, count), '2026-03-02');
    expect(times(found)).toEqual(expected);
  });

  it('lie whole within the hours, and follow a day that differs from the week', () => {
    const halves = config({ weeklyHours: week('09:10', '10:20') });
    expect(times(slotsOn(halves, cards(30, 4), '2026-03-02'))).toEqual(['08:30×2']);
    const exception = { id: 'x', date: '2026-03-02', hours: [{ opens: '16:00', closes: '17:00' }], reason: nowhere };
    expect(times(slotsOn(config({ exceptions: [exception] }), cards(60, 4), '2026-03-02'))).toEqual(['15:00×4']);
    const closed = { ...exception, hours: [] };
    expect(slotsOn(config({ exceptions: [closed] }), cards(60, 4), '2026-03-02')).toEqual([]);
  });

  it('keep the wall clock when summer time begins and ends', () => {
    const night = config({ weeklyHours: week('00:00', '05:00') });
    // 02:00 to 03:00 does not exist on 29 March; it happens twice on 25 October and is booked once, at its first time.
    expect(times(slotsOn(night, cards(60, 1), '2026-03-29'))).toEqual(['23:00×1', '00:00×1', '01:00×1', '02:00×1']);
    expect(times(slotsOn(night, cards(60, 1), '2026-10-25'))).toEqual([
      '22:00×1',
      '23:00×1',
      '00:00×1',
      '02:00×1',
      '03:00×1',
    ]);
    expect(times(slotsOn(config(), cards(60, 1), '2026-03-28'))).toEqual(['08:00×1', '09:00×1']);
    expect(times(slotsOn(config(), cards(60, 1), '2026-03-29'))).toEqual(['07:00×1', '08:00×1']);
  });

  it('can be booked from now until the last day ahead', () => {
    const now = new Date('2026-03-02T08:00:00Z');
    const at = (text: string) => slotAt(config(), cards(60, 1), new Date(text), now);
    expect(at('2026-03-02T08:00:00Z')).toBeNull();
    expect(at('2026-03-02T09:00:00Z')).toMatchObject({ day: '2026-03-02', capacity: 1 });
    expect(at('2026-03-02T09:30:00Z')).toBeNull();
    expect(at('2026-03-09T08:00:00Z')).not.toBeNull();
    expect(at('2026-03-10T08:00:00Z')).toBeNull();
    // Days are the hall's: late in the evening it is tomorrow there already.
    expect(bookableDays({ timeZone: 'Asia/Shanghai', bookingDaysAhead: 1 }, new Date('2026-03-02T17:00:00Z'))).toEqual([
      '2026-03-03',
      '2026-03-04',
    ]);
  });

  it('no longer fit when the hall closes then', () => {
    const at = new Date('2026-03-02T08:30:00Z');
    expect(isOutsideHours(config(), 30, at)).toBe(false);
    expect(isOutsideHours(config({ weeklyHours: week('09:00', '09:45') }), 30, at)).toBe(true);
    expect(
      isOutsideHours(config({ exceptions: [{ id: 'x', date: '2026-03-02', hours: [], reason: nowhere }] }), 30, at),
    ).toBe(true);
  });
});

describe('the contingent of an hour', () => {
  it('is given out whole, evenly, and never above what is free of walk-ins', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.constantFrom(1, 2, 3, 4, 6, 12),
        fc.integer({ min: 0, max: 100 }),
        (contingent, slots, share) => {
          const bookable = bookableOf(contingent, share);
          expect(bookable).toBeLessThanOrEqual(contingent);
          expect(contingent - bookable).toBeGreaterThanOrEqual((contingent * share) / 100 - 1e-6);
          const each = spread(bookable, slots);
          expect(each.reduce((sum, one) => sum + one, 0)).toBe(bookable);
          expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
