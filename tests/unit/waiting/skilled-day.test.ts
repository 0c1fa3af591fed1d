import { describe, expect, test } from 'vitest';
import { finished, playPlan } from '@/lib/waiting/planned-day';
import { openingOrder, playSkilled, type SkilledDemand } from '@/lib/waiting/skilled-day';

const HOUR = 3600;
const target = { share: 0.9, seconds: 600, mostCounters: 30 };
const handling = { kind: 'exponential' as const, mean: 240 };
const timing = { from: 9 * HOUR, stepSeconds: 1800, callSeconds: 0, gapSeconds: 0, noShowSeconds: 60 };
const alike = { handling, meanHandlingSeconds: 240, patienceSeconds: 1800, noShowProbability: 0 };

function demand(...perHour: number[][]): SkilledDemand {
  return { ...timing, services: perHour.map((rates) => ({ ...alike, perHour: rates })) };
}

const play = (...args: Parameters<typeof playSkilled>) => finished(playSkilled(...args));
const flat = (value: number, steps = 8) => Array<number>(steps).fill(value);

describe('with the services that counters take', () => {
  test('where each takes everything, it is the day that the sums know', () => {
    const apart = demand(flat(30), flat(15), flat(15));
    const counters = flat(5);
    const everything = [0, 1, 2];
    const { share, steps } = play(apart, target, Array(5).fill(everything), counters, 1);
    const pooled = finished(playPlan({ ...timing, ...alike, perHour: flat(60) }, target, counters, 2, 80));
    expect(Math.abs(share! - pooled.share!)).toBeLessThan(0.02);
    expect(steps).toHaveLength(8);
    expect(steps[3]!.map(({ customers }) => Math.round(customers / 7.5))).toEqual([2, 1, 1]);
  });

  test('enough counters in all and too few of one service: that service is short, in its half hours', () => {
    const apart = demand(flat(20), [0, 0, 0, 0, 40, 40, 40, 40]);
    // Four can be opened, and but one of them takes the second service.
    const { services, steps, share } = play(apart, target, [[0, 1], [0], [0], [0]], flat(4), 1);
    expect(services.map(({ short }) => short)).toEqual([false, true]);
    expect(steps.map(([, second]) => second!.short)).toEqual([false, false, false, false, true, true, true, true]);
    expect(steps.every(([first]) => !first!.short)).toBe(true);
    expect(steps[0]![1]).toEqual({ customers: 0, share: null, short: false });
    expect(share!).toBeLessThan(0.9);
    // As if each took everything, nobody would have noticed.
    const pooled = finished(
      playPlan({ ...timing, ...alike, perHour: [...flat(20, 4), ...flat(60, 4)] }, target, flat(4), 1),
    );
    expect(Math.min(...pooled.steps.map((step) => step.share!))).toBeGreaterThan(share!);
  });

  test('what no open counter takes is not served at all', () => {
    const { services } = play(demand(flat(4), flat(4)), target, [[0], [1]], flat(1), 1);
    expect(services[0]!.short).toBe(false);
    expect(services[1]).toMatchObject({ share: 0, short: true });
  });

  test('counters that the hall does not have are not opened', () => {
    const apart = demand(flat(60));
    expect(play(apart, target, [[0], [0]], flat(20), 1)).toEqual(play(apart, target, [[0], [0]], flat(2), 1));
  });

  test('the same question has the same answer', () => {
    const ask = (seed: number) => play(demand(flat(20)), target, [[0], [0]], flat(2), seed);
    expect(ask(1)).toEqual(ask(1));
    expect(ask(2)).not.toEqual(ask(1));
  });
});

describe('the order in which counters are opened', () => {
  const busy = demand(flat(30), flat(10), flat(5));

  test('first what takes most of the work, then what is not taken yet, and each once', () => {
    expect(openingOrder(busy, [[0], [2], [0, 1], [0]])).toEqual([2, 0, 1, 3]);
    expect(openingOrder(busy, [[2], [1], [0]])).toEqual([2, 1, 0]);
    expect(openingOrder(busy, [])).toEqual([]);
  });

  test('counters alike are opened in their own order', () => {
    expect(openingOrder(busy, [[0], [0], [0]])).toEqual([0, 1, 2]);
  });
});
