import type { Database, Tx } from '@/lib/platform/db/client';
import type { TicketSlip } from '@/lib/tickets/slip';
import type { AttemptResult, PrintJob } from './print-job';
import type { Printer, PrinterState } from './printer';

type PrinterSettings = Omit<Printer, 'id' | 'hallId' | 'state' | 'stateSince'>;

export async function insertPrinter(
  tx: Tx,
  printer: PrinterSettings & { id: string; hallId: string },
  at: Date,
): Promise<void> {
  await tx.printer.create({ data: { ...printer, stateSince: at, createdAt: at } });
}

/** Another address is another printer: what was known of the old one is forgotten. */
export async function updatePrinter(
  tx: Tx,
  id: string,
  data: Partial<PrinterSettings>,
  forget: { at: Date } | null,
): Promise<void> {
  const anew = forget ? { state: 'unknown', stateSince: forget.at, checkedAt: null } : {};
  await tx.printer.update({ where: { id }, data: { ...data, ...anew } });
}

/** These kiosks print here, and no others. */
export async function assignScreens(tx: Tx, hallId: string, printerId: string, screenIds: string[]): Promise<void> {
  await tx.screen.updateMany({ where: { hallId, printerId }, data: { printerId: null } });
  await tx.screen.updateMany({ where: { hallId, id: { in: screenIds } }, data: { printerId } });
}

export async function savePrinterState(tx: Tx, id: string, state: PrinterState, since: Date): Promise<void> {
  await tx.printer.update({ where: { id }, data: { state, stateSince: since } });
}

export async function insertPrintJob(
  tx: Tx,
  job: Pick<PrintJob, 'id' | 'hallId' | 'printerId' | 'ticketId' | 'number' | 'askedAt'> & { askedBy: string },
  slip: TicketSlip,
): Promise<void> {
  await tx.printJob.create({ data: { ...job, state: 'waiting', slip: slip as object } });
}

/** From waiting to sending: false when somebody else was faster. */
export async function markSending(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.printJob.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'sending', sentAt: at, attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Another try for a slip of which nothing has left. */
export async function countAttempt(tx: Tx, id: string): Promise<void> {
  await tx.printJob.updateMany({ where: { id, state: 'waiting' }, data: { attempts: { increment: 1 } } });
}

/** The end of a job: what stood on it is forgotten. False when it had ended already. */
export async function endJob(tx: Tx, id: string, result: AttemptResult, at: Date): Promise<boolean> {
  const { count } = await tx.printJob.updateMany({
    where: { id, state: { in: ['waiting', 'sending'] } },
    data: { ...result, endedAt: at, slip: {} },
  });
  return count === 1;
}

export async function settleJob(
  tx: Tx,
  id: string,
  settled: Pick<PrintJob, 'state' | 'problem'> & { settledAt: Date; settledBy: string },
): Promise<void> {
  await tx.printJob.update({ where: { id }, data: settled });
}

/** Earlier slips of a ticket are of no more concern once a new one is asked for. */
export async function settleEarlier(tx: Tx, ticketId: string, at: Date, by: string): Promise<void> {
  await tx.printJob.updateMany({
    where: { ticketId, settledAt: null, state: { in: ['failed', 'uncertain'] } },
    data: { settledAt: at, settledBy: by },
  });
}

export async function saveLogo(tx: Tx, hallId: string, attachmentId: string | null): Promise<string | null> {
  const { logoId } = await tx.hall.findUniqueOrThrow({ where: { id: hallId }, select: { logoId: true } });
  await tx.hall.update({ where: { id: hallId }, data: { logoId: attachmentId } });
  if (logoId && logoId !== attachmentId) await tx.attachment.deleteMany({ where: { id: logoId, hallId } });
  return logoId;
}

/** Binds a picture that belongs to nothing yet; false when there is none of this id. */
export async function bindLogo(tx: Tx, hallId: string, attachmentId: string): Promise<boolean> {
  const subject = `logo:${hallId}`;
  const { count } = await tx.attachment.updateMany({
    where: { id: attachmentId, hallId, OR: [{ subject: null }, { subject }] },
    data: { subject },
  });
  return count === 1;
}

/*
 * Which server speaks with a printer. No change of the hall and so no command: it says nothing to anybody but servers,
 * and is taken several times a minute.
 */

/**
 * Takes a printer for one server until `until`, or keeps it. One connection at a time: the database decides.
 *
 * @param alone no other server works on this database: a word that still holds is of a process that is gone
 */
export async function takePrinter(
  db: Database,
  id: string,
  by: string,
  { now, until, alone }: { now: Date; until: Date; alone: boolean },
): Promise<boolean> {
  const free = [{ leaseBy: null }, { leaseBy: by }, { leaseUntil: { lte: now } }];
  const { count } = await db.printer.updateMany({
    where: { id, ...(alone ? {} : { OR: free }) },
    data: { leaseBy: by, leaseUntil: until },
  });
  return count === 1;
}

export async function releasePrinter(db: Database, id: string, by: string, checkedAt: Date | null): Promise<void> {
  await db.printer.updateMany({
    where: { id, leaseBy: by },
    data: { leaseBy: null, leaseUntil: null, ...(checkedAt ? { checkedAt } : {}) },
  });
}
