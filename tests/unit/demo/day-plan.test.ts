import { describe, expect, test } from 'vitest';
import { chance, pick } from '@/lib/demo/chance';
import { comesIn, planDay } from '@/lib/demo/day-plan';
import { DEMO_HALL } from '@/lib/demo/demo-hall';
import { createHallBody } from '@/lib/halls/schema';

describe('the plan of a day', () => {
  const plan = planDay('2026-03-02');

  test('is the same for the same day, and another for another', () => {
    expect(planDay('2026-03-02').arrivals).toEqual(plan.arrivals);
    expect(planDay('2026-03-03').arrivals).not.toEqual(plan.arrivals);
  });

  test('has customers around the clock, for every service, in order of time', () => {
    const perHour = Array.from({ length: 24 }, (_, h) =>
      plan.arrivals.filter((a) => Math.floor(a.second / 3600) === h),
    );
    for (const hour of perHour) expect(hour.length).toBeGreaterThan(60);
    expect(Math.max(...perHour.map((h) => h.length))).toBeGreaterThan(1.3 * Math.min(...perHour.map((h) => h.length)));
    expect(new Set(plan.arrivals.map((a) => a.serviceCode))).toEqual(new Set(DEMO_HALL.services?.map((s) => s.code)));
    expect(plan.arrivals.every((a, i) => i === 0 || (plan.arrivals[i - 1]?.second ?? 0) <= a.second)).toBe(true);
  });

  test('has nine to eleven clerks at work at any minute', () => {
    for (let second = 0; second < 86_400; second += 60) {
      const duties = Array.from({ length: 12 }, (_, i) => plan.dutyOf(i + 1, second));
      const working = duties.filter((d) => d === 'work').length;
      expect(working).toBeGreaterThanOrEqual(8);
      expect(working).toBeLessThanOrEqual(11);
      expect(duties.filter((d) => d !== 'away').length).toBeGreaterThanOrEqual(9);
    }
  });

  test('names only what the demo hall has', () => {
    const hall = createHallBody.parse(DEMO_HALL);
    const classes = hall.classes.map((c) => c.code);
    const needs = hall.needs.map((n) => n.code);
    for (const arrival of plan.arrivals) {
      expect(classes).toContain(arrival.customerClass);
      for (const need of arrival.needs) expect(needs).toContain(need);
    }
  });
});

test('a full hall turns people away, an empty one nobody', () => {
  expect([0.01, 0.5, 0.99].map((k) => comesIn(k, 5))).toEqual([true, true, true]);
  expect([0.01, 0.5, 0.99].map((k) => comesIn(k, 22))).toEqual([true, false, false]);
});

test('chance is even, and the same question has the same answer', () => {
  const values = Array.from({ length: 4000 }, (_, i) => chance(7, `ticket ${i}`, 'comes'));
  expect(chance(7, 'ticket 3', 'comes')).toBe(values[3]);
  expect(values.filter((v) => v < 0.25).length).toBeGreaterThan(900);
  expect(values.filter((v) => v < 0.25).length).toBeLessThan(1100);
  expect(
    pick(
      [
        ['a', 1],
        ['b', 3],
      ] as const,
      0.24,
    ),
  ).toBe('a');
  expect(
    pick(
      [
        ['a', 1],
        ['b', 3],
      ] as const,
      0.26,
    ),
  ).toBe('b');
});
