import { expect, test } from 'vitest';
import { erlangA } from '@/lib/waiting/erlang';
import { finished, playPlan, searchStaffing } from '@/lib/waiting/planned-day';
import { arrivalRates, planStaffing } from '@/lib/waiting/staffing';

const simulatePlan = (...args: Parameters<typeof playPlan>) => finished(playPlan(...args));
const checkedStaffing = (...args: Parameters<typeof searchStaffing>) => finished(searchStaffing(...args));

const HOUR = 3600;
const target = { share: 0.9, seconds: 600, mostCounters: 30 };

function demand(perHour: number[]) {
  return {
    from: 9 * HOUR,
    stepSeconds: 1800,
    perHour,
    handling: { kind: 'exponential' as const, mean: 240 },
    meanHandlingSeconds: 240,
    callSeconds: 0,
    gapSeconds: 0,
    patienceSeconds: 1800,
    noShowProbability: 0,
    noShowSeconds: 60,
  };
}

test('each step has the fewest counters that keep the target by Erlang A', () => {
  const { steps, shortSteps } = planStaffing(demand([0, 20, 60, 120]), target);
  expect(shortSteps).toEqual([]);
  expect(steps.map((step) => step.from)).toEqual([9, 9.5, 10, 10.5].map((hour) => hour * HOUR));
  expect(steps[0]).toMatchObject({ counters: 0, expectedShare: 1, expectedUse: 0 });
  for (const step of steps.slice(1)) {
    const share = (servers: number) =>
      erlangA({
        servers,
        arrivalRate: step.perHour / HOUR,
        serviceRate: 1 / 240,
        abandonmentRate: 1 / 1800,
      }).offeredWithin(600);
    expect(step.expectedShare).toBeCloseTo(share(step.counters), 10);
    expect(step.expectedShare).toBeGreaterThanOrEqual(0.9);
    expect(share(step.counters - 1)).toBeLessThan(0.9);
  }
});

test('too few counters in the house: said, not hidden', () => {
  const { steps, shortSteps } = planStaffing(demand([20, 600]), { ...target, mostCounters: 8 });
  expect(shortSteps).toEqual([1]);
  expect(steps[1]!.counters).toBe(8);
  expect(steps[1]!.expectedShare).toBeLessThan(0.9);
});

test('a steady day simulates as the formula says', () => {
  const steady = demand(Array(16).fill(60));
  const { steps } = planStaffing(steady, target);
  const { share, steps: simulated } = simulatePlan(
    steady,
    target,
    steps.map((step) => step.counters),
    1,
  );
  expect(Math.abs(share! - steps[0]!.expectedShare)).toBeLessThan(0.02);
  expect(simulated).toHaveLength(16);
  expect(simulated[5]!.customers).toBeGreaterThan(25);
  expect(simulated[5]!.customers).toBeLessThan(35);
});

test('where a rush hands its queue to the next step, the checked plan adds counters until the target holds', () => {
  const rush = demand([20, 40, 150, 150, 30, 10, 20, 20]);
  // Few customers wait long here, so the sums alone plan tightly.
  const tight = { share: 0.9, seconds: 120, mostCounters: 30 };
  const { plan, counters, simulated } = checkedStaffing(rush, tight, 3);
  expect(simulated.share!).toBeGreaterThan(0.89);
  for (const step of simulated.steps) expect(step.share!).toBeGreaterThanOrEqual(0.89);
  counters.forEach((count, i) => {
    expect(count).toBeGreaterThanOrEqual(plan.steps[i]!.counters);
  });
  expect(checkedStaffing(rush, tight, 3).counters).toEqual(counters);
});

test('the last counters serve out whoever is inside', () => {
  const patient = { ...demand([60, 60]), patienceSeconds: null };
  const { share } = simulatePlan(patient, { ...target, seconds: 2 * HOUR }, [4, 4], 1);
  expect(share).toBe(1);
});

test('a step without customers has no share', () => {
  const { steps } = simulatePlan(demand([0, 30]), target, [1, 4], 1);
  expect(steps[0]).toMatchObject({ customers: 0, share: null, left: null });
});

test('arrivals of a weekday lean on all days while that weekday is new', () => {
  const monday = { weekday: 1, counts: [10, 20], weight: 1 };
  const friday = { weekday: 5, counts: [40, 20], weight: 1 };
  expect(arrivalRates([], 1, 1800)).toBeNull();
  expect(arrivalRates([monday, friday], 1, 1800)).toEqual([((10 + 2 * 25) / 3) * 2, 40]);
  expect(arrivalRates([monday, friday], 3, 1800)).toEqual([50, 40]);
  const many = Array(50).fill(monday);
  expect(arrivalRates([...many, friday], 1, 1800)![0]).toBeCloseTo(20, 0);
});
