import { describe, expect, test } from 'vitest';
import { presentStaffing } from '@/lib/staffing/presenter';
import { staffingCsv } from '@/lib/staffing/staffing-csv';
import {
  type ArrivalRow,
  arrivalDays,
  dayDemand,
  openHalfHours,
  serviceMix,
  skilledDemand,
} from '@/lib/staffing/staffing-demand';
import type { HallHistory } from '@/lib/waiting/estimate';
import { finished, playPlan, searchStaffing } from '@/lib/waiting/planned-day';
import { playSkilled } from '@/lib/waiting/skilled-day';

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
const mix = (...came: [serviceId: string, halfHour: number, arrivals: number][]) =>
  serviceMix(came.map(([serviceId, halfHour, arrivals]) => ({ serviceId, halfHour, arrivals })));
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
    const { demand } = dayDemand([], 0, nine, history, mix(['a', 18, 30], ['b', 18, 10]))!;
    expect(demand.meanHandlingSeconds).toBe(175);
    const squares = (3 * (100 ** 2 + 50 ** 2) + 400 ** 2 + 200 ** 2) / 4;
    expect(demand.handling).toMatchObject({ mean: 175, sd: expect.closeTo(Math.sqrt(squares - 175 ** 2), 6) });
    expect(demand.noShowProbability).toBeCloseTo(0.075, 9);
    expect(demand.patienceSeconds).toBeCloseTo(1 / (0.75 / 1200 + 0.25 / 2400), 6);
  });

  test('with the services apart it is the same day, each half hour shared as it was', () => {
    const days = arrivalDays([row('2026-02-23', 18, 40), row('2026-02-23', 20, 40)], MONDAY);
    const came = mix(['a', 18, 400], ['b', 20, 400]);
    const day = dayDemand(days, 0, nine, history, came)!;
    const apart = skilledDemand(day, history, came);
    const [a, b] = apart.services;
    day.demand.perHour.forEach((rate, i) => {
      expect(a!.perHour[i]! + b!.perHour[i]!).toBeCloseTo(rate, 9);
    });
    expect(a!.perHour[0]! / day.demand.perHour[0]!).toBeGreaterThan(0.95);
    expect(b!.perHour[2]! / day.demand.perHour[2]!).toBeGreaterThan(0.95);
    // A service for which nobody ever came is expected by nobody.
    const alone = mix(['a', 18, 400]);
    const one = skilledDemand(dayDemand(days, 0, nine, history, alone)!, history, alone);
    expect(one.services[1]!.perHour.every((rate) => rate === 0)).toBe(true);
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
  const day = dayDemand(days, 0, nine, history, mix(['a', 18, 30], ['b', 20, 6]))!;
  const target = { share: 0.9, seconds: 600, mostCounters: 9 };
  const needed = finished(searchStaffing(day.demand, target, 1));
  const few = needed.counters.map((count) => count - 1);
  const intended = finished(playPlan(day.demand, target, few, 1));
  const apart = skilledDemand(day, history, mix(['a', 18, 30], ['b', 20, 6]));
  // The counters take one of the two services each.
  const counters = needed.counters.map((_, i) => ({ number: i + 1, services: [i === 0 ? 1 : 0] }));
  const services = [
    { code: 'simple', names: { 'zh-CN': '简单', en: 'Simple', es: 'Simple' } },
    { code: 'difficult', names: { 'zh-CN': '复杂', en: 'Difficult', es: 'Difícil' } },
  ];
  const play = (open: readonly number[]) =>
    finished(
      playSkilled(
        apart,
        target,
        counters.map((counter) => counter.services),
        open,
        1,
      ),
    );
  const skilled = { services, counters, needed: play(needed.counters), intended: play(few) };
  const view = presentStaffing(
    { weekday: 0, learnedDays: 1, target, meanHandlingSeconds: 100, intended: { counters: [], at: new Date(0) } },
    { day, needed, intended, skilled },
  );
  expect(view.steps.map(({ from }) => from)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
  expect(view.needed.share!).toBeGreaterThan(0.89);
  expect(view.intended!.share!).toBeLessThan(view.needed.share!);
  expect(view.intended!.meanWaitSeconds!).toBeGreaterThan(view.needed.meanWaitSeconds!);
  expect(view.intended!.use!).toBeGreaterThan(view.needed.use!);
  expect(view.needed.counterHours - view.intended!.counterHours).toBe(3);
  const lines = staffingCsv(view).trimEnd().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([16]));
  expect(lines[1]).toMatch(/^1,09:00,/);
  expect(lines[1]).toMatch(/,-1,[^,]*,[^,]*$/);
  expect(view.services).toMatchObject([
    { code: 'simple', counters: 5 },
    { code: 'difficult', counters: 1 },
  ]);
  expect(view.counterOrder).toEqual([1, 2, 3, 4, 5, 6]);
  expect(view.intended!.skilledShare!).toBeLessThan(view.needed.skilledShare!);
  expect(view.needed.skilledShare!).toBeLessThan(view.needed.share!);
  const difficult = view.steps.find(({ from }) => from === '10:00')!.intended!.short;
  expect(difficult.map(({ serviceCode }) => serviceCode)).toContain('difficult');
  expect(lines[3]).toContain('difficult ');
  const unplanned = presentStaffing(
    { weekday: 0, learnedDays: 1, target, meanHandlingSeconds: 100, intended: null },
    { day, needed, intended: null, skilled: { ...skilled, intended: null } },
  );
  expect(staffingCsv(unplanned)).toMatch(/,,,,,,[^,\r]*,\r\n/);
});
