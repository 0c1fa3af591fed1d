import { expect, test } from 'vitest';
import { figuresLine, type ReplayedTicket, toCsv, waitFigures, waitsOf } from '@/lib/replay/replay-report';

const ticket: ReplayedTicket = {
  id: '1',
  number: 'A001',
  service: 'A',
  loggedNumber: 17,
  issuedAt: 29_460,
  calledAt: 30_060,
  completedAt: 30_245,
  counterNumber: 3,
  loggedWaitSeconds: 540,
};

test('mean, middle and ninetieth percentile by nearest rank', () => {
  expect(waitFigures([10, 20, 30, 40, 50, 60, 70, 80, 90, 1000])).toEqual({ mean: 145, median: 50, p90: 90 });
  expect(waitFigures([])).toEqual({ mean: 0, median: 0, p90: 0 });
  expect(figuresLine('Waits', { mean: 75, median: 600, p90: 3700 })).toBe(
    'Waits                    mean     1:15   median    10:00   p90  1:01:40',
  );
});

test('one line a ticket; what never came is empty', () => {
  const waiting = { ...ticket, number: 'A002', calledAt: null, completedAt: null, counterNumber: null };
  expect(waitsOf([ticket, waiting])).toEqual([600]);
  expect(toCsv([ticket, waiting]).split('\n')).toEqual([
    'number,service,logged_number,issued_at,called_at,completed_at,counter,wait_seconds,logged_wait_seconds',
    'A001,A,17,08:11:00,08:21:00,08:24:05,3,600,540',
    'A002,A,17,08:11:00,,,,,540',
    '',
  ]);
});
