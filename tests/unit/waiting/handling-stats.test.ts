import { describe, expect, test } from 'vitest';
import { HandlingSampler } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import {
  clerkSpeed,
  emptyHandlingStats,
  type HandlingStats,
  observe,
  shrunkHandling,
} from '@/lib/waiting/handling-stats';
import { emptyLeavingStats, noShowProbability, observeEnding, patienceSeconds } from '@/lib/waiting/leaving-stats';

const TARGET = { serviceSeconds: 180, hallSeconds: 180 };

function learn(values: Iterable<number>, usual = 180): HandlingStats {
  let stats = emptyHandlingStats(usual);
  for (const value of values) stats = observe(stats, value);
  return stats;
}

function* draws(count: number, mean: number, sd: number): Iterable<number> {
  const sampler = new HandlingSampler({ kind: 'logNormal', mean, sd });
  const random = new Random(3);
  for (let i = 0; i < count; i += 1) yield sampler.draw(random);
}

describe('handling', () => {
  test('learns mean and spread of what it sees, also of textbook handling', () => {
    const { meanSeconds, sdSeconds, weight } = shrunkHandling(learn(draws(4000, 300, 200)), null, TARGET);
    expect(meanSeconds / 300).toBeCloseTo(1, 0.8);
    expect(sdSeconds / 200).toBeCloseTo(1, 0.7);
    expect(weight).toBeGreaterThan(250);
    const random = new Random(4);
    const exponential = learn(Array.from({ length: 4000 }, () => random.exponential(120)));
    expect(Math.abs(exponential.mean / 120 - 1)).toBeLessThan(0.1);
  });

  test('before the first customer: the target, as the hall keeps its own', () => {
    expect(shrunkHandling(null, null, TARGET).meanSeconds).toBe(180);
    expect(shrunkHandling(emptyHandlingStats(180), emptyHandlingStats(180), TARGET).meanSeconds).toBe(180);
    const slowHall = learn(draws(500, 360, 200));
    const fresh = shrunkHandling(null, slowHall, { serviceSeconds: 600, hallSeconds: 180 });
    expect(fresh.meanSeconds).toBeGreaterThan(1000);
    expect(fresh.weight).toBe(3);
  });

  test('few customers move it a little, many carry it', () => {
    const mean = (count: number) => shrunkHandling(learn(Array(count).fill(360)), null, TARGET).meanSeconds;
    expect(mean(1)).toBeLessThan(200);
    expect(mean(10)).toBeCloseTo(270, -1);
    expect(mean(200)).toBeGreaterThan(340);
  });

  test('a forgotten finish moves a known service by a few percent, and a new one not out of reason', () => {
    const known = learn(draws(300, 180, 100));
    expect(observe(known, 3 * 3600).mean / known.mean).toBeLessThan(1.05);
    const first = observe(emptyHandlingStats(180), 5 * 3600);
    expect(shrunkHandling(first, null, TARGET).meanSeconds).toBeLessThan(400);
  });

  test('it still follows when a service really becomes slower', () => {
    let stats = learn(draws(500, 120, 40));
    for (const value of draws(600, 480, 160)) stats = observe(stats, value);
    expect(stats.mean).toBeGreaterThan(400);
  });

  test('nonsense changes nothing, and no number is ever NaN', () => {
    const stats = learn([200, 220]);
    for (const bad of [Number.NaN, -5, 0, Number.POSITIVE_INFINITY]) expect(observe(stats, bad)).toBe(stats);
    for (const list of [[], [0.0001], Array(50).fill(100), [1e9, 1e-9]]) {
      const { meanSeconds, sdSeconds } = shrunkHandling(learn(list), learn(list), TARGET);
      expect(meanSeconds).toBeGreaterThan(0);
      expect(Number.isFinite(meanSeconds + sdSeconds)).toBe(true);
    }
  });

  test('survives storage as JSON', () => {
    const stats = learn([100, 200, 300]);
    expect(observe(JSON.parse(JSON.stringify(stats)), 150)).toEqual(observe(stats, 150));
  });

  test('a clerk seen often is as fast as measured, a new one as fast as usual', () => {
    expect(clerkSpeed(null)).toBe(1);
    expect(clerkSpeed(learn(Array(400).fill(0.8), 1))).toBeCloseTo(1.23, 1);
    expect(clerkSpeed(learn([3], 1))).toBeGreaterThan(0.85);
    expect(clerkSpeed(learn(Array(400).fill(9), 1))).toBe(0.5);
  });
});

describe('leaving', () => {
  test('learns shares and patience, and begins with sensible ones', () => {
    expect(noShowProbability(null)).toBe(0.02);
    expect(patienceSeconds(null)).toBe(10_800);
    const random = new Random(8);
    let stats = emptyLeavingStats();
    for (let i = 0; i < 4000; i += 1) {
      const patience = random.exponential(1800);
      const offered = random.exponential(600);
      const end = patience < offered ? 'left' : random.next() < 0.1 ? 'noShow' : 'served';
      stats = observeEnding(stats, { waitSeconds: Math.min(patience, offered), end });
    }
    expect(noShowProbability(stats)).toBeCloseTo(0.1, 1);
    expect(patienceSeconds(stats) / 1800).toBeGreaterThan(0.8);
    expect(patienceSeconds(stats) / 1800).toBeLessThan(1.25);
  });
});
