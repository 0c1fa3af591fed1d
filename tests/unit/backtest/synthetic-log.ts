import type { LoggedTicket } from '@/lib/backtest/ticket-log';
import { drawArrivals } from '@/lib/simulation/arrivals';
import { Random } from '@/lib/simulation/random';
import { simulateDay } from '@/lib/simulation/simulate-day';

/** A simulated day of one office with two queues of their own counters, as a log would tell it. */
export function syntheticDay(office: string, date: string, seed: number, perHour = 42): LoggedTicket[] {
  const opening = 8 * 3600;
  const arrivals = drawArrivals(
    {
      from: opening,
      stepSeconds: 3600,
      streams: [0, 1].map((service) => ({ service, creditSeconds: 0, perHour: [perHour, perHour * 1.4, perHour, 20] })),
    },
    new Random(seed),
  );
  const slowness = 0.85 + 0.3 * ((seed * 0.618) % 1);
  const day = simulateDay(
    {
      services: [240, 360].map((mean) => ({
        handling: { kind: 'logNormal' as const, mean: mean * slowness, sd: mean * 0.6 },
        patienceSeconds: null,
        noShowProbability: 0,
      })),
      counters: [[0], [0], [0], [1], [1], [1], [1]].map((services) => ({
        services,
        opensAt: opening,
        closesAt: null,
        servesOut: true,
        breaks: [],
        speed: 1,
      })),
      timing: { callSeconds: 20, gapSeconds: 10, noShowSeconds: 40 },
    },
    arrivals,
    seed,
  );
  const numbers = [0, 0];
  const tickets: LoggedTicket[] = [];
  arrivals.at.forEach((at, i) => {
    const service = arrivals.service[i]!;
    numbers[service]! += 1;
    const ahead = tickets.filter((other) => other.queueId === `q${service}` && other.calledAt > at / 60).length;
    tickets.push({
      office,
      date,
      queueId: `q${service}`,
      number: numbers[service]!,
      issuedAt: Math.floor(at / 60),
      calledAt: Math.floor(day.calledAt[i]! / 60),
      peopleAhead: ahead,
      openCounters: service === 0 ? 3 : 4,
    });
  });
  return tickets;
}
