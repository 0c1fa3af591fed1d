import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HandlingSampler } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import {
  addDuration,
  believedMoments,
  type DurationSums,
  fadeDurations,
  longestBelieved,
} from '@/lib/waiting/duration-sums';
import { hallHandling, type KnownHandling } from '@/lib/waiting/handling-stats';
import { addEnding, addLeaving, NO_LEAVING, noShowProbability, patienceSeconds } from '@/lib/waiting/leaving-stats';

const sums = (values: Iterable<number>): DurationSums => {
  let seen: DurationSums = {};
  for (const value of values) seen = addDuration(seen, value, 1);
  return seen;
};

function draws(count: number, mean: number, sd: number, seed = 3): number[] {
  const sampler = new HandlingSampler({ kind: 'logNormal', mean, sd });
  const random = new Random(seed);
  return Array.from({ length: count }, () => sampler.draw(random));
}

function known(overrides: Partial<KnownHandling> = {}): KnownHandling {
  return { targetSeconds: 180, all: {}, hour: {}, clerks: new Map(), today: [], ...overrides };
}

const mean = (overrides: Partial<KnownHandling>) => hallHandling([known(overrides)], 180).services[0]!.meanSeconds;

describe('handling', () => {
  test('learns mean and spread of what it sees, also of textbook handling', () => {
    const [service] = hallHandling([known({ all: sums(draws(4000, 300, 200)) })], 180).services;
    expect(Math.abs(service!.meanSeconds / 300 - 1)).toBeLessThan(0.05);
    expect(Math.abs(service!.sdSeconds / 200 - 1)).toBeLessThan(0.15);
    expect(service!.weight).toBeGreaterThan(3900);
    const random = new Random(4);
    const exponential = mean({ all: sums(Array.from({ length: 4000 }, () => random.exponential(120))) });
    expect(Math.abs(exponential / 120 - 1)).toBeLessThan(0.05);
  });

  test('before the first customer: the target, as the hall keeps its own', () => {
    expect(mean({})).toBe(180);
    const slow = known({ all: sums(draws(500, 360, 200)) });
    const [, fresh] = hallHandling([slow, known({ targetSeconds: 600 })], 180).services;
    expect(fresh!.meanSeconds).toBeGreaterThan(1000);
    expect(fresh!.weight).toBe(3);
  });

  test('few customers move it a little, many carry it', () => {
    const of = (count: number) => mean({ all: sums(Array(count).fill(360)) });
    expect(of(1)).toBeLessThan(220);
    expect(of(10)).toBeGreaterThan(of(1));
    expect(of(200)).toBeGreaterThan(340);
  });

  test('an hour leans on its service, today on both', () => {
    const all = sums(draws(1000, 200, 120));
    const usual = mean({ all });
    const few = mean({ all, hour: sums(Array(6).fill(400)) });
    const many = mean({ all, hour: sums(draws(600, 400, 240)) });
    expect(few / usual).toBeGreaterThan(1.05);
    expect(few / usual).toBeLessThan(1.15);
    expect(many / usual).toBeGreaterThan(1.75);
    const today = mean({ all, today: Array(40).fill(2 * usual) });
    expect(today / usual).toBeCloseTo(1.5, 1);
  });

  test.each([1, 10, 30])('%i in 300 forgotten for an hour: the mean moves by less than 3 %', (forgotten) => {
    const real = draws(300 - forgotten, 180, 110);
    const moved = mean({ all: sums([...real, ...Array(forgotten).fill(3600)]) });
    expect(Math.abs(moved / mean({ all: sums(real) }) - 1)).toBeLessThan(0.03);
    expect(mean({ all: sums(real), today: [...real, ...Array(forgotten).fill(3600)] })).toBeLessThan(190);
  });

  test('the very first customer forgotten for five hours: nothing is out of reason', () => {
    expect(mean({ all: sums([5 * 3600]) })).toBeLessThan(400);
  });

  test('it still follows when a service really becomes slower', () => {
    const before = fadeDurations(sums(draws(500, 120, 40)), 0.2);
    const after = draws(600, 480, 160).reduce((seen, value) => addDuration(seen, value, 1), before);
    expect(mean({ all: after })).toBeGreaterThan(400);
  });

  test('a service that takes long is no forgotten finish', () => {
    for (const usual of [900, 2400])
      expect(mean({ all: sums(draws(400, usual, usual * 0.7)) })).toBeGreaterThan(usual * 0.93);
  });

  test('whatever comes in, numbers stay numbers, positive and within reason', () => {
    const any = fc.array(
      fc.oneof(fc.double({ min: 0, max: 1e6 }), fc.constantFrom(Number.NaN, -5, 0, Number.POSITIVE_INFINITY, 1e-9)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(any, any, any, any, (all, hour, clerk, today) => {
        const { services, speeds } = hallHandling(
          [
            known({ all: sums(all), hour: sums(hour), clerks: new Map([['c', sums(clerk)]]), today }),
            known({ targetSeconds: 600 }),
          ],
          180,
        );
        for (const { meanSeconds, sdSeconds, weight } of services) {
          expect(meanSeconds).toBeGreaterThan(0);
          expect(meanSeconds).toBeLessThan(1e6);
          expect(sdSeconds).toBeGreaterThan(0);
          expect(Number.isFinite(sdSeconds)).toBe(true);
          expect(weight).toBeGreaterThanOrEqual(3);
        }
        for (const speed of speeds.values()) expect(speed >= 0.5 && speed <= 2).toBe(true);
      }),
    );
  });

  test('a clerk seen often is as fast as measured against the same services, a new one as fast as usual', () => {
    const quick = sums(draws(2000, 120, 60, 1));
    const slow = sums(draws(2000, 480, 240, 2));
    const hall = (clerk: DurationSums) =>
      hallHandling(
        [known({ all: quick, clerks: new Map([['c', {}]]) }), known({ all: slow, clerks: new Map([['c', clerk]]) })],
        180,
      ).speeds.get('c');
    // Slow services do not make a slow clerk.
    expect(hall(sums(draws(400, 480, 240, 5)))).toBeCloseTo(1, 1);
    expect(hall(sums(draws(400, 320, 160, 5)))).toBeCloseTo(1.45, 1);
    expect(hall(sums([1500]))).toBeGreaterThan(0.85);
    expect(hall(sums(Array(400).fill(1500)))).toBe(0.5);
    // Nothing believable was seen of her.
    expect(hall(sums([3 * 3600]))).toBeUndefined();
    expect(hall({})).toBeUndefined();
  });

  test('what is longer than believed is left out, what is not stays', () => {
    const seen = sums([...Array(50).fill(200), 9000]);
    const longest = longestBelieved(seen, 180);
    expect(longest).toBeGreaterThan(400);
    expect(longest).toBeLessThan(4000);
    expect(believedMoments(seen, longest)).toMatchObject({ count: 50, seconds: 10_000 });
    expect(longestBelieved({}, 0)).toBeGreaterThan(0);
  });
});

describe('leaving', () => {
  test('learns shares and patience, and begins with sensible ones', () => {
    expect(noShowProbability([NO_LEAVING])).toBe(0.02);
    expect(patienceSeconds([NO_LEAVING])).toBe(10_800);
    const random = new Random(8);
    let stats = NO_LEAVING;
    for (let i = 0; i < 4000; i += 1) {
      const patience = random.exponential(1800);
      const offered = random.exponential(600);
      const end = patience < offered ? 'left' : random.next() < 0.1 ? 'noShow' : 'served';
      stats = addEnding(stats, { waitSeconds: Math.min(patience, offered), end }, 1);
    }
    expect(noShowProbability([stats])).toBeCloseTo(0.1, 1);
    expect(patienceSeconds([stats]) / 1800).toBeGreaterThan(0.9);
    expect(patienceSeconds([stats]) / 1800).toBeLessThan(1.1);
    // A service without customers is as the hall is.
    expect(noShowProbability([stats, NO_LEAVING])).toBeCloseTo(noShowProbability([stats]), 10);
    expect(patienceSeconds([stats, NO_LEAVING])).toBeCloseTo(patienceSeconds([stats]), 6);
  });

  test('never a share of none or all, whatever the counts', () => {
    const worst = addEnding(NO_LEAVING, { waitSeconds: Number.NaN, end: 'noShow' }, 1);
    expect(noShowProbability([addLeaving(worst, worst), worst])).toBeLessThan(1);
    expect(noShowProbability([])).toBeGreaterThan(0);
    expect(patienceSeconds([addEnding(NO_LEAVING, { waitSeconds: 0, end: 'left' }, 1e6)])).toBeGreaterThan(0);
  });
});
