import { describe, expect, test } from 'vitest';
import { type Arrivals, HallEngine } from '@/lib/simulation/hall-engine';
import { HandlingSampler } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';

const HOUR = 3600;

/** One customer a second of the first service, counted. */
function crowd() {
  const arrivals: Arrivals & { came: number } = {
    at: 1,
    came: 0,
    enter(engine) {
      arrivals.at += 1;
      arrivals.came += 1;
      return engine.add(0, arrivals.at, Number.POSITIVE_INFINITY, -1, 60, 1);
    },
  };
  return arrivals;
}

/** Two services; the counters given take the services given, and are free now or never. */
function engine(counters: { services: number[]; readyAt: number }[]): HallEngine {
  const service = {
    handling: new HandlingSampler({ kind: 'exponential', mean: 60 }),
    patienceSeconds: Number.POSITIVE_INFINITY,
    noShowProbability: 0,
  };
  const made = new HallEngine(
    [service, service],
    counters.map(({ services }) => ({
      services,
      closesAt: Number.POSITIVE_INFINITY,
      servesOut: false,
      breaks: [],
      speed: 1,
    })),
    { callSeconds: 0, gapSeconds: 0, noShowSeconds: 60 },
  );
  made.clear();
  for (const [i, { readyAt }] of counters.entries()) made.readyAt[i] = readyAt;
  return made;
}

describe('time runs only while it can tell something', () => {
  test('nobody works: nobody need come', () => {
    const hall = engine([{ services: [0, 1], readyAt: Number.POSITIVE_INFINITY }]);
    hall.add(0, 0, Number.POSITIVE_INFINITY, -1, 60, 1);
    const arrivals = crowd();
    hall.run(arrivals, new Random(1), 1, 8 * HOUR);
    expect(arrivals.came).toBe(0);
    expect(hall.calledAt[0]).toBe(Number.POSITIVE_INFINITY);
  });

  test('who waits for a service that no counter takes does not keep the others playing', () => {
    const hall = engine([{ services: [0], readyAt: 100 }]);
    hall.add(0, 0, Number.POSITIVE_INFINITY, -1, 60, 1);
    hall.add(1, 0, Number.POSITIVE_INFINITY, -1, 60, 1);
    const arrivals = crowd();
    hall.run(arrivals, new Random(1), 2, 8 * HOUR);
    expect(hall.calledAt[0]).toBe(100);
    expect(hall.calledAt[1]).toBe(Number.POSITIVE_INFINITY);
    expect(arrivals.came).toBeLessThanOrEqual(101);
  });

  test('an idle counter waits for whom it can serve', () => {
    const hall = engine([{ services: [0], readyAt: 0 }]);
    const arrivals = crowd();
    hall.run(arrivals, new Random(1), 3, 8 * HOUR);
    expect(arrivals.came).toBeGreaterThan(2);
    expect(hall.calledAt[0]).toBe(1);
  });
});
