import { describe, expect, test, vi } from 'vitest';
import { predictTrees, trainTrees } from '@/lib/backtest/boosted-trees';
import { DaySoFar } from '@/lib/backtest/day-so-far';
import { HallMemory } from '@/lib/backtest/hall-memory';
import { PLAIN_METHODS } from '@/lib/backtest/plain-methods';
import { PromiseKeeper } from '@/lib/backtest/promise-keeper';
import { backtestCsv, reportOn, reportText, runBacktest, withoutTestDays } from '@/lib/backtest/run-backtest';
import { scoresOf, shareKept } from '@/lib/backtest/scores';
import { type LoggedTicket, parseTicketLog, ticketsByDay } from '@/lib/backtest/ticket-log';
import { WaitLearner } from '@/lib/backtest/wait-learner';
import { Random } from '@/lib/simulation/random';
import { syntheticDay } from './synthetic-log';

// Growing trees takes seconds when the machine is busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

const SMALL = { trees: 40, leaves: 8, leafSize: 20, shrinkage: 0.1, exampleShare: 0.7, featureShare: 0.7 };
const HEADER = 'office,date,queue_id,letter,service_name,number,issued_at,called_at,people_ahead,open_counters';

const days = [1, 2, 3, 4, 5, 6].map((day) => [
  ...syntheticDay('North', `2020-01-0${day}`, day),
  ...syntheticDay('South', `2020-01-0${day}`, day + 50, 36),
]);
const train = days.slice(0, 3).flat();
const testing = days.slice(3).flat();

describe('reading a log', () => {
  test('names with commas, minutes, and lines that make no sense', () => {
    const { tickets, unreadable } = parseTicketLog(
      [
        HEADER,
        'Hall,2020-01-03,5,A,"Meldunki, dowody",4,08:12,09:02,3,9',
        'Hall,2020-01-03,5,A,x,5,09:12,08:12,0,9',
        'Hall,2020-01-03,5,A,x,six,09:12,09:13,0,9',
      ].join('\n'),
    );
    expect(unreadable).toBe(2);
    expect(tickets).toEqual([
      {
        office: 'Hall',
        date: '2020-01-03',
        queueId: '5',
        number: 4,
        issuedAt: 492,
        calledAt: 542,
        peopleAhead: 3,
        openCounters: 9,
      },
    ]);
  });

  test('a missing column is named', () => {
    expect(parseTicketLog('office,date\nHall,2020-01-03').missing).toContain('issued_at');
  });

  test('days in order, tickets by issue', () => {
    const sorted = ticketsByDay(testing.toReversed());
    expect(sorted.map(({ date }) => date)).toEqual(['2020-01-04', '2020-01-05', '2020-01-06']);
    const times = sorted[0]!.tickets.map((ticket) => ticket.issuedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('knowing only the past', () => {
  const cut = 10 * 60;
  const predict = (today: LoggedTicket[]) => {
    const learner = new WaitLearner(1, SMALL);
    for (const { tickets } of ticketsByDay(train)) learner.predictDay(tickets);
    return learner.predictDay(ticketsByDay(today)[0]!.tickets);
  };
  const today = ticketsByDay(days[3]!)[0]!.tickets;
  const before = today.findIndex((ticket) => ticket.issuedAt >= cut);
  const real = predict(today);

  test('calls made at or after an issue do not change what the customer is told', () => {
    const other = today.map((ticket) =>
      ticket.calledAt < cut ? ticket : { ...ticket, calledAt: ticket.calledAt + 77 },
    );
    const changed = predict(other);
    const known = today.findIndex((ticket) => ticket.issuedAt > cut);
    expect(changed.slice(0, known)).toEqual(real.slice(0, known));
    expect(changed.slice(known)).not.toEqual(real.slice(known));
  });

  test('later tickets neither', () => {
    expect(predict(today.slice(0, before))).toEqual(real.slice(0, before));
  });

  test('a day to test on is never learned from beforehand', () => {
    expect(withoutTestDays([...train, ...days[4]!], testing)).toEqual(train);
  });

  test('a ticket of the same minute counts as issued, its call as not yet made', () => {
    const ticket = (number: number, calledAt: number): LoggedTicket => ({
      office: 'Hall',
      date: '2020-01-02',
      queueId: 'q',
      number,
      issuedAt: 540,
      calledAt,
      peopleAhead: 0,
      openCounters: 1,
    });
    const past = new HallMemory().queue({ office: 'Hall', queueId: 'q' });
    const features = (firstCall: number) => {
      const day = new DaySoFar();
      day.issue(ticket(1, firstCall), past);
      return day.issue(ticket(2, 550), past);
    };
    expect(features(540)).toEqual(features(560));
  });
});

describe('learning', () => {
  test('trees find the mean and the quantile of a curve with noise, unknown values apart', () => {
    const random = new Random(2);
    const x = Float32Array.from({ length: 4000 }, () => (random.next() < 0.1 ? Number.NaN : random.next() * 10));
    const noise = Float32Array.from({ length: 4000 }, () => random.next());
    const targets = Float64Array.from(x, (value) => (Number.isNaN(value) ? 50 : value * value) + random.exponential(2));
    const options = { ...SMALL, trees: 150 };
    const mean = trainTrees([x, noise], targets, { kind: 'mean' }, options, 1);
    const high = trainTrees([x, noise], targets, { kind: 'quantile', share: 0.9 }, options, 1);
    for (const value of [2.5, 5, 8]) {
      const at = Float32Array.of(value, 0.5);
      expect(Math.abs(predictTrees(mean, at) - (value * value + 2))).toBeLessThan(2);
      expect(Math.abs(predictTrees(high, at) - (value * value + 2 * Math.log(10)))).toBeLessThan(3);
    }
    expect(Math.abs(predictTrees(mean, Float32Array.of(Number.NaN, 0.5)) - 52)).toBeLessThan(2);
  });

  test('promises come to be kept nine times in ten, also when a hall gets slower', () => {
    const keeper = new PromiseKeeper();
    const random = new Random(3);
    const kept: boolean[] = [];
    for (let i = 0; i < 3000; i += 1) {
      const issuedAt = i * 2;
      keeper.advanceTo(issuedAt);
      const promised = keeper.correct('Hall', 10, 14);
      const wait = random.exponential(i < 1000 ? 4 : 12);
      keeper.given({ office: 'Hall', issuedAt, promised, wait });
      kept.push(wait <= promised);
    }
    const share = (list: boolean[]) => list.filter(Boolean).length / list.length;
    expect(Math.abs(share(kept.slice(500, 1000)) - 0.9)).toBeLessThan(0.03);
    expect(Math.abs(share(kept.slice(2000)) - 0.9)).toBeLessThan(0.03);
  });

  test('on simulated halls it beats the mean per person ahead, keeps its promises and repeats itself', () => {
    const lines = runBacktest(train, testing, new WaitLearner(1, SMALL));
    const report = reportOn(lines);
    expect(lines).toHaveLength(testing.length);
    const perAhead = report.plain.find(({ method }) => method === PLAIN_METHODS.perAhead)!;
    expect(report.estimate!.mae).toBeLessThan(perAhead.scores.mae);
    expect(report.estimate!.rmse).toBeLessThan(perAhead.scores.rmse);
    expect(Math.abs(report.kept! - 0.9)).toBeLessThan(0.06);
    expect(runBacktest(train, testing, new WaitLearner(1, SMALL))).toEqual(lines);
  });

  test('without anything to learn from there are still finite figures', () => {
    for (const { p50, p90 } of runBacktest([], days[0]!, new WaitLearner(1, SMALL))) {
      expect(Number.isFinite(p50) && p90 >= p50 && p50 >= 0).toBe(true);
    }
  });
});

describe('the report', () => {
  test('scores', () => {
    expect(scoresOf([10, 20, 0], [8, 24, 0])).toEqual({
      count: 3,
      mae: 2,
      rmse: Math.sqrt(20 / 3),
      medianError: 2,
      bias: -2 / 3,
    });
    expect(scoresOf([], [])).toBeNull();
    expect(shareKept([5, 5], [5, 6])).toBe(0.5);
    expect(shareKept([], [])).toBeNull();
  });

  test('one line a ticket, promises never rounded below themselves', () => {
    const ticket = { ...days[0]![0]!, office: 'A, "B"' };
    const plain = runBacktest([], [ticket], new WaitLearner(1, SMALL))[0]!.plain;
    const csv = backtestCsv([{ ticket, p50: 1.234, p90: 5.001, actual: 5, plain }]);
    expect(csv.split('\n')).toEqual([
      'office,date,queue_id,number,p50_minutes,p90_minutes,actual_minutes',
      `"A, ""B""",2020-01-01,${ticket.queueId},1,1.23,5.01,5`,
      '',
    ]);
  });

  test('says so when there is nothing to test on', () => {
    expect(reportText(reportOn([]))).toBe('No tickets to test on.');
  });
});
