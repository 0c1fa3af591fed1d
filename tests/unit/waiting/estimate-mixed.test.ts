import { expect, test } from 'vitest';
import { logNormalParameters } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import { estimateWaits, type HallHistory, type QueueState } from '@/lib/waiting/estimate';
import { NaiveHall, NO_SHOW_SECONDS } from './naive-hall';

const HANDLING = [
  { mean: 180, sd: 110 },
  { mean: 240, sd: 200 },
  { mean: 90, sd: 40 },
  { mean: 420, sd: 260 },
  { mean: 150, sd: 150 },
  { mean: 300, sd: 120 },
];
const PATIENCE = 2400;
const NO_SHOW = 0.05;
const SKILLS = [
  [0, 1, 2, 3, 4, 5],
  [0, 1],
  [0, 2, 4],
  [1, 3],
  [2, 5],
  [3, 5, 0],
  [4, 1],
  [0, 1, 2],
  [5, 3],
  [2, 4, 0],
];
const CLASSES = [
  { creditSeconds: 0, share: 0.7 },
  { creditSeconds: 600, share: 0.2 },
  { creditSeconds: 1500, share: 0.1 },
];
const PER_HOUR = [58, 38, 80, 17, 33, 22];
const STREAMS = PER_HOUR.flatMap((perHour, service) =>
  CLASSES.map(({ creditSeconds, share }) => ({ service, creditSeconds, perHour: perHour * share })),
);
const ORIGIN = 1_700_000_000_000;

function busyHall(seed: number): NaiveHall {
  const services = HANDLING.map(({ mean, sd }) => ({
    ...logNormalParameters(mean, sd),
    patience: PATIENCE,
    noShow: NO_SHOW,
  }));
  const counters = SKILLS.map((skills, i) => ({
    services: skills,
    breaks: [
      { at: 1800 + 700 * i, seconds: 900 },
      { at: 10_800 + 500 * i, seconds: 600 },
    ],
    busyUntil: null,
    idleSince: 0,
    serving: null,
  }));
  return new NaiveHall(services, counters, STREAMS, new Random(seed));
}

const history: HallHistory = {
  services: HANDLING.map((handling, i) => ({
    serviceId: `s${i}`,
    handling: { kind: 'logNormal', ...handling },
    noShowProbability: NO_SHOW,
    patienceSeconds: PATIENCE,
    arrivals: STREAMS.filter((stream) => stream.service === i),
  })),
  callSeconds: 0,
  gapSeconds: 0,
  noShowSeconds: NO_SHOW_SECONDS,
};

function stateOf(hall: NaiveHall): QueueState {
  const instant = (seconds: number) => ORIGIN + seconds * 1000;
  return {
    tickets: hall.waiting.map((ticket) => ({
      id: String(ticket.id),
      serviceId: `s${ticket.service}`,
      queueAt: instant(ticket.key),
      issuedSeq: ticket.id,
    })),
    counters: hall.counters.map((counter, i) => {
      const away = counter.busyUntil !== null && counter.serving === null;
      return {
        id: `c${i}`,
        serviceIds: counter.services.map((service) => `s${service}`),
        state: counter.serving !== null ? 'serving' : away ? 'paused' : 'open',
        since: instant(counter.serving?.since ?? hall.now),
        servingServiceId: counter.serving === null ? null : `s${counter.serving.service}`,
        pausedUntil: away ? instant(counter.busyUntil as number) : null,
        breaks: counter.breaks.map((pause) => ({ at: instant(pause.at), seconds: pause.seconds })),
      };
    }),
  };
}

test('three classes, six services over ten counters with different skills, breaks: bias under 2 %, 90 ± 2 % within p90', () => {
  const hall = busyHall(7);
  let estimated = 0;
  let actual = 0;
  let kept = 0;
  let futures = 0;
  for (let snapshot = 0; snapshot < 24; snapshot += 1) {
    const until = 2400 + snapshot * 400;
    while (hall.now < until) hall.step();
    const estimate = estimateWaits(stateOf(hall), history, ORIGIN + hall.now * 1000, snapshot);
    const chosen = hall.waiting
      .filter((_, i) => i % Math.ceil(hall.waiting.length / 3) === 0)
      .map((ticket) => ticket.id);
    for (const subject of [...chosen, -1 - (snapshot % 6)]) {
      const service = -1 - subject;
      const { meanSeconds, p90Seconds } =
        subject < 0 ? estimate.services.get(`s${service}`)! : estimate.tickets.get(String(subject))!;
      for (let future = 0; future < 50; future += 1) {
        const branch = hall.branch(snapshot * 100_000 + (subject + 10) * 100 + future);
        const ticket =
          subject < 0 ? branch.join(service, branch.now) : branch.waiting.find((other) => other.id === subject)!;
        ticket.leaveAt = Infinity;
        let call = branch.callEverybodyPossible().find((made) => made.ticket.id === ticket.id);
        while (call === undefined) call = branch.step().find((made) => made.ticket.id === ticket.id);
        // A wait for the end of a break is one same moment in all futures, so rounding must not decide.
        const wait = call.at - hall.now;
        estimated += meanSeconds as number;
        actual += wait;
        kept += wait <= (p90Seconds as number) + 0.001 ? 1 : 0;
        futures += 1;
      }
    }
  }
  expect(futures).toBeGreaterThan(3000);
  expect(Math.abs(estimated / actual - 1)).toBeLessThan(0.02);
  expect(Math.abs(kept / futures - 0.9)).toBeLessThan(0.02);
});
