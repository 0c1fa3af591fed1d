import { describe, expect, test } from 'vitest';
import { presentStaffing } from '@/lib/staffing/presenter';
import { staffingCsv } from '@/lib/staffing/staffing-csv';
import { type ArrivalRow, arrivalDays, dayDemand, openHalfHours } from '@/lib/staffing/staffing-demand';
import type { HallHistory } from '@/lib/waiting/estimate';
import { finished, playPlan, searchStaffing } from '@/lib/waiting/planned-day';

const history: HallHistory = {
  callSeconds: 20,
  gapSeconds: 10,
  noShowSeconds: 60,
  services: [
    {
      serviceId: 'a',
      handling: { kind: 'logNormal', mean: 100, sd: 50 },
      noShowProbability: 0.1,
      patienceSeconds: 1200,
    },
    {
      serviceId: 'b',
      handling: { kind: 'logNormal', mean: 400, sd: 200 },
      noShowProbability: 0,
      patienceSeconds: 2400,
    },
  ],
};
const MONDAY = '2026-03-02';
const nine = [{ opens: '09:00', closes: '12:00' }];
const row = (serviceDay: string, halfHour: number, arrivals: number): ArrivalRow => ({
  serviceDay,
  halfHour,
  arrivals,
});

test('half hours in which a hall is open for at least a moment', () => {
  const open = openHalfHours([
    { opens: '09:15', closes: '10:00' },
    { opens: '23:30', closes: '24:00' },
  ]);
  expect(open.flatMap((is, i) => (is ? [i] : []))).toEqual([18, 19, 47]);
});

describe('what a weekday asks for', () => {
  test('its own days count most, and late ones more than early ones', () => {
    const days = arrivalDays([row('2026-02-23', 18, 10), row('2025-12-08', 18, 40), row('2026-02-24', 20, 6)], MONDAY);
    expect(days.map(({ weekday }) => weekday)).toEqual([0, 0, 1]);
    expect(days[0]!.weight).toBeCloseTo(0.5 ** (7 / 42), 9);
    const found = dayDemand(days, 0, nine, history, new Map());
    expect(found).toMatchObject({ first: 18, open: Array(6).fill(true) });
    // Between 10 and 40, nearer to the late 10; a Tuesday pulls a little to nothing.
    expect(found!.demand.perHour[0]! / 2).toBeGreaterThan(9);
    expect(found!.demand.perHour[0]! / 2).toBeLessThan(20);
  });

  test('services are mixed as they come, also their spread', () => {
    const { demand } = dayDemand(
      [],
      0,
      nine,
      history,
      new Map([
        ['a', 30],
        ['b', 10],
      ]),
    )!;
    expect(demand.meanHandlingSeconds).toBe(175);
    const squares = (3 * (100 ** 2 + 50 ** 2) + 400 ** 2 + 200 ** 2) / 4;
    expect(demand.handling).toMatchObject({ mean: 175, sd: expect.closeTo(Math.sqrt(squares - 175 ** 2), 6) });
    expect(demand.noShowProbability).toBeCloseTo(0.075, 9);
    expect(demand.patienceSeconds).toBeCloseTo(1 / (0.75 / 1200 + 0.25 / 2400), 6);
  });

  test('a closed weekday to which nobody comes asks for nothing; who comes early is seen', () => {
    expect(dayDemand([], 6, [], history, new Map())).toBeNull();
    const days = arrivalDays([row('2026-02-23', 17, 5), row('2026-02-23', 30, 0)], MONDAY);
    expect(dayDemand(days, 0, nine, history, new Map())).toMatchObject({
      first: 17,
      open: [false, ...Array(6).fill(true)],
    });
  });

  test('a hall without any past: open, and nobody is expected', () => {
    const { demand } = dayDemand([], 0, nine, history, new Map())!;
    expect(demand.perHour).toEqual(Array(6).fill(0));
    expect(Number.isFinite(demand.meanHandlingSeconds)).toBe(true);
  });
});

test('needed and intended stand beside each other, also in the file', () => {
  const days = arrivalDays(
    Array.from({ length: 6 }, (_, i) => row('2026-02-23', 18 + i, 30)),
    MONDAY,
  );
  const day = dayDemand(days, 0, nine, history, new Map([['a', 1]]))!;
  const target = { share: 0.9, seconds: 600, mostCounters: 9 };
  const needed = finished(searchStaffing(day.demand, target, 1));
  const few = needed.counters.map((count) => count - 1);
  const intended = finished(playPlan(day.demand, target, few, 1));
  const view = presentStaffing(
    { weekday: 0, learnedDays: 1, target, meanHandlingSeconds: 100, intended: { counters: [], at: new Date(0) } },
    { day, needed, intended },
  );
  expect(view.steps.map(({ from }) => from)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
  expect(view.needed.share!).toBeGreaterThan(0.89);
  expect(view.intended!.share!).toBeLessThan(view.needed.share!);
  expect(view.intended!.meanWaitSeconds!).toBeGreaterThan(view.needed.meanWaitSeconds!);
  expect(view.intended!.use!).toBeGreaterThan(view.needed.use!);
  expect(view.needed.counterHours - view.intended!.counterHours).toBe(3);
  const lines = staffingCsv(view).trimEnd().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([14]));
  expect(lines[1]).toMatch(/^1,09:00,/);
  expect(lines[1]).toMatch(/,-1$/);
  const unplanned = presentStaffing(
    { weekday: 0, learnedDays: 1, target, meanHandlingSeconds: 100, intended: null },
    { day, needed, intended: null },
  );
  expect(staffingCsv(unplanned)).toContain(',,,,,\r\n');
});
