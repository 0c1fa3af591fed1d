import { parse } from 'csv-parse/sync';

/** One ticket of a log of past days. Times are minutes since midnight, to the minute. */
export type LoggedTicket = {
  office: string;
  date: string;
  queueId: string;
  number: number;
  issuedAt: number;
  calledAt: number;
  /** People waiting in that queue when the ticket was issued. */
  peopleAhead: number;
  /** Counters that served that queue then. */
  openCounters: number;
};

const COLUMNS = ['office', 'date', 'queue_id', 'number', 'issued_at', 'called_at', 'people_ahead', 'open_counters'];

/**
 * Reads a log with a header line; other columns are ignored. A line whose figures cannot be read, or that was called
 * before it was issued, is counted and left out.
 */
export function parseTicketLog(csv: string): { tickets: LoggedTicket[]; unreadable: number; missing: string[] } {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  const missing = COLUMNS.filter((column) => rows[0] !== undefined && !(column in rows[0]));
  if (missing.length > 0) return { tickets: [], unreadable: rows.length, missing };
  const tickets: LoggedTicket[] = [];
  for (const row of rows) {
    const ticket = {
      office: row.office ?? '',
      date: row.date ?? '',
      queueId: row.queue_id ?? '',
      number: Number(row.number),
      issuedAt: minutes(row.issued_at),
      calledAt: minutes(row.called_at),
      peopleAhead: Number(row.people_ahead),
      openCounters: Number(row.open_counters),
    };
    const figures = [ticket.number, ticket.issuedAt, ticket.calledAt, ticket.peopleAhead, ticket.openCounters];
    if (figures.every(Number.isFinite) && ticket.calledAt >= ticket.issuedAt) tickets.push(ticket);
  }
  return { tickets, unreadable: rows.length - tickets.length, missing: [] };
}

function minutes(text: string | undefined): number {
  const match = /^(\d{1,2}):(\d{2})/.exec(text ?? '');
  return match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
}

/** The tickets of each day, days in order; within a day by issue, then queue and number. */
export function ticketsByDay(tickets: readonly LoggedTicket[]): { date: string; tickets: LoggedTicket[] }[] {
  const days = new Map<string, LoggedTicket[]>();
  for (const ticket of tickets) {
    const day = days.get(ticket.date);
    if (day === undefined) days.set(ticket.date, [ticket]);
    else day.push(ticket);
  }
  return [...days.keys()].sort().map((date) => ({
    date,
    tickets: (days.get(date) ?? []).toSorted(
      (a, b) =>
        a.issuedAt - b.issuedAt ||
        compareText(a.office, b.office) ||
        compareText(a.queueId, b.queueId) ||
        a.number - b.number,
    ),
  }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
