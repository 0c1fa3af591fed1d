import { describe, expect, test } from 'vitest';
import { Random } from '@/lib/simulation/random';
import { erlangA, erlangC, erlangCMeanWait, fewestServers, offeredWait } from '@/lib/waiting/erlang';

describe('Erlang C', () => {
  test.each([
    [2, 1, 0.333333],
    [3, 2, 0.444444],
    [5, 4, 0.554113],
    [10, 8, 0.40918],
    [10, 9, 0.668732],
    [14, 10, 0.174132],
    [20, 18, 0.550769],
    [100, 95, 0.506457],
  ])('%i servers, %i Erlangs: %f wait', (servers, offered, expected) => {
    expect(erlangC(servers, offered)).toBeCloseTo(expected, 6);
  });

  test('mean wait is C / (μ(s − a)); overload waits for ever', () => {
    expect(erlangCMeanWait(10, 9, 0.5)).toBeCloseTo(0.668732 / 0.5, 5);
    expect(erlangC(3, 3)).toBe(1);
    expect(erlangCMeanWait(3, 3, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(erlangC(3, 0)).toBe(0);
  });
});

describe('Erlang A', () => {
  test('50 servers, 48 arrivals a minute, handling 1 min, patience 2 min: the known values', () => {
    const result = erlangA({ servers: 50, arrivalRate: 48, serviceRate: 1, abandonmentRate: 0.5 });
    expect((result.abandoned * 100).toFixed(2)).toBe('3.09');
    expect((result.meanWait * 60).toFixed(2)).toBe('3.71');
    expect((result.occupancy * 100).toFixed(1)).toBe('93.0');
  });

  test('without leaving it is Erlang C, with its exponential tail', () => {
    const result = erlangA({ servers: 10, arrivalRate: 9, serviceRate: 1, abandonmentRate: 0 });
    expect(result.delayed).toBeCloseTo(erlangC(10, 9), 10);
    expect(result.meanWait).toBeCloseTo(erlangCMeanWait(10, 9, 1), 10);
    for (const time of [0, 0.3, 1, 5, 20]) {
      expect(result.offeredWithin(time)).toBeCloseTo(1 - erlangC(10, 9) * Math.exp(-time), 10);
    }
  });

  test('waits on offer agree with drawing them', () => {
    const input = { servers: 4, arrivalRate: 5, serviceRate: 1, abandonmentRate: 0.4 };
    const result = erlangA(input);
    const random = new Random(1);
    let busy = 0;
    let within = 0;
    let arrivals = 0;
    let inside = 0;
    // The chain itself, jump by jump; each arrival draws the wait of a patient customer.
    while (arrivals < 60_000) {
      const service = Math.min(inside, 4);
      const leaving = Math.max(0, inside - 4) * 0.4;
      if (random.next() * (5 + service + leaving) >= 5) {
        inside -= 1;
        continue;
      }
      arrivals += 1;
      let wait = 0;
      for (let i = 0; i <= inside - 4; i += 1) wait += random.exponential(1 / (4 + i * 0.4));
      if (inside >= 4) busy += 1;
      if (wait <= 0.5) within += 1;
      inside += 1;
    }
    expect(busy / arrivals).toBeCloseTo(result.delayed, 1.7);
    expect(within / arrivals).toBeCloseTo(result.offeredWithin(0.5), 1.7);
  });

  test('thousands of servers and hopeless overload stay finite', () => {
    const large = erlangA({ servers: 5000, arrivalRate: 4950, serviceRate: 1, abandonmentRate: 0.1 });
    expect(large.occupancy).toBeGreaterThan(0.97);
    expect(large.occupancy).toBeLessThan(1);
    const overload = erlangA({ servers: 10, arrivalRate: 400, serviceRate: 1, abandonmentRate: 0.05 });
    expect(overload.abandoned).toBeCloseTo(1 - 10 / 400, 6);
    expect(overload.occupancy).toBeCloseTo(1, 6);
    expect(overload.offeredWithin(1)).toBeLessThan(1e-6);
    const hopeless = erlangA({ servers: 1, arrivalRate: 5000, serviceRate: 1, abandonmentRate: 0.9 });
    expect(hopeless.abandoned).toBeCloseTo(1 - 1 / 5000, 6);
    expect(erlangA({ servers: 3, arrivalRate: 0, serviceRate: 1, abandonmentRate: 0 }).meanWait).toBe(0);
    expect(erlangA({ servers: 0, arrivalRate: 2, serviceRate: 1, abandonmentRate: 1 }).abandoned).toBeCloseTo(1, 10);
  });

  test('more people ahead, a longer wait on offer: Σ 1 / (sμ + iθ)', () => {
    expect(offeredWait(0, { servers: 2, serviceRate: 1, abandonmentRate: 1 })).toEqual({ mean: 0.5, variance: 0.25 });
    expect(offeredWait(1, { servers: 2, serviceRate: 1, abandonmentRate: 1 }).mean).toBeCloseTo(0.5 + 1 / 3, 12);
  });

  test('the fewest servers are enough, and one fewer are not', () => {
    const demand = { arrivalRate: 60, serviceRate: 20, abandonmentRate: 2 };
    const target = { share: 0.9, time: 10 / 60, atMost: 50 };
    const servers = fewestServers(demand, target)!;
    expect(erlangA({ servers, ...demand }).offeredWithin(target.time)).toBeGreaterThanOrEqual(0.9);
    expect(erlangA({ servers: servers - 1, ...demand }).offeredWithin(target.time)).toBeLessThan(0.9);
    expect(fewestServers(demand, { ...target, atMost: 2 })).toBeNull();
    expect(fewestServers({ ...demand, arrivalRate: 0 }, target)).toBe(0);
  });
});
