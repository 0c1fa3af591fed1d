import { expect, it } from 'vitest';
import { find } from '@/lib/touchpoints/find';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';

function measure(events: [kind: string, visitId: string | null, payload: object][]): Figure {
  const rule = (find.standards as readonly Standard[]).find(({ code }) => code === 'callersCame');
  if (!rule) throw new Error('The standard is gone.');
  const memory = rule.begin();
  for (const [kind, visitId, payload] of events) rule.take(memory, { kind, visitId, payload } as JourneyEvent);
  return rule.measure(memory);
}

const hotline = true;

it.each<[string, [string, string | null, object][], Figure]>([
  ['nothing without callers', [['visit.referred', null, { service: 'sim' }]], { sum: 0, count: 0 }],
  [
    'one who came and one who did not',
    [
      ['visit.arrived', 'a', { hotline }],
      ['booking.lapsed', 'b', { hotline }],
    ],
    { sum: 1, count: 2 },
  ],
  [
    'nobody who booked himself',
    [
      ['visit.arrived', 'a', {}],
      ['booking.lapsed', 'b', { hotline: false }],
    ],
    { sum: 0, count: 0 },
  ],
  [
    'each once: whose check-in was taken back and done again, who came when his time had lapsed',
    [
      ['visit.arrived', 'a', { hotline }],
      ['visit.arrived', 'a', { hotline }],
      ['booking.lapsed', 'b', { hotline }],
      ['visit.arrived', 'b', { hotline }],
    ],
    { sum: 2, count: 2 },
  ],
])('callersCame: %s', (_, events, figure) => {
  expect(measure(events)).toEqual(figure);
});
