import { describe, expect, it } from 'vitest';
import { countsFor, nextSlot, slotsOn } from '@/lib/rounds/round-plan';

const hours = {
  timeZone: 'Asia/Shanghai',
  weeklyHours: [...Array.from({ length: 6 }, () => [{ opens: '09:00', closes: '18:00' }]), []],
  exceptions: [{ id: 'x', date: '2026-03-04', hours: [], reason: { 'zh-CN': '', en: '', es: '' } }],
};
const always = {
  ...hours,
  exceptions: [],
  weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]),
};
const template = {
  kind: 'cyclic',
  times: [] as string[],
  everyMinutes: null as number | null,
  graceMinutes: 30,
} as const;
const at = (text: string) => new Date(text);

describe('when rounds fall due', () => {
  it('before opening: its grace before the doors open, signed by then', () => {
    const slot = nextSlot({ ...template, kind: 'preOpening' }, hours, at('2026-03-01T20:00:00Z'));
    expect(slot).toEqual({ dueAt: at('2026-03-02T00:30:00Z'), signBy: at('2026-03-02T01:00:00Z') });
  });

  it('not on a day on which the hall stays closed', () => {
    const slot = nextSlot({ ...template, kind: 'preOpening' }, hours, at('2026-03-03T02:00:00Z'));
    expect(slot?.dueAt).toEqual(at('2026-03-05T00:30:00Z'));
  });

  it('after closing: from the last closing on', () => {
    const slot = nextSlot({ ...template, kind: 'closing' }, hours, at('2026-03-02T02:00:00Z'));
    expect(slot).toEqual({ dueAt: at('2026-03-02T10:00:00Z'), signBy: at('2026-03-02T10:30:00Z') });
  });

  it('a hall that never closes has neither', () => {
    expect(nextSlot({ ...template, kind: 'preOpening' }, always, at('2026-03-02T02:00:00Z'))).toBeNull();
    expect(nextSlot({ ...template, kind: 'closing' }, always, at('2026-03-02T02:00:00Z'))).toBeNull();
  });

  it('a hall that is open over midnight has its own opening and closing, and none at midnight', () => {
    const byNight = {
      ...always,
      weeklyHours: Array.from({ length: 7 }, () => [
        { opens: '00:00', closes: '02:00' },
        { opens: '18:00', closes: '24:00' },
      ]),
    };
    const opening = slotsOn({ ...template, kind: 'preOpening' }, byNight, '2026-03-03');
    expect(opening).toEqual([{ dueAt: at('2026-03-03T09:30:00Z'), signBy: at('2026-03-03T10:00:00Z') }]);
    const closing = slotsOn({ ...template, kind: 'closing' }, byNight, '2026-03-03');
    expect(closing).toEqual([{ dueAt: at('2026-03-02T18:00:00Z'), signBy: at('2026-03-02T18:30:00Z') }]);
  });

  it('every so many minutes while the hall is open, and never at its closing', () => {
    const slots = slotsOn({ ...template, everyMinutes: 180 }, hours, '2026-03-02');
    expect(slots.map((slot) => slot.dueAt)).toEqual([at('2026-03-02T04:00:00Z'), at('2026-03-02T07:00:00Z')]);
    expect(slotsOn({ ...template, everyMinutes: 240 }, always, '2026-03-02')).toHaveLength(5);
  });

  it('at given times of the day, in their order', () => {
    const slots = slotsOn({ ...template, times: ['15:00', '10:30'] }, hours, '2026-03-02');
    expect(slots.map((slot) => slot.dueAt)).toEqual([at('2026-03-02T02:30:00Z'), at('2026-03-02T07:00:00Z')]);
  });
});

it('an early signature counts for what is near, not for what is far', () => {
  const slot = { dueAt: at('2026-03-02T00:30:00Z'), signBy: at('2026-03-02T01:00:00Z') };
  expect(countsFor({ ...template, kind: 'preOpening' }, slot, at('2026-03-01T23:00:00Z'))).toBe(true);
  expect(countsFor({ ...template, kind: 'preOpening' }, slot, at('2026-03-01T16:00:00Z'))).toBe(false);
  expect(countsFor({ ...template, everyMinutes: 40 }, slot, at('2026-03-02T00:12:00Z'))).toBe(true);
  expect(countsFor({ ...template, everyMinutes: 40 }, slot, at('2026-03-02T00:05:00Z'))).toBe(false);
});
