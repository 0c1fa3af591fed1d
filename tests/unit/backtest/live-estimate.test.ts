import { expect, test } from 'vitest';
import { queueDays } from '@/lib/backtest/handling-log';
import { compareLive, fadingErrors } from '@/lib/backtest/live-estimate';
import type { LoggedTicket } from '@/lib/backtest/ticket-log';

const date = (day: number) => `2026-03-${String(day + 1).padStart(2, '0')}`;

/** A day of one queue in which everybody waits: so many counters, each with its customer for so many minutes. */
function day(on: number, minutes: number, counters = 1, queueId = 'a'): LoggedTicket[] {
  return Array.from({ length: 40 }, (_, i) => ({
    office: 'hall',
    date: date(on),
    queueId,
    number: i + 1,
    issuedAt: 480 + i,
    calledAt: 481 + i + Math.floor(i / counters) * minutes,
    peopleAhead: Math.min(i, 5),
    openCounters: counters,
  }));
}

/** Called one after the other, each when the one before is done. */
function steady(on: number, minutes: number): LoggedTicket[] {
  return day(on, 0).map((ticket, i) => ({ ...ticket, issuedAt: 480 + Math.floor(i / 4), calledAt: 490 + i * minutes }));
}

test('a handling reaches from a call to that of the customer whom the same counter called next', () => {
  const at = (number: number, issuedAt: number, calledAt: number) => ({
    ...(day(0, 1, 2)[0] as LoggedTicket),
    number,
    issuedAt,
    calledAt,
  });
  const [only] = queueDays([at(1, 480, 480), at(2, 480, 482), at(3, 480, 485), at(4, 486, 490), at(5, 481, 490)]);
  // Two counters: 1 and 3, 3 and 5; when 2 was called, 4 had not come yet.
  expect(only!.queues[0]!.handlings).toEqual([
    { calledAt: 480, endedAt: 485, seconds: 300 },
    { calledAt: 485, endedAt: 490, seconds: 300 },
  ]);
});

test('where the pace has changed for good, what fades fast foretells it; where days differ by chance, what keeps does', () => {
  const best = (paces: number[]) => {
    const errors = fadingErrors(
      paces.flatMap((pace, on) => steady(on, pace)),
      [0.3, 1],
    );
    return errors.reduce((a, b) => (b.second < a.second ? b : a)).fade;
  };
  expect(best([2, 2, 2, 6, 6, 6])).toBe(0.3);
  expect(best([3, 5, 3, 5, 4, 4])).toBe(1);
});

test('with what the days before taught, the live estimate is nearer than with targets alone', () => {
  // Two queues: what the hall reckons with on the whole fits neither.
  const tickets = [0, 1, 2, 3].flatMap((on) => [
    ...steady(on, 2),
    ...steady(on, 6).map((ticket) => ({ ...ticket, queueId: 'b' })),
  ]);
  const results = new Map(compareLive(tickets, 3).map((result) => [result.knowledge, result]));
  expect(results.size).toBe(4);
  const mae = (knowledge: Parameters<typeof results.get>[0]) => results.get(knowledge)!.scores.mae;
  expect(mae('days and today')).toBeLessThan(mae('targets') / 3);
  for (const { scores, kept } of results.values()) {
    expect(scores.count).toBeGreaterThan(20);
    expect(kept).toBeGreaterThanOrEqual(0);
    expect(kept).toBeLessThanOrEqual(1);
  }
});

test('it knows only the past: what is called later in a log changes nothing of what was told before', () => {
  const past = [0, 1, 2, 3].flatMap((on) => steady(on, 3));
  // The last day goes on otherwise after half past eight, and the customers asked about had been told before.
  const cut = 510;
  const asked = (ticket: LoggedTicket) => ticket.date === date(3) && ticket.issuedAt < 489;
  const changed = past.map((ticket) =>
    ticket.date === date(3) && ticket.calledAt > cut
      ? { ...ticket, calledAt: cut + 2 * (ticket.calledAt - cut) }
      : ticket,
  );
  const bias = (tickets: LoggedTicket[]) => {
    const [targets, , days] = compareLive(
      tickets.filter((ticket) => ticket.date !== date(3) || asked(ticket)),
      1,
    );
    const actual = tickets.filter(asked).reduce((sum, { calledAt, issuedAt }) => sum + calledAt - issuedAt, 0);
    return [targets, days].map((result) => result!.scores.bias * result!.scores.count + actual);
  };
  bias(changed).forEach((sum, i) => {
    expect(sum).toBeCloseTo(bias(past)[i] as number, 6);
  });
});
