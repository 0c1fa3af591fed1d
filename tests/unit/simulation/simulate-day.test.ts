import { expect, test } from 'vitest';
import { type ArrivalLog, drawArrivals } from '@/lib/simulation/arrivals';
import { OUTCOME } from '@/lib/simulation/hall-engine';
import { Random } from '@/lib/simulation/random';
import { type DayCounter, type DayPlan, simulateDay } from '@/lib/simulation/simulate-day';

const HOUR = 3600;

function counter(overrides: Partial<DayCounter> = {}): DayCounter {
  return { services: [0], opensAt: 0, closesAt: null, servesOut: false, breaks: [], speed: 1, ...overrides };
}

function plan(overrides: Partial<DayPlan> = {}): DayPlan {
  const service = {
    handling: { kind: 'logNormal' as const, mean: 100, sd: 0 },
    patienceSeconds: null,
    noShowProbability: 0,
  };
  return {
    services: [service, service],
    counters: [counter()],
    timing: { callSeconds: 0, gapSeconds: 0, noShowSeconds: 30 },
    ...overrides,
  };
}

function customers(list: { at: number; service?: number; credit?: number; handling?: number }[]): ArrivalLog {
  return {
    at: Float64Array.from(list, (customer) => customer.at),
    service: Int32Array.from(list, (customer) => customer.service ?? 0),
    creditSeconds: Float64Array.from(list, (customer) => customer.credit ?? 0),
    handlingSeconds: Float64Array.from(list, (customer) => customer.handling ?? -1),
  };
}

test('first come, first served; call and gap cost what they cost', () => {
  const day = simulateDay(
    plan({ timing: { callSeconds: 10, gapSeconds: 5, noShowSeconds: 30 } }),
    customers([{ at: 0 }, { at: 1 }, { at: 500 }]),
    1,
  );
  expect([...day.calledAt]).toEqual([0, 115, 500]);
  expect([...day.endedAt]).toEqual([110, 225, 610]);
});

test('credit puts forward by its minutes and no further; equal keys go by arrival', () => {
  const day = simulateDay(
    plan(),
    customers([{ at: 0 }, { at: 10 }, { at: 20, credit: 5 }, { at: 30, credit: 20 }, { at: 40, credit: 100 }]),
    1,
  );
  expect([...day.calledAt]).toEqual([0, 200, 400, 300, 100]);
});

test('a counter calls only its own services, and the idle one is asked at once', () => {
  const day = simulateDay(
    plan({ counters: [counter({ services: [0] }), counter({ services: [1] })] }),
    customers([{ at: 0 }, { at: 1 }, { at: 2, service: 1 }, { at: 3 }]),
    1,
  );
  expect([...day.calledAt]).toEqual([0, 100, 2, 200]);
  expect([...day.counter]).toEqual([0, 0, 1, 0]);
});

test('a newcomer goes to the counter idle longest', () => {
  const day = simulateDay(
    plan({ counters: [counter(), counter()] }),
    customers([{ at: 0 }, { at: 1, handling: 20 }, { at: 150 }]),
    1,
  );
  expect([...day.counter]).toEqual([0, 1, 1]);
});

test('a break waits for the customer at the counter and keeps its length; an idle counter leaves on time', () => {
  const busy = simulateDay(
    plan({ counters: [counter({ breaks: [{ at: 50, seconds: 300 }] })] }),
    customers([{ at: 0 }, { at: 10 }]),
    1,
  );
  expect(busy.calledAt[1]).toBe(400);
  const idle = simulateDay(
    plan({ counters: [counter({ breaks: [{ at: 50, seconds: 300 }] })] }),
    customers([{ at: 60 }, { at: 60 }]),
    1,
  );
  expect([...idle.calledAt]).toEqual([350, 450]);
});

test('at its end a counter leaves people waiting, or serves them out', () => {
  const arrivals = customers([{ at: 0 }, { at: 10 }, { at: 20 }]);
  const strict = simulateDay(plan({ counters: [counter({ closesAt: 150 })] }), arrivals, 1);
  expect([...strict.outcome]).toEqual([OUTCOME.served, OUTCOME.served, OUTCOME.waiting]);
  expect(strict.calledAt[2]).toBe(Number.POSITIVE_INFINITY);
  const kind = simulateDay(plan({ counters: [counter({ closesAt: 150, servesOut: true })] }), arrivals, 1);
  expect([...kind.calledAt]).toEqual([0, 100, 200]);
  const late = simulateDay(
    plan({ counters: [counter({ closesAt: 150, servesOut: true })] }),
    customers([{ at: 0 }, { at: 160 }]),
    1,
  );
  expect(late.outcome[1]).toBe(OUTCOME.waiting);
});

test('who leaves takes no time; who does not come takes the time of the call', () => {
  const impatient = plan({
    services: [{ handling: { kind: 'logNormal', mean: 1000, sd: 0 }, patienceSeconds: 1, noShowProbability: 0 }],
  });
  const left = simulateDay(impatient, customers([{ at: 0 }, { at: 1 }, { at: 2 }]), 3);
  expect([...left.outcome]).toEqual([OUTCOME.served, OUTCOME.left, OUTCOME.left]);
  expect(left.calledAt[1]).toBe(1000);
  expect(left.endedAt[1]).toBeLessThan(1000);
  const absent = plan({
    services: [{ handling: { kind: 'logNormal', mean: 100, sd: 0 }, patienceSeconds: null, noShowProbability: 1 }],
  });
  const missed = simulateDay(absent, customers([{ at: 0 }, { at: 1 }]), 3);
  expect([...missed.outcome]).toEqual([OUTCOME.noShow, OUTCOME.noShow]);
  expect([...missed.calledAt]).toEqual([0, 30]);
});

test('same seed, same day; another seed, another day; rates are kept', () => {
  const profile = {
    from: 8 * HOUR,
    stepSeconds: 1800,
    streams: [{ service: 0, creditSeconds: 0, perHour: [600, 0, 1200] }],
  };
  const first = drawArrivals(profile, new Random(5));
  expect(drawArrivals(profile, new Random(5))).toEqual(first);
  expect(drawArrivals(profile, new Random(6)).at[0]).not.toBe(first.at[0]);
  const counts = [0, 0, 0];
  for (const at of first.at) counts[Math.floor((at - 8 * HOUR) / 1800)]! += 1;
  expect(counts[0]).toBeGreaterThan(250);
  expect(counts[0]).toBeLessThan(350);
  expect(counts[1]).toBe(0);
  expect(counts[2]).toBeGreaterThan(520);
  expect(counts[2]).toBeLessThan(680);
});

/**
 * The paper's constants: squared error × m² of three predictors of those who wait, M/M/10 at 90 % load. They hold
 * only if arrivals, service order and clocks of the simulated hall are right.
 */
test('M/M/10: squared errors of queue length, last-to-enter-service and constant are the known ones', () => {
  const hours = 1500;
  const arrivals = drawArrivals(
    { from: 0, stepSeconds: hours * HOUR, streams: [{ service: 0, creditSeconds: 0, perHour: [162] }] },
    new Random(11),
  );
  const exponential = {
    handling: { kind: 'exponential' as const, mean: 200 },
    patienceSeconds: null,
    noShowProbability: 0,
  };
  const day = simulateDay(
    plan({ services: [exponential], counters: Array.from({ length: 10 }, () => counter()) }),
    arrivals,
    12,
  );
  const perCustomer = 20;
  const meanWait = perCustomer / (1 - 0.9);
  let waited = 0;
  let byLength = 0;
  let byLast = 0;
  let byConstant = 0;
  let lastToEnter = -1;
  for (let i = 0; i < arrivals.at.length; i += 1) {
    const at = arrivals.at[i]!;
    while (day.calledAt[lastToEnter + 1]! < at) lastToEnter += 1;
    const wait = day.calledAt[i]! - at;
    if (wait === 0) continue;
    const ahead = i - lastToEnter - 1;
    const last = day.calledAt[lastToEnter]! - arrivals.at[lastToEnter]!;
    waited += 1;
    byLength += (wait - (ahead + 1) * perCustomer) ** 2;
    byLast += (wait - last) ** 2;
    byConstant += (wait - meanWait) ** 2;
  }
  const scale = waited * perCustomer ** 2;
  expect(waited / arrivals.at.length).toBeCloseTo(0.668732, 1);
  expect(byLength / scale / 10).toBeCloseTo(1, 1);
  expect(byLast / scale / (2 / (1 - 0.9) + 2 * 0.9)).toBeCloseTo(1, 1);
  expect(byConstant / scale / 100).toBeCloseTo(1, 0);
  expect(byLast / byLength).toBeCloseTo(2.18, 1);
});
