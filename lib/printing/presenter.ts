import type { PrintJob } from './print-job';
import type { Printer } from './printer';
import type { PrinterView, PrintingView, PrintJobView } from './schema';

export function presentPrinter(printer: Printer, screenIds: string[]): PrinterView {
  const { hallId: _hall, ...shown } = printer;
  return { ...shown, screenIds, stateSince: printer.stateSince.toISOString() };
}

export function presentPrintJob(job: PrintJob): PrintJobView {
  const { id, printerId, ticketId, number, state, problem, confirmed, attempts } = job;
  return {
    id,
    printerId,
    ticketId,
    number,
    state,
    problem,
    confirmed,
    attempts,
    askedAt: job.askedAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
  };
}

/** Printers in use, and the slips that somebody has to look after. Only a ticket's newest slip counts. */
export function presentPrinting(
  printers: readonly Printer[],
  unsettled: readonly PrintJob[],
  waiting: ReadonlyMap<string, number>,
): PrintingView {
  const newest = new Map(unsettled.map((job) => [job.ticketId, job]));
  return {
    printers: printers
      .filter(({ active }) => active)
      .map(({ id, name, state, stateSince, forGuide }) => ({
        id,
        name,
        state,
        stateSince: stateSince.toISOString(),
        forGuide,
        waiting: waiting.get(id) ?? 0,
      })),
    slips: [...newest.values()].map(presentPrintJob),
  };
}
