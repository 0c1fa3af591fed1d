import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { TicketSlip } from '@/lib/tickets/slip';
import { ACTIVE_STATUSES } from '@/lib/tickets/ticket';
import { presentPrinting } from './presenter';
import type { PrintJob } from './print-job';
import type { Printer } from './printer';
import type { PrintingView } from './schema';

type PrinterRow = NonNullable<Awaited<ReturnType<Tx['printer']['findUnique']>>>;
type JobRow = NonNullable<Awaited<ReturnType<Tx['printJob']['findUnique']>>>;

function toPrinter(row: PrinterRow): Printer {
  const { checkedAt: _checked, leaseBy: _by, leaseUntil: _until, createdAt: _created, ...printer } = row;
  return {
    ...printer,
    columns: row.columns as Printer['columns'],
    codePage: row.codePage as Printer['codePage'],
    state: row.state as Printer['state'],
  };
}

function toJob(row: JobRow): PrintJob {
  const { slip: _slip, askedBy: _asked, settledBy: _settled, ...job } = row;
  return { ...job, state: row.state as PrintJob['state'], problem: row.problem as PrintJob['problem'] };
}

export function locatePrinter(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.printer.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such printer.');
}

export function locatePrintJob(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.printJob.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such slip.');
}

export async function findPrinter(db: Database | Tx, hallId: string, id: string): Promise<Printer | null> {
  const row = await db.printer.findUnique({ where: { id } });
  return row?.hallId === hallId ? toPrinter(row) : null;
}

export async function listPrinters(db: Database | Tx, hallId: string): Promise<Printer[]> {
  const rows = await db.printer.findMany({ where: { hallId }, orderBy: { id: 'asc' } });
  return rows.map(toPrinter);
}

/** The guide desk's printer, where the hall has one. */
export async function findGuidePrinter(tx: Tx, hallId: string): Promise<Printer | null> {
  const row = await tx.printer.findFirst({ where: { hallId, forGuide: true, active: true }, orderBy: { id: 'asc' } });
  return row ? toPrinter(row) : null;
}

/** The printer beside a kiosk; null where it has none, or it is out of use. */
export async function findScreenPrinter(db: Database | Tx, screenId: string): Promise<Printer | null> {
  const screen = await db.screen.findUnique({ where: { id: screenId }, select: { printerId: true, hallId: true } });
  const printer = screen?.printerId ? await findPrinter(db, screen.hallId, screen.printerId) : null;
  return printer?.active ? printer : null;
}

/** Which of the hall's kiosks print where: ids of screens by id of their printer. */
export async function screensByPrinter(db: Database | Tx, hallId: string): Promise<Map<string, string[]>> {
  const rows = await db.screen.findMany({
    where: { hallId, printerId: { not: null }, revokedAt: null },
    select: { id: true, printerId: true },
    orderBy: { id: 'asc' },
  });
  const screens = new Map<string, string[]>();
  for (const { id, printerId } of rows) if (printerId) screens.set(printerId, [...(screens.get(printerId) ?? []), id]);
  return screens;
}

export async function findPrintJob(db: Database | Tx, hallId: string, id: string): Promise<PrintJob | null> {
  const row = await db.printJob.findUnique({ where: { id } });
  return row?.hallId === hallId ? toJob(row) : null;
}

/** A ticket's slip that is on its way. */
export async function findOpenJob(tx: Tx, ticketId: string): Promise<PrintJob | null> {
  const row = await tx.printJob.findFirst({
    where: { ticketId, state: { in: ['waiting', 'sending'] } },
    orderBy: { id: 'desc' },
  });
  return row ? toJob(row) : null;
}

/** Whether somebody has asked for a newer slip of the ticket since. */
export async function isNewestJob(tx: Tx, job: { id: string; ticketId: string }): Promise<boolean> {
  const newer = await tx.printJob.count({ where: { ticketId: job.ticketId, id: { gt: job.id } } });
  return newer === 0;
}

/** The slips that wait for a printer, in the order in which they were asked for. */
export async function listWaitingJobs(tx: Database | Tx, printerId: string): Promise<PrintJob[]> {
  const rows = await tx.printJob.findMany({ where: { printerId, state: 'waiting' }, orderBy: { id: 'asc' } });
  return rows.map(toJob);
}

/** Slips of people who are still here that failed or may have: the newest of each ticket is the last. */
export async function listUnsettledJobs(db: Database | Tx, hallId: string): Promise<PrintJob[]> {
  const rows = await db.printJob.findMany({
    where: { hallId, settledAt: null, state: { in: ['failed', 'uncertain'] }, ticketId: { not: null } },
    orderBy: { id: 'asc' },
    take: 200,
  });
  const here = await db.ticket.findMany({
    where: {
      id: { in: rows.flatMap((row) => row.ticketId ?? []) },
      status: { in: ACTIVE_STATUSES.filter((status) => status !== 'serving') },
      slip: { in: ['failed', 'uncertain'] },
    },
    select: { id: true },
  });
  const present = new Set(here.map(({ id }) => id));
  return rows.filter((row) => row.ticketId && present.has(row.ticketId)).map(toJob);
}

/** How many slips wait for each printer of a hall. */
export async function countWaiting(db: Database, hallId: string): Promise<Map<string, number>> {
  const rows = await db.printJob.groupBy({
    by: ['printerId'],
    where: { hallId, settledAt: null, state: { in: ['waiting', 'sending'] } },
    _count: true,
  });
  return new Map(rows.map((row) => [row.printerId, row._count]));
}

/** Printers for which slips wait, and those that nobody has asked for their state since `before`. */
export async function listPrintersToServe(db: Database, before: Date): Promise<{ id: string; hallId: string }[]> {
  const open = await db.printJob.findMany({
    where: { state: { in: ['waiting', 'sending'] } },
    distinct: ['printerId'],
    select: { printerId: true },
  });
  return db.printer.findMany({
    where: {
      OR: [
        { id: { in: open.map(({ printerId }) => printerId) } },
        { active: true, answersStatus: true, OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] },
      ],
    },
    select: { id: true, hallId: true },
  });
}

/** What a server that speaks with a printer works off: slips left in the middle by another, then the next that waits. */
export async function nextJob(
  db: Database,
  printerId: string,
): Promise<{ job: PrintJob; slip: TicketSlip | null } | null> {
  const rows = await db.printJob.findMany({
    where: { printerId, state: { in: ['sending', 'waiting'] } },
    // "sending" comes before "waiting".
    orderBy: [{ state: 'asc' }, { id: 'asc' }],
    take: 1,
  });
  const row = rows[0];
  return row ? { job: toJob(row), slip: row.slip as TicketSlip | null } : null;
}

/** The picture at the head of a hall's slips. */
export async function findLogo(db: Database, hallId: string): Promise<{ id: string; bytes: Uint8Array } | null> {
  const hall = await db.hall.findUnique({ where: { id: hallId }, select: { logoId: true } });
  return hall?.logoId
    ? db.attachment.findFirst({ where: { id: hall.logoId, hallId }, select: { id: true, bytes: true } })
    : null;
}

/** The hall's printers and the slips that somebody has to look after. */
export async function readPrinting(db: Database, hallId: string): Promise<PrintingView> {
  return presentPrinting(
    await listPrinters(db, hallId),
    await listUnsettledJobs(db, hallId),
    await countWaiting(db, hallId),
  );
}
