import { expect, it } from 'vitest';
import { environment } from '@/lib/touchpoints/environment';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';

function measure(code: string, events: [kind: string, payload: object][]): Figure {
  const rule = (environment.standards as readonly Standard[]).find((one) => one.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  for (const [kind, payload] of events) rule.take(memory, { kind, payload } as JourneyEvent);
  return rule.measure(memory);
}

it.each<[string, [string, object][], Figure]>([
  ['nothing without material', [], { sum: 0, count: 0 }],
  ['the count of the morning', [['material.counted', { standing: 4, expired: 1 }]], { sum: 3, count: 4 }],
  [
    'what was left at the end of the day, not what was found in the morning',
    [
      ['material.counted', { standing: 4, expired: 1 }],
      ['material.removed', { standing: 3, expired: 0 }],
    ],
    { sum: 3, count: 3 },
  ],
  [
    'what expired and was seen but left',
    [
      ['material.expired', { standing: 2, expired: 1 }],
      ['material.checked', { standing: 2, expired: 1 }],
      ['counter.opened', { standing: 9, expired: 9 }],
      ['material.checked', { standing: 'many' }],
    ],
    { sum: 1, count: 2 },
  ],
])('noExpiredMaterial: %s', (_, events, figure) => {
  expect(measure('noExpiredMaterial', events)).toEqual(figure);
});

it.each<[string, [string, object][], Figure]>([
  ['nothing without dates', [['weakPoint.opened', {}]], { sum: 0, count: 0 }],
  ['a date that passed', [['weakPoint.overdue', { again: false }]], { sum: 0, count: 1 }],
  ['the same one missed again counts once', [['weakPoint.overdue', { again: true }]], { sum: 0, count: 0 }],
  ['done in time and checked', [['weakPoint.verified', { wasOverdue: false }]], { sum: 1, count: 1 }],
  ['done late: its miss has counted', [['weakPoint.verified', { wasOverdue: true }]], { sum: 0, count: 0 }],
  ['done, not checked yet', [['weakPoint.done', { wasOverdue: false }]], { sum: 0, count: 0 }],
])('weakPointsInTime: %s', (_, events, figure) => {
  expect(measure('weakPointsInTime', events)).toEqual(figure);
});
