import { describe, expect, it } from 'vitest';
import { openSecondsBetween, tallyOf } from '@/lib/stations/availability';
import { isIdle, type Waiter, whomToInvite } from '@/lib/stations/whom-to-invite';

const hours = {
  timeZone: 'Asia/Shanghai',
  weeklyHours: Array.from({ length: 7 }, () => [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:00', closes: '18:00' },
  ]),
  exceptions: [{ id: 'x', date: '2026-03-03', hours: [], reason: { 'zh-CN': '', en: '', es: '' } }],
};
const at = (text: string) => new Date(`${text}+08:00`);

describe('time in which somebody could have used a station', () => {
  it.each([
    ['2026-03-02T09:00', '2026-03-02T10:00', 3600],
    ['2026-03-02T11:30', '2026-03-02T13:30', 3600],
    ['2026-03-02T18:00', '2026-03-02T23:00', 0],
    // The third is closed all day.
    ['2026-03-02T17:00', '2026-03-04T10:00', 7200],
    ['2026-03-02T10:00', '2026-03-02T10:00', 0],
  ])('from %s to %s: %i s', (from, to, open) => {
    expect(openSecondsBetween(hours, at(from), at(to))).toBe(open);
  });

  it('takes a span past midnight once', () => {
    const always = {
      ...hours,
      exceptions: [],
      weeklyHours: hours.weeklyHours.map(() => [{ opens: '00:00', closes: '24:00' }]),
    };
    expect(openSecondsBetween(always, at('2026-03-02T23:00'), at('2026-03-03T01:00'))).toBe(7200);
  });

  it('counts a station that is made ready as in use, and one that is out of order as missed', () => {
    const talliedAt = at('2026-03-02T09:00');
    const now = at('2026-03-02T10:00');
    expect(tallyOf(hours, { state: 'resetting', talliedAt }, now)).toEqual({
      openSeconds: 3600,
      availableSeconds: 3600,
    });
    expect(tallyOf(hours, { state: 'faulty', talliedAt }, now)).toEqual({ openSeconds: 3600, availableSeconds: 0 });
  });
});

describe('whom to invite', () => {
  const waiter = (ticketId: string, minutes: number | null, waitingSince = '2026-03-02T02:00:00.000Z'): Waiter => ({
    ticketId,
    number: ticketId,
    waitingSince,
    expectedSeconds: minutes === null ? null : minutes * 60,
  });

  it('those who will wait longest, none who is called soon or unknown, each once', () => {
    const waiting = [waiter('soon', 4), waiter('a', 8), waiter('b', 20), waiter('asked', 30), waiter('unknown', null)];
    expect(whomToInvite(waiting, new Set(['asked'])).map(({ ticketId }) => ticketId)).toEqual(['b', 'a']);
  });

  it('of equal ones the one who has waited longer, and no more than asked for', () => {
    const waiting = [waiter('late', 9, '2026-03-02T02:05:00.000Z'), waiter('early', 9), waiter('c', 7), waiter('d', 6)];
    expect(whomToInvite(waiting, new Set()).map(({ ticketId }) => ticketId)).toEqual(['early', 'late', 'c']);
  });
});

it('a station is idle when it works and nobody was there for five minutes', () => {
  const now = new Date('2026-03-02T02:10:00Z');
  const station = { state: 'working', active: true, lastTrialAt: null };
  expect(isIdle(station, now)).toBe(true);
  expect(isIdle({ ...station, lastTrialAt: new Date('2026-03-02T02:05:01Z') }, now)).toBe(false);
  expect(isIdle({ ...station, lastTrialAt: new Date('2026-03-02T02:05:00Z') }, now)).toBe(true);
  expect(isIdle({ ...station, state: 'resetting' }, now)).toBe(false);
  expect(isIdle({ ...station, active: false }, now)).toBe(false);
});
