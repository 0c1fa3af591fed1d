import { expect, it } from 'vitest';
import { promiseTruth } from '@/lib/reports/promise-truth';

const started = new Date('2026-03-02T09:00:00Z');
const leg = (waitSeconds: number, p50: number | null, p90: number | null, more: object = {}) => ({
  waitSeconds,
  startedAt: started,
  estimateP50Seconds: p50,
  estimateP90Seconds: p90,
  ordinal: 1,
  ...more,
});

it.each([
  ['nothing', [], { counted: 0, medianErrorSeconds: null, biasSeconds: null, kept: null }],
  [
    'one kept and one broken promise',
    [leg(100, 120, 300), leg(500, 200, 400)],
    { counted: 2, medianErrorSeconds: 160, biasSeconds: 140, kept: 0.5 },
  ],
  [
    'exactly the promise is kept',
    [leg(400, 200, 400)],
    { counted: 1, medianErrorSeconds: 200, biasSeconds: 200, kept: 1 },
  ],
  [
    'the middle one of three errors',
    [leg(100, 90, 300), leg(100, 160, 300), leg(100, 400, 500)],
    { counted: 3, medianErrorSeconds: 60, biasSeconds: -117, kept: 1 },
  ],
  [
    'no service, no estimate and later legs do not count',
    [leg(100, 90, 300, { startedAt: null }), leg(100, null, null), leg(900, 90, 300, { ordinal: 2 })],
    { counted: 0, medianErrorSeconds: null, biasSeconds: null, kept: null },
  ],
])('%s', (_, legs, truth) => {
  expect(promiseTruth(legs)).toEqual(truth);
});
