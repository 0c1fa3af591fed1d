import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A ticket as a hall's log keeps it. Minutes count from midnight of the hall's day. */
export interface LoggedTicket {
  office: string;
  date: string;
  queueId: string;
  letter: string;
  serviceName: string;
  number: number;
  issuedMinute: number;
  calledMinute: number;
  peopleAhead: number;
  openCounters: number;
}

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const line = z
  .object({
    office: z.string().min(1),
    date: z.iso.date(),
    queue_id: z.string().min(1),
    letter: z.string().regex(/^[A-Z]$/, 'one letter'),
    service_name: z.string(),
    number: z.coerce.number().int(),
    issued_at: clock,
    called_at: clock,
    people_ahead: z.coerce.number().int().min(0),
    open_counters: z.coerce.number().int().min(0),
  })
  .refine((ticket) => ticket.called_at >= ticket.issued_at, { message: 'called before it was issued' });

/** Reads a log with the columns above, one line a ticket. Throws with line and column when one cannot be read. */
export function parseLog(csv: string): LoggedTicket[] {
  const rows: unknown[] = parse(csv, { columns: true, skip_empty_lines: true, trim: true, bom: true });
  return rows.map((row, i) => {
    const parsed = line.safeParse(row);
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
      throw new Error(`Line ${i + 2} of the log: ${problems.join('; ')}`);
    }
    const { queue_id, service_name, issued_at, called_at, people_ahead, open_counters, ...rest } = parsed.data;
    return {
      ...rest,
      queueId: queue_id,
      serviceName: service_name,
      issuedMinute: issued_at,
      calledMinute: called_at,
      peopleAhead: people_ahead,
      openCounters: open_counters,
    };
  });
}

/**
 * The tickets of one office on one day. What is left open is chosen: the day with most tickets. Throws when the log has
 * no such day, and names what it has.
 */
export function chooseDay(tickets: readonly LoggedTicket[], office?: string, date?: string): LoggedTicket[] {
  const days = new Map<string, LoggedTicket[]>();
  for (const ticket of tickets) {
    if ((office && ticket.office !== office) || (date && ticket.date !== date)) continue;
    const key = `${ticket.office} ${ticket.date}`;
    const day = days.get(key);
    if (day) day.push(ticket);
    else days.set(key, [ticket]);
  }
  const chosen = [...days.values()].sort((a, b) => b.length - a.length)[0];
  if (chosen) return chosen;
  const offices = [...new Set(tickets.map((ticket) => ticket.office))].sort();
  const dates = [...new Set(tickets.map((ticket) => ticket.date))].sort();
  throw new Error(
    `The log has no tickets of that office and day. Offices: ${offices.join(', ')}. Days: ${dates.join(', ')}.`,
  );
}
