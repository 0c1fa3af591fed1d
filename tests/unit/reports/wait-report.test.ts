import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUp, ERROR_STEPS, type SummarisedLeg, waitCountsOf, workCountsOf } from '@/lib/reports/leg-summary';
import { figuresOf } from '@/lib/reports/wait-report';
import { workFiguresOf } from '@/lib/reports/work-report';

const limits = { limitSeconds: 600, goalSeconds: 300, handlingTargetSeconds: 180 };
const at = new Date('2026-03-02T02:00:00Z');

function leg(overrides: Partial<SummarisedLeg> = {}): SummarisedLeg {
  return {
    serviceDay: '2026-03-02',
    ordinal: 1,
    serviceId: 'cards',
    counterId: 'one',
    staffId: 'li',
    waitingSince: at,
    startedAt: at,
    waitSeconds: 0,
    handlingSeconds: 60,
    ending: 'completed',
    limitsCrossed: 0,
    estimateP50Seconds: null,
    estimateP90Seconds: null,
    ...overrides,
  };
}

const waits = (legs: SummarisedLeg[]) =>
  figuresOf(
    addUp(legs.map((one) => ({ key: {}, counts: waitCountsOf(one, limits) })))[0]?.counts ??
      waitCountsOf(leg(), limits),
  );

test('the middle error of estimates is off by the width of its step at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1800 }), { minLength: 1, maxLength: 200 }), (errors) => {
      const told = errors.map((error, i) =>
        leg({
          waitSeconds: i % 2 ? 2000 + error : 2000 - error,
          estimateP50Seconds: 2000,
          estimateP90Seconds: 4000,
        }),
      );
      const sorted = errors.toSorted((a, b) => a - b);
      const exact = sorted[Math.ceil(errors.length / 2) - 1] as number;
      const place = ERROR_STEPS.findIndex((step) => exact <= step);
      const width = (ERROR_STEPS[place] as number) - (ERROR_STEPS[place - 1] ?? 0);
      const found = waits(told);
      expect(Math.abs((found.medianErrorSeconds ?? Number.NaN) - exact)).toBeLessThanOrEqual(width);
      expect(found.promiseShare).toBe(1);
    }),
  );
});

test.each([
  ['a served customer', leg(), { abandoned: 0, noShow: 0, transferred: 0 }],
  [
    'one who gave up',
    leg({ startedAt: null, handlingSeconds: null, ending: 'cancelled' }),
    { abandoned: 1, noShow: 0 },
  ],
  ['one whom the end of the day closed', leg({ startedAt: null, ending: 'closedByRule' }), { abandoned: 1 }],
  ['one who did not answer', leg({ startedAt: null, ending: 'noShow' }), { abandoned: 0, noShow: 1 }],
  ['one who was sent on', leg({ startedAt: null, ending: 'transferred' }), { abandoned: 0, transferred: 1 }],
  ['one who left from the counter', leg({ ending: 'cancelled' }), { abandoned: 0, noShow: 0 }],
])('%s counts once, in its place', (_, one, figures) => {
  expect(waits([one])).toMatchObject({ waits: 1, ...figures });
});

test('nobody came: no figure rather than 0 % or NaN', () => {
  const none = figuresOf(
    Object.fromEntries(Object.keys(waitCountsOf(leg(), limits)).map((name) => [name, 0])) as never,
  );
  for (const [name, value] of Object.entries(none))
    if (/Share|Seconds/.test(name)) expect([name, value]).toEqual([name, null]);
});

test('who takes the long business does not look slow for it', () => {
  const work = (staffId: string, serviceId: string, handlingSeconds: number) => {
    const one = leg({ staffId, serviceId, handlingSeconds });
    return { key: { staffId, serviceId, counterId: 'one' }, counts: workCountsOf(one, limits) };
  };
  // Both need 100 s for cards and 900 s for broadband; Wang takes nearly all of the broadband.
  const rows = [
    ...Array.from({ length: 9 }, () => work('li', 'cards', 100)),
    work('li', 'broadband', 900),
    work('wang', 'cards', 100),
    ...Array.from({ length: 9 }, () => work('wang', 'broadband', 900)),
  ];
  const clerks = workFiguresOf(addUp(rows), ({ staffId }) => staffId);
  expect(clerks.get('li')).toMatchObject({ meanHandlingSeconds: 180, handlingIndex: 1 });
  expect(clerks.get('wang')).toMatchObject({ meanHandlingSeconds: 820, handlingIndex: 1 });
  const slower = workFiguresOf(addUp([...rows, work('zhao', 'cards', 200)]), ({ staffId }) => staffId);
  expect(slower.get('zhao')?.handlingIndex).toBeGreaterThan(1.5);
});
