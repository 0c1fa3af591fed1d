import { PLAIN_METHODS, type PlainPrediction } from './plain-methods';
import { type Scores, scoresOf, shareKept } from './scores';
import { type LoggedTicket, ticketsByDay } from './ticket-log';
import { WaitLearner } from './wait-learner';

export type BacktestLine = { ticket: LoggedTicket; p50: number; p90: number; actual: number; plain: PlainPrediction };

export type OfficeKept = { office: string; count: number; kept: number };

export type BacktestReport = {
  estimate: Scores | null;
  kept: number | null;
  /** In the order of `PLAIN_METHODS`. */
  plain: { method: string; scores: Scores }[];
  /** Offices with 500 tickets or more, the largest first. */
  offices: OfficeKept[];
};

const ENOUGH_TICKETS = 500;

/** Days of an office that the log to learn from shares with the log to be tested on, which would be cheating. */
export function withoutTestDays(train: readonly LoggedTicket[], test: readonly LoggedTicket[]): LoggedTicket[] {
  const tested = new Set(test.map((ticket) => `${ticket.office}\n${ticket.date}`));
  return train.filter((ticket) => !tested.has(`${ticket.office}\n${ticket.date}`));
}

/**
 * Learns from the first log, then goes through the days of the second in order: each ticket is predicted from what
 * was known at its issue, and each finished day is learned from.
 */
export function runBacktest(
  train: readonly LoggedTicket[],
  test: readonly LoggedTicket[],
  learner: WaitLearner = new WaitLearner(1),
): BacktestLine[] {
  const past = ticketsByDay(train);
  // The later half is predicted, too: so that promises are already right on the first day of the test.
  const rehearsal = Math.ceil(past.length / 2);
  past.forEach(({ tickets }, i) => {
    if (i < rehearsal) learner.observeDay(tickets);
    else learner.predictDay(tickets);
  });
  return ticketsByDay(test).flatMap(({ tickets }) =>
    learner.predictDay(tickets).map((prediction, i) => {
      const ticket = tickets[i] as LoggedTicket;
      return { ticket, ...prediction, actual: ticket.calledAt - ticket.issuedAt };
    }),
  );
}

export function reportOn(lines: readonly BacktestLine[]): BacktestReport {
  const actual = lines.map((line) => line.actual);
  const methods = Object.entries(PLAIN_METHODS) as [keyof PlainPrediction, string][];
  const byOffice = new Map<string, BacktestLine[]>();
  for (const line of lines) {
    const list = byOffice.get(line.ticket.office);
    if (list === undefined) byOffice.set(line.ticket.office, [line]);
    else list.push(line);
  }
  const kept = (list: readonly BacktestLine[]) =>
    shareKept(
      list.map((line) => line.p90),
      list.map((line) => line.actual),
    );
  return {
    estimate: scoresOf(
      lines.map((line) => line.p50),
      actual,
    ),
    kept: kept(lines),
    plain: methods.flatMap(([key, method]) => {
      const scores = scoresOf(
        lines.map((line) => line.plain[key]),
        actual,
      );
      return scores === null ? [] : [{ method, scores }];
    }),
    offices: [...byOffice]
      .filter(([, list]) => list.length >= ENOUGH_TICKETS)
      .map(([office, list]) => ({ office, count: list.length, kept: kept(list) ?? 0 }))
      .sort((a, b) => b.count - a.count),
  };
}

/** One line a ticket, with a header. */
export function backtestCsv(lines: readonly BacktestLine[]): string {
  const rows = lines.map(({ ticket, p50, p90, actual }) =>
    [
      quoted(ticket.office),
      ticket.date,
      quoted(ticket.queueId),
      ticket.number,
      p50.toFixed(2),
      // Rounding must not break a promise that was kept.
      (Math.ceil(p90 * 100 - 1e-6) / 100).toFixed(2),
      actual,
    ].join(','),
  );
  return `${['office,date,queue_id,number,p50_minutes,p90_minutes,actual_minutes', ...rows].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The report as text for a terminal. */
export function reportText({ estimate, kept, plain, offices }: BacktestReport): string {
  if (estimate === null) return 'No tickets to test on.';
  const figure = (value: number) => value.toFixed(2).padStart(9);
  const row = (name: string, scores: Scores) =>
    name.padEnd(36) + [scores.mae, scores.rmse, scores.medianError, scores.bias].map(figure).join('');
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const bestMae = plain.reduce((best, { scores }) => Math.min(best, scores.mae), Number.POSITIVE_INFINITY);
  const bestRmse = plain.reduce((best, { scores }) => Math.min(best, scores.rmse), Number.POSITIVE_INFINITY);
  return [
    `${estimate.count} tickets, minutes:`,
    `${''.padEnd(36)}${['MAE', 'RMSE', 'median', 'bias'].map((name) => name.padStart(9)).join('')}`,
    row('estimate', estimate),
    ...plain.map(({ method, scores }) => row(method, scores)),
    '',
    `against the best plain method: MAE × ${(estimate.mae / bestMae).toFixed(3)}, RMSE × ${(estimate.rmse / bestRmse).toFixed(3)}`,
    `within p90: ${percent(kept ?? 0)}`,
    ...offices.map(
      ({ office, count, kept: share }) => `  ${office.padEnd(34)}${String(count).padStart(7)}  ${percent(share)}`,
    ),
  ].join('\n');
}
