import { describe, expect, it } from 'vitest';
import { dueBack } from '@/lib/loans/loan';
import { fittingSuggestion } from '@/lib/suggestions/suggestion';
import { parseAmount } from '@/lib/tickets/amount';
import { endOfDay, isPromisable, remindAt } from '@/lib/unaccepted/unaccepted';

const hours = (spans: { opens: string; closes: string }[]) => ({
  timeZone: 'Asia/Shanghai',
  weeklyHours: Array.from({ length: 7 }, () => spans),
  exceptions: [],
});

describe('when a thing should be back', () => {
  const day = hours([
    { opens: '08:30', closes: '12:00' },
    { opens: '13:30', closes: '18:00' },
  ]);
  it.each([
    ['during the morning: at the last closing, not at noon', '2026-03-02T01:00:00Z', '2026-03-02T10:00:00Z'],
    ['after closing: at the end of the day', '2026-03-02T10:00:00Z', '2026-03-02T16:00:00Z'],
  ])('%s', (_, now, due) => {
    expect(dueBack(day, new Date(now)).toISOString()).toBe(new Date(due).toISOString());
  });
  it.each([
    ['lent in the evening: at the closing after midnight', '2026-03-02T14:00:00Z', '2026-03-02T18:00:00Z'],
    ['lent after midnight: when it closes', '2026-03-02T17:00:00Z', '2026-03-02T18:00:00Z'],
    ['lent by day: at the closing after the next midnight', '2026-03-02T19:00:00Z', '2026-03-03T18:00:00Z'],
  ])('in a hall that is open over midnight, %s', (_, now, due) => {
    const night = hours([
      { opens: '00:00', closes: '02:00' },
      { opens: '18:00', closes: '24:00' },
    ]);
    expect(dueBack(night, new Date(now))).toEqual(new Date(due));
  });
  it('in a hall that never closes: at the end of the day', () => {
    const always = hours([{ opens: '00:00', closes: '24:00' }]);
    expect(dueBack(always, new Date('2026-03-02T01:00:00Z'))).toEqual(new Date('2026-03-02T16:00:00Z'));
  });
  it('on a closed day: at its end', () => {
    expect(dueBack(hours([]), new Date('2026-03-02T01:00:00Z'))).toEqual(new Date('2026-03-02T16:00:00Z'));
  });
});

describe('amounts', () => {
  it.each([
    ['18.5', 1850],
    ['18,05', 1805],
    ['20', 2000],
    ['1e3', null],
    ['-1', null],
    ['', null],
    ['1.234', null],
  ])('%s', (text, minor) => expect(parseAmount(text)).toBe(minor));
});

describe('promises', () => {
  it('lasts as long as its day in the hall', () => {
    expect(endOfDay('2026-03-04', 'Asia/Shanghai')).toEqual(new Date('2026-03-04T16:00:00Z'));
    expect(remindAt('2026-03-04', 'Asia/Shanghai')).toEqual(new Date('2026-03-03T01:00:00Z'));
  });
  it('is for today or later', () => {
    expect(isPromisable('2026-03-02', '2026-03-02')).toBe(true);
    expect(isPromisable('2026-03-01', '2026-03-02')).toBe(false);
    expect(isPromisable('2028-03-01', '2026-03-02')).toBe(false);
  });
});

describe('the fitting suggestion', () => {
  const one = (id: string, serviceIds: string[], sort: number, active = true) => ({
    id,
    code: id,
    names: { 'zh-CN': id, en: id, es: id },
    serviceIds,
    sort,
    active,
  });
  const all = [one('general', [], 0), one('late', ['s'], 5), one('off', ['s'], 1, false), one('early', ['s'], 2)];
  it('is the first one for the service', () => expect(fittingSuggestion(all, 's')?.id).toBe('early'));
  it('is the general one where there is none', () => expect(fittingSuggestion(all, 't')?.id).toBe('general'));
  it('is none where nothing fits', () => expect(fittingSuggestion(all.slice(1), 't')).toBeNull());
});
