import { describe, expect, test } from 'vitest';
import { Random } from '@/lib/simulation/random';
import {
  type CounterState,
  estimateWaits,
  type HallHistory,
  type QueueState,
  type ServiceHistory,
  type WaitingTicket,
} from '@/lib/waiting/estimate';

const NOW = 1_700_000_000_000;

function counter(id: string, overrides: Partial<CounterState> = {}): CounterState {
  return { id, serviceIds: ['a'], state: 'serving', since: NOW - 60_000, servingServiceId: 'a', ...overrides };
}

function ticket(seq: number, overrides: Partial<WaitingTicket> = {}): WaitingTicket {
  return { id: `t${seq}`, serviceId: 'a', queueAt: NOW - 600_000 + seq * 1000, issuedSeq: seq, ...overrides };
}

function history(services: Partial<ServiceHistory>[] = [{}], overrides: Partial<HallHistory> = {}): HallHistory {
  return {
    services: services.map((service) => ({
      serviceId: 'a',
      handling: { kind: 'logNormal', mean: 200, sd: 120 },
      ...service,
    })),
    callSeconds: 0,
    gapSeconds: 0,
    noShowSeconds: 40,
    ...overrides,
  };
}

const UNKNOWN = { p50Seconds: null, p90Seconds: null, meanSeconds: null };

describe('exact results', () => {
  const servers = 10;
  const mean = 200;
  const rate = servers / mean;
  const longest = 70;

  /** A queue so long that every position that occurs often is in it; position n has n people ahead. */
  function estimates(patienceSeconds: number | null, seed: number) {
    const state: QueueState = {
      tickets: Array.from({ length: longest }, (_, n) => ticket(n)),
      counters: Array.from({ length: servers }, (_, i) => counter(`c${i}`, { since: NOW - i * 45_000 })),
    };
    const result = estimateWaits(
      state,
      history([{ handling: { kind: 'exponential', mean }, patienceSeconds }]),
      NOW,
      seed,
    );
    return state.tickets.map(({ id }) => result.tickets.get(id)!);
  }

  /** How good the estimates are in a hall in its steady state, over many seeds. */
  function quality(patienceSeconds: number | null) {
    const leave = patienceSeconds === null ? 0 : 1 / patienceSeconds;
    const load = 0.9 * rate;
    const weight: number[] = [];
    const best: { mean: number; variance: number }[] = [];
    let total = 0;
    for (let n = 0; n < longest; n += 1) {
      weight.push(n === 0 ? 1 : (weight[n - 1]! * load) / (rate + n * leave));
      total += weight[n]!;
      const stage = 1 / (rate + n * leave);
      const before = best[n - 1] ?? { mean: 0, variance: 0 };
      best.push({ mean: before.mean + stage, variance: before.variance + stage ** 2 });
    }
    const draws = 15_000;
    const random = new Random(99);
    const waits = best.map(() => new Float64Array(draws));
    for (let draw = 0; draw < draws; draw += 1) {
      let wait = 0;
      for (let n = 0; n < longest; n += 1) {
        wait += random.exponential(1 / (rate + n * leave));
        waits[n]![draw] = wait;
      }
    }
    for (const sample of waits) sample.sort();
    const seeds = 10;
    let excess = 0;
    let chance = 0;
    let kept = 0;
    for (let seed = 0; seed < seeds; seed += 1) {
      estimates(patienceSeconds, seed).forEach((estimate, n) => {
        const share = weight[n]! / total / seeds;
        excess += share * (estimate.meanSeconds! - best[n]!.mean) ** 2;
        chance += share * best[n]!.variance;
        kept += (share * countUpTo(waits[n]!, estimate.p90Seconds!)) / draws;
      });
    }
    return { squaredErrorOverBest: 1 + excess / chance, kept };
  }

  function countUpTo(sorted: Float64Array, value: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  test('M/M/10 at 90 % load: squared error within 3 % of the best possible, 90 ± 1 % within p90', () => {
    const { squaredErrorOverBest, kept } = quality(null);
    expect(squaredErrorOverBest).toBeLessThan(1.03);
    expect(Math.abs(kept - 0.9)).toBeLessThan(0.01);
  });

  test('with people who leave (mean patience 15 min): likewise', () => {
    const { squaredErrorOverBest, kept } = quality(900);
    expect(squaredErrorOverBest).toBeLessThan(1.03);
    expect(Math.abs(kept - 0.9)).toBeLessThan(0.01);
  });
});

describe('what the estimate knows', () => {
  test('same arguments, same answer', () => {
    const state = { tickets: [ticket(1), ticket(2)], counters: [counter('c1')] };
    expect(estimateWaits(state, history(), NOW, 5)).toEqual(estimateWaits(state, history(), NOW, 5));
    expect(estimateWaits(state, history(), NOW, 6)).not.toEqual(estimateWaits(state, history(), NOW, 5));
  });

  test('a free counter: no wait but the walk', () => {
    const state = { tickets: [], counters: [counter('c1', { state: 'open', servingServiceId: null })] };
    const { services } = estimateWaits(state, history([{}], { callSeconds: 15 }), NOW, 1);
    expect(services.get('a')).toEqual({ p50Seconds: 15, p90Seconds: 15, meanSeconds: 15 });
  });

  test('the order is arrival minus credit, then issue, whatever the order of the list', () => {
    const state = {
      tickets: [ticket(3, { queueAt: NOW }), ticket(2, { queueAt: NOW }), ticket(9, { queueAt: NOW - 900_000 })],
      counters: [counter('c1')],
    };
    const { tickets } = estimateWaits(state, history(), NOW, 1);
    const p50 = (id: string) => tickets.get(id)!.p50Seconds!;
    expect(p50('t9')).toBeLessThan(p50('t2'));
    expect(p50('t2')).toBeLessThan(p50('t3'));
  });

  test('nobody there to serve it: unknown, never a number', () => {
    const closed = { tickets: [ticket(1)], counters: [counter('c1', { state: 'closed' })] };
    expect(estimateWaits(closed, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
    expect(estimateWaits(closed, history(), NOW, 1).services.get('a')).toEqual(UNKNOWN);
    const none = { tickets: [ticket(1)], counters: [] };
    expect(estimateWaits(none, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
    const otherService = { tickets: [ticket(1)], counters: [counter('c1', { serviceIds: [] })] };
    expect(estimateWaits(otherService, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
    const away = { tickets: [ticket(1)], counters: [counter('c1', { state: 'paused', servingServiceId: null })] };
    expect(estimateWaits(away, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
    const stranger = { tickets: [ticket(1, { serviceId: 'gone' })], counters: [counter('c1')] };
    expect(estimateWaits(stranger, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
    const lost = { tickets: [ticket(1, { targetCounterId: 'gone' })], counters: [counter('c1')] };
    expect(estimateWaits(lost, history(), NOW, 1).tickets.get('t1')).toEqual(UNKNOWN);
  });

  test('a clerk on a break is back when it ends; a late one is expected in as long again', () => {
    const back = (pausedUntil: number) =>
      estimateWaits(
        { tickets: [ticket(1)], counters: [counter('c1', { state: 'paused', servingServiceId: null, pausedUntil })] },
        history(),
        NOW,
        1,
      ).tickets.get('t1')!.p50Seconds;
    expect(back(NOW + 300_000)).toBe(300);
    expect(back(NOW - 120_000)).toBe(120);
  });

  test('a planned end goes before the usual length of such breaks; once it is over, the length counts again', () => {
    const pauseLasts = { kind: 'logNormal' as const, mean: 1200, sd: 0 };
    const back = (since: number, pausedUntil: number | null) =>
      estimateWaits(
        {
          tickets: [ticket(1)],
          counters: [counter('c1', { state: 'paused', servingServiceId: null, since, pausedUntil, pauseLasts })],
        },
        history(),
        NOW,
        1,
      ).tickets.get('t1')!.p50Seconds;
    expect(back(NOW - 60_000, NOW + 300_000)).toBe(300);
    expect(back(NOW - 60_000, null)).toBeCloseTo(1140, 0);
    expect(back(NOW - 400_000, NOW - 1)).toBeCloseTo(800, 0);
  });

  test('a ticket sent to one counter waits for that one alone', () => {
    const counters = [counter('c1', { state: 'open' }), counter('c2', { state: 'paused', pausedUntil: NOW + 900_000 })];
    const { tickets } = estimateWaits({ tickets: [ticket(1, { targetCounterId: 'c2' })], counters }, history(), NOW, 1);
    expect(tickets.get('t1')!.p50Seconds).toBe(900);
  });

  test('a shift that ends first leaves those unknown who are not reached', () => {
    const tickets = Array.from({ length: 20 }, (_, i) => ticket(i));
    const state = { tickets, counters: [counter('c1', { closesAt: NOW + 1_200_000 })] };
    const estimate = estimateWaits(state, history(), NOW, 1).tickets;
    expect(estimate.get('t0')!.p90Seconds).not.toBeNull();
    expect(estimate.get('t19')).toEqual(UNKNOWN);
  });

  describe('pauses that clerks will take', () => {
    const twentyMinutes: QueueState = {
      tickets: Array.from({ length: 21 }, (_, n) => ticket(n)),
      counters: [counter('c1', { state: 'open' })],
    };
    const sure = { handling: { kind: 'logNormal', mean: 60, sd: 0 } } as const;
    const pauses = (perHour: number) => ({
      perHour,
      kinds: [{ share: 1, lasts: { kind: 'logNormal', mean: 600, sd: 0 } as const }],
    });
    const meanOfLast = (perHour: number, state = twentyMinutes) =>
      estimateWaits(state, history([sure], { pauses: pauses(perHour) }), NOW, 5).tickets.get('t20')!.meanSeconds!;

    test('lengthen the wait by their share of the time: 1 − e^(−rate × time) of their length', () => {
      expect(meanOfLast(0.001)).toBeCloseTo(1200, -1);
      for (const perHour of [1, 3]) {
        const expected = 1200 + 600 * (1 - Math.exp((-perHour * 1200) / 3600));
        expect(Math.abs(meanOfLast(perHour) - expected)).toBeLessThan(45);
      }
    });

    test('who is paused now works again before he pauses', () => {
      const back = [counter('c1', { state: 'paused', pausedUntil: NOW + 600_000 })];
      const worked = 1200 + 600 * (1 - Math.exp(-1200 / 3600));
      expect(Math.abs(meanOfLast(1, { ...twentyMinutes, counters: back }) - 600 - worked)).toBeLessThan(45);
    });
  });

  test('people with credit who are still to come push the others back', () => {
    const state = {
      tickets: Array.from({ length: 8 }, (_, i) => ticket(i, { queueAt: NOW })),
      counters: [counter('c1')],
    };
    const mean = (arrivals: ServiceHistory['arrivals']) =>
      estimateWaits(state, history([{ arrivals }]), NOW, 1).tickets.get('t7')!.meanSeconds!;
    const alone = mean([]);
    expect(mean([{ creditSeconds: 0, perHour: 9 }])).toBeCloseTo(alone, -2);
    expect(mean([{ creditSeconds: 7200, perHour: 9 }])).toBeGreaterThan(alone * 1.5);
  });

  test('people who leave or do not come shorten it', () => {
    const state = { tickets: Array.from({ length: 10 }, (_, i) => ticket(i)), counters: [counter('c1')] };
    const mean = (service: Partial<ServiceHistory>) =>
      estimateWaits(state, history([service]), NOW, 1).tickets.get('t9')!.meanSeconds!;
    expect(mean({ patienceSeconds: 600 })).toBeLessThan(mean({}) * 0.7);
    expect(mean({ noShowProbability: 0.3 })).toBeLessThan(mean({}) * 0.9);
  });

  test('few observations make a wide promise', () => {
    const state = { tickets: Array.from({ length: 10 }, (_, i) => ticket(i)), counters: [counter('c1')] };
    const p90 = (handlingWeight: number) =>
      estimateWaits(state, history([{ handlingWeight }]), NOW, 1).tickets.get('t9')!.p90Seconds!;
    expect(p90(2)).toBeGreaterThan(p90(500) * 1.15);
  });

  test('a customer in service for an hour does not block the estimate for ever', () => {
    const forgotten = { tickets: [ticket(1)], counters: [counter('c1', { since: NOW - 6 * 3_600_000 })] };
    const { p50Seconds, p90Seconds } = estimateWaits(forgotten, history(), NOW, 1).tickets.get('t1')!;
    expect(p50Seconds).toBeGreaterThan(60);
    expect(p90Seconds).toBeLessThan(900);
  });

  test('called and not yet there: the walk and the whole handling are still to come', () => {
    const wait = (state: 'called' | 'serving') =>
      estimateWaits(
        { tickets: [ticket(1)], counters: [counter('c1', { state, since: NOW - 5000 })] },
        history([{ handling: { kind: 'logNormal', mean: 200, sd: 0 } }], { callSeconds: 20, gapSeconds: 7 }),
        NOW,
        1,
      ).tickets.get('t1')!.p50Seconds;
    // The own walk of 20 s ends every wait.
    expect(wait('called')).toBe(15 + 200 + 7 + 20);
    expect(wait('serving')).toBe(195 + 7 + 20);
  });
});

describe('customers to come', () => {
  const waiting = { tickets: [ticket(1)], counters: [counter('c1')] };
  const hall = (arrivals: ServiceHistory['arrivals']) => estimateWaits(waiting, history([{ arrivals }]), NOW, 5);

  test('change nothing when they have no credit', () => {
    expect(hall([{ creditSeconds: 0, perHour: 500 }])).toEqual(hall([]));
  });

  test('push back who waits when they have credit, and a burst of them does not stop the house', () => {
    const calm = hall([]).services.get('a')!.p50Seconds!;
    const some = hall([{ creditSeconds: 1200, perHour: 12 }]).services.get('a')!.p50Seconds!;
    expect(some).toBeGreaterThan(calm);
    const started = performance.now();
    hall([{ creditSeconds: 1200, perHour: 1_000_000 }]);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
