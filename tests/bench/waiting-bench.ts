import { drawArrivals } from '@/lib/simulation/arrivals';
import { Random } from '@/lib/simulation/random';
import { simulateDay } from '@/lib/simulation/simulate-day';
import { estimateWaits, type HallHistory, type QueueState } from '@/lib/waiting/estimate';
import { MOST_OF_A_KIND } from '@/lib/waiting/hall-what-if';
import { finished, searchStaffing } from '@/lib/waiting/planned-day';
import { type CounterChange, whatIf } from '@/lib/waiting/what-if';

/**
 * How long the waiting sums take, against what they may take. Times are of the processor, median of many runs, after
 * warming up: so a busy machine does not change the verdict much. Exit code 1: a limit is missed.
 */
const NOW = 1_700_000_000_000;
const SERVICES = ['a', 'b', 'c', 'd', 'e', 'f'];

const state: QueueState = {
  tickets: Array.from({ length: 80 }, (_, i) => ({
    id: `t${i}`,
    serviceId: SERVICES[i % 6] as string,
    queueAt: NOW - (80 - i) * 20_000,
    issuedSeq: i,
  })),
  counters: Array.from({ length: 20 }, (_, i) => ({
    id: `c${i}`,
    serviceIds: [i, i + 1, 2 * i + 3].map((s) => SERVICES[s % 6] as string),
    state: 'serving',
    since: NOW - i * 10_000,
    servingServiceId: SERVICES[i % 6] as string,
  })),
};

function history(creditsPerHour: number): HallHistory {
  return {
    services: SERVICES.map((serviceId, i) => ({
      serviceId,
      handling: { kind: 'logNormal', mean: 150 + 20 * i, sd: 100 },
      handlingWeight: 50,
      noShowProbability: 0.05,
      patienceSeconds: 3600,
      arrivals: [
        { creditSeconds: 0, perHour: 50 },
        { creditSeconds: 600, perHour: creditsPerHour },
        { creditSeconds: 1200, perHour: creditsPerHour / 2 },
      ],
    })),
    callSeconds: 10,
    gapSeconds: 8,
    noShowSeconds: 40,
  };
}

const HOUR = 3600;
const arrivals = drawArrivals(
  {
    from: 8 * HOUR,
    stepSeconds: 1800,
    streams: SERVICES.map((_, service) => ({
      service,
      creditSeconds: (service % 3) * 600,
      perHour: Array(18).fill(29.6),
    })),
  },
  new Random(1),
);
const handling = { kind: 'logNormal' as const, mean: 220, sd: 150 };
const day = {
  services: SERVICES.map(() => ({ handling, patienceSeconds: 3000, noShowProbability: 0.04 })),
  counters: state.counters.map((_, i) => ({
    services: [i % 6, (i + 1) % 6, (2 * i + 3) % 6],
    opensAt: 8 * HOUR,
    closesAt: 17 * HOUR,
    servesOut: true,
    breaks: [{ at: 12 * HOUR, seconds: 1800 }],
    speed: 1,
  })),
  timing: { callSeconds: 10, gapSeconds: 5, noShowSeconds: 40 },
};
const opened = { kind: 'open' as const, counter: { id: 'new', serviceIds: SERVICES } };
/** As many changes as the live board ever asks for at once. */
const boardChanges = Array.from({ length: MOST_OF_A_KIND }, (_, i): CounterChange[] => [
  { kind: 'open', counter: { id: `new${i}`, serviceIds: SERVICES } },
  { kind: 'close', counterId: `c${i}` },
  { kind: 'move', counterId: `c${i}`, serviceIds: SERVICES },
  { kind: 'move', counterId: `c${i + 5}`, serviceIds: [SERVICES[i] as string] },
]).flat();
const limitAt = new Map(state.tickets.map(({ id, queueAt }) => [id, queueAt + 600_000]));
const demand = {
  from: 8 * HOUR,
  stepSeconds: 1800,
  perHour: [60, 90, 150, 180, 180, 150, 120, 90, 90, 120, 150, 150, 120, 90, 60, 40],
  handling,
  meanHandlingSeconds: 220,
  callSeconds: 10,
  gapSeconds: 5,
  patienceSeconds: 3000,
  noShowProbability: 0.04,
  noShowSeconds: 40,
};
const target = { share: 0.9, seconds: 600, mostCounters: 30 };

let missed = false;
measure('estimate, 80 waiting × 20 counters', 10, (i) => estimateWaits(state, history(0), NOW, i));
measure('… with customers with credit to come', 10, (i) => estimateWaits(state, history(10), NOW, i));
measure('what if one more counter opened', 200, (i) => whatIf(state, history(10), NOW, i, [opened]));
measure(`the live board's ${boardChanges.length} what-ifs`, 200, (i) =>
  whatIf(state, history(10), NOW, i, boardChanges, { limitAt }),
);
measure(`a day of ${arrivals.at.length} tickets, 20 counters`, 50, (i) => simulateDay(day, arrivals, i));
measure('staffing of a day, simulated 40 times', 2000, (i) => finished(searchStaffing(demand, target, i)), 5);
process.exitCode = missed ? 1 : 0;

function measure(name: string, limitMs: number, run: (i: number) => unknown, runs = 40): void {
  for (let i = 0; i < runs / 2; i += 1) run(i);
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const before = process.cpuUsage();
    run(i);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] as number;
  if (median > limitMs) missed = true;
  console.log(`${name.padEnd(44)} ${median.toFixed(2).padStart(8)} ms   (limit ${limitMs} ms)`);
}
