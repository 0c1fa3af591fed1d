import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CounterState, estimateWaits, type HallHistory, type QueueState } from '@/lib/waiting/estimate';
import { pauseLength } from '@/lib/waiting/pause-length';
import { correctPromise } from '@/lib/waiting/promise-correction';
import type { WaitEstimate } from '@/lib/waiting/wait-sample';

const NOW = 1_700_000_000_000;
const SERVICES = ['a', 'b', 'c'];
const FUTURES = { futures: 40 };

/** Evenly spread: `fc.double` spreads over its exponents, and nearly all of it is next to nothing. */
const within = (min: number, max: number) =>
  fc.integer({ min: 0, max: 10_000 }).map((step) => min + ((max - min) * step) / 10_000);

/** A moment some hours around now, in whole seconds; as likely as not within minutes of it. */
const moment = fc
  .oneof(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -4 * 3600, max: 4 * 3600 }))
  .map((seconds) => NOW + seconds * 1000);
const past = moment.map((at) => Math.min(at, 2 * NOW - at));
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });
const pause = fc.constantFrom('lunch', 'break', 'other').map((kind) => pauseLength(kind, undefined));

const counter: fc.Arbitrary<Omit<CounterState, 'id'>> = fc.record({
  serviceIds: fc.subarray(SERVICES),
  state: fc.constantFrom('open', 'called', 'serving', 'paused', 'closed'),
  // A clock may be behind: since when may lie ahead.
  since: moment,
  servingServiceId: perhaps(fc.constantFrom(...SERVICES, 'gone')),
  pausedUntil: perhaps(moment),
  pauseLasts: perhaps(pause),
  closesAt: perhaps(moment),
  breaks: fc.array(fc.record({ at: moment, seconds: fc.integer({ min: 0, max: 3600 }) }), { maxLength: 2 }),
  speed: within(0.5, 2),
});

const state: fc.Arbitrary<QueueState> = fc.record({
  counters: fc.array(counter, { maxLength: 5 }).map((counters) => counters.map((one, i) => ({ ...one, id: `c${i}` }))),
  tickets: fc
    .array(
      fc.record({
        serviceId: fc.constantFrom(...SERVICES),
        queueAt: past,
        targetCounterId: fc.option(fc.constantFrom('c0', 'gone'), { freq: 8 }),
      }),
      { maxLength: 15 },
    )
    .map((tickets) => tickets.map((one, i) => ({ ...one, id: `t${i}`, issuedSeq: i }))),
  closesAt: perhaps(moment),
});

const history: fc.Arbitrary<HallHistory> = fc.record({
  services: fc
    .array(
      fc.record({
        handling: fc.record({
          kind: fc.constant('logNormal' as const),
          mean: within(1, 3600),
          sd: within(0, 3600),
        }),
        handlingWeight: within(0, 500),
        noShowProbability: within(0, 1),
        patienceSeconds: perhaps(within(1, 7200)),
        arrivals: fc.array(
          fc.record({
            creditSeconds: fc.integer({ min: 0, max: 1800 }),
            perHour: within(0, 120),
          }),
          { maxLength: 2 },
        ),
      }),
      { minLength: 3, maxLength: 3 },
    )
    .map((services) => services.map((service, i) => ({ ...service, serviceId: SERVICES[i] as string }))),
  callSeconds: fc.integer({ min: 0, max: 120 }),
  gapSeconds: fc.integer({ min: 0, max: 120 }),
  noShowSeconds: fc.integer({ min: 0, max: 300 }),
});

const seed = fc.integer({ min: 0, max: 2 ** 31 });
/** Unknown is longer than any number. */
const length = (seconds: number | null) => seconds ?? Number.POSITIVE_INFINITY;
const figures = ({ p50Seconds, p90Seconds, meanSeconds }: WaitEstimate) => [p50Seconds, p90Seconds, meanSeconds];

describe('whatever goes on at the counters', () => {
  test('an estimate is unknown or a number from nothing up, never less for nine of ten than for half', () => {
    fc.assert(
      fc.property(state, history, seed, (queue, known, chance) => {
        const { tickets, services } = estimateWaits(queue, known, NOW, chance, FUTURES);
        expect(tickets.size).toBe(queue.tickets.length);
        expect(services.size).toBe(SERVICES.length);
        for (const estimate of [...tickets.values(), ...services.values()]) {
          for (const seconds of figures(estimate)) {
            if (seconds === null) continue;
            expect(Number.isFinite(seconds)).toBe(true);
            expect(seconds).toBeGreaterThanOrEqual(0);
          }
          expect(length(estimate.p50Seconds)).toBeLessThanOrEqual(length(estimate.p90Seconds));
        }
      }),
    );
  });

  test('whoever has more people ahead is told no less, and whoever comes now is told most', () => {
    fc.assert(
      fc.property(state, history, seed, (queue, known, chance) => {
        const { tickets, services } = estimateWaits(queue, known, NOW, chance, FUTURES);
        for (const serviceId of SERVICES) {
          const line = queue.tickets
            .filter((ticket) => ticket.serviceId === serviceId && ticket.targetCounterId === null)
            .toSorted((a, b) => a.queueAt - b.queueAt || a.issuedSeq - b.issuedSeq)
            .map(({ id }) => tickets.get(id) as WaitEstimate);
          const told = [...line, services.get(serviceId) as WaitEstimate];
          told.slice(1).forEach((estimate, i) => {
            const ahead = figures(told[i] as WaitEstimate);
            figures(estimate).forEach((seconds, k) => {
              expect(length(seconds)).toBeGreaterThanOrEqual(length(ahead[k] as number | null) - 1e-6);
            });
          });
        }
      }),
    );
  });
});

describe('a paused counter', () => {
  const alone = (overrides: Partial<CounterState>): QueueState => ({
    tickets: [{ id: 't', serviceId: 'a', queueAt: NOW - 60_000, issuedSeq: 1 }],
    counters: [{ id: 'c', serviceIds: ['a'], state: 'paused', since: NOW - 60_000, ...overrides }],
  });

  /** Nobody comes who is called before her: such a one may have left again when the clerk is back later. */
  const nobodyBefore = history.map((known) => ({
    ...known,
    services: known.services.map((service) => ({ ...service, arrivals: [] })),
  }));

  test('nobody is told less than the clerk said, and a later planned end never makes it shorter', () => {
    const seconds = fc.integer({ min: 1, max: 4 * 3600 });
    fc.assert(
      fc.property(seconds, seconds, perhaps(pause), nobodyBefore, seed, (one, other, pauseLasts, known, chance) => {
        const told = [Math.min(one, other), Math.max(one, other)].map((left) =>
          estimateWaits(alone({ pausedUntil: NOW + left * 1000, pauseLasts }), known, NOW, chance, FUTURES).tickets.get(
            't',
          ),
        );
        expect(length(told[0]!.p50Seconds)).toBeGreaterThanOrEqual(Math.min(one, other));
        expect(length(told[1]!.p50Seconds)).toBeGreaterThanOrEqual(length(told[0]!.p50Seconds));
      }),
    );
  });

  test('once the planned end is over, it is as if none had been said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3600 }), pause, history, seed, (late, pauseLasts, known, chance) => {
        const told = (pausedUntil: number | null) =>
          estimateWaits(alone({ pausedUntil, pauseLasts }), known, NOW, chance, FUTURES);
        expect(told(NOW - late * 1000)).toEqual(told(null));
      }),
    );
  });
});

test('at closing time: who is told a time is called before the counters close, everybody else is told none', () => {
  fc.assert(
    fc.property(state, history, seed, moment, (queue, known, chance, closesAt) => {
      const counters = queue.counters.map((one) => ({ ...one, closesAt }));
      const { tickets } = estimateWaits({ ...queue, counters }, known, NOW, chance, FUTURES);
      const latest = Math.max(0, (closesAt - NOW) / 1000) + known.callSeconds;
      for (const { p50Seconds, p90Seconds } of tickets.values())
        for (const seconds of [p50Seconds, p90Seconds])
          if (seconds !== null) expect(seconds).toBeLessThanOrEqual(latest);
    }),
  );
});

test('a corrected promise is a number, and never shorter than the middle', () => {
  const minutes = within(0, 1000);
  fc.assert(
    fc.property(minutes, minutes, within(-20, 20), (one, other, correction) => {
      const [middle, promise] = [Math.min(one, other), Math.max(one, other)];
      const corrected = correctPromise(middle, promise, correction);
      expect(Number.isFinite(corrected)).toBe(true);
      expect(corrected).toBeGreaterThanOrEqual(middle - 1e-9);
    }),
  );
});
