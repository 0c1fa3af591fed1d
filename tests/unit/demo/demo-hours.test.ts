import { expect, it } from 'vitest';
import { demoHours } from '@/lib/demo/demo-hours';

// Shanghai is eight hours ahead.
const at = (clock: string, day = '2026-03-02') => new Date(`${day}T${clock}:00+08:00`);

it.each([
  [
    'by day it is closed for half an hour, until soon after the first played moment',
    at('11:58'),
    at('13:58'),
    { spans: ['00:00–11:50', '12:20–24:00'], checks: ['12:05'] },
  ],
  [
    'a break may reach over midnight',
    at('23:53', '2026-03-01'),
    at('00:09'),
    { spans: ['00:15–23:45'], checks: ['00:00'] },
  ],
  [
    'who looks in the first hours of a day sees an opening of that day too',
    at('22:30', '2026-03-01'),
    at('00:30'),
    { spans: ['00:05–22:20', '22:50–23:35'], checks: ['22:35', '23:50'] },
  ],
  [
    'who looks just after midnight finds it open',
    at('22:03', '2026-03-01'),
    at('00:03'),
    { spans: ['00:00–21:55', '22:25–24:00'], checks: ['22:10'] },
  ],
])('%s', (_, from, now, { spans, checks }) => {
  const hours = demoHours(from, now, 'Asia/Shanghai');
  expect(hours.spans.map(({ opens, closes }) => `${opens}–${closes}`)).toEqual(spans);
  expect(hours.checks).toEqual(checks);
});
