import { expect, test } from 'vitest';
import { type Frequency, nextSending, reportedDays, retryAfter } from '@/lib/reports/mailing';

const at = (frequency: Frequency, clock = 7 * 3600 + 1800) => ({ frequency, sendAt: clock });

test.each<[string, Frequency, string, string, string, { from: string; to: string }]>([
  // In Shanghai 07:30 is 23:30 of the day before in UTC.
  ['the same morning', 'daily', '2026-03-01T23:00:00Z', 'Asia/Shanghai', '2026-03-01T23:30:00Z', days('2026-03-01')],
  ['not twice', 'daily', '2026-03-01T23:30:00Z', 'Asia/Shanghai', '2026-03-02T23:30:00Z', days('2026-03-02')],
  [
    'a Monday, about its last week',
    'weekly',
    '2026-03-03T00:00:00Z',
    'Asia/Shanghai',
    '2026-03-08T23:30:00Z',
    { from: '2026-03-02', to: '2026-03-08' },
  ],
  [
    'a first, about its last month',
    'monthly',
    '2026-02-10T00:00:00Z',
    'Asia/Shanghai',
    '2026-02-28T23:30:00Z',
    { from: '2026-02-01', to: '2026-02-28' },
  ],
  [
    'while summer time begins',
    'daily',
    '2026-03-28T12:00:00Z',
    'Europe/Warsaw',
    '2026-03-29T05:30:00Z',
    days('2026-03-28'),
  ],
  [
    'over the end of the year',
    'monthly',
    '2026-12-02T00:00:00Z',
    'UTC',
    '2027-01-01T07:30:00Z',
    { from: '2026-12-01', to: '2026-12-31' },
  ],
])('%s', (_, frequency, after, timeZone, next, reported) => {
  const sending = nextSending(at(frequency), new Date(after), timeZone);
  expect(sending.toISOString()).toBe(new Date(next).toISOString());
  expect(reportedDays(at(frequency), sending, timeZone)).toEqual(reported);
});

function days(day: string) {
  return { from: day, to: day };
}

test('an hour that summer time skips is sent right after', () => {
  const sending = nextSending(at('daily', 2.5 * 3600), new Date('2026-03-28T12:00:00Z'), 'Europe/Warsaw');
  expect(sending.toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('attempts come later each time, and end', () => {
  expect([1, 2, 3, 4, 5, 6].map(retryAfter)).toEqual([60, 300, 900, 3600, 14_400, null]);
});
