import { expect, it } from 'vitest';
import type { StaffingStepView } from '@/lib/staffing/schema';
import { shortStretches } from '@/lib/staffing/short-stretches';

/** Half hours in which the needed and the intended counters leave these services short. */
function steps(rows: [halfHour: number, needed: string[], intended: string[] | null][]) {
  const plan = (codes: string[]) => ({ short: codes.map((serviceCode) => ({ serviceCode, customers: 1, share: 0 })) });
  return rows.map(([halfHour, needed, intended]) => ({
    halfHour,
    needed: plan(needed),
    intended: intended && plan(intended),
  })) as unknown as StaffingStepView[];
}

const day = steps([
  [20, ['a'], ['a', 'b']],
  [21, ['a', 'b'], ['b']],
  [22, [], []],
  [23, ['a'], null],
  [46, ['b'], ['a']],
  [47, ['b'], ['a']],
]);

it.each<['needed' | 'intended', string, string[]]>([
  ['needed', 'a', ['10:00–11:00', '11:30–12:00']],
  ['needed', 'b', ['10:30–11:00', '23:00–24:00']],
  ['intended', 'a', ['10:00–10:30', '23:00–24:00']],
  ['intended', 'b', ['10:00–11:00']],
  ['needed', 'c', []],
])('with the counters %s, service %s', (plan, code, expected) => {
  expect(shortStretches(day, code, plan).map(({ from, to }) => `${from}–${to}`)).toEqual(expected);
});

it('half hours in any order, and a gap in the day is a gap', () => {
  const split = steps([
    [30, ['a'], null],
    [19, ['a'], null],
    [18, ['a'], null],
  ]);
  expect(shortStretches(split, 'a', 'needed')).toEqual([
    { from: '09:00', to: '10:00' },
    { from: '15:00', to: '15:30' },
  ]);
});
