import type { Work } from '@/lib/door/work';
import type { SlipState } from '@/lib/tickets/ticket';
import { type AttemptResult, type PrintJob, slipStateOf } from './print-job';
import type { Printer, PrinterState } from './printer';
import { isNewestJob, listWaitingJobs } from './queries';
import { endJob, savePrinterState } from './repository';

/** Shows on the ticket what became of its newest slip. The way back from the ticket's last change stays open. */
export async function showOnTicket(work: Work, job: Pick<PrintJob, 'id' | 'ticketId'>, slip: SlipState): Promise<void> {
  const ticket = job.ticketId ? work.state.tickets.get(job.ticketId) : undefined;
  if (!ticket || ticket.slip === slip) return;
  if (await isNewestJob(work.tx, { id: job.id, ticketId: ticket.id }))
    work.saveTicket(ticket, { ...ticket, slip }, ticket.undo);
}

/** The end of a slip: on the job, on the ticket, as an event. Nothing when it had ended already. */
export async function closeJob(work: Work, job: PrintJob, result: AttemptResult): Promise<void> {
  if (result.state === 'waiting' || !(await endJob(work.tx, job.id, result, work.now))) return;
  const state = slipStateOf(result.state);
  await showOnTicket(work, job, state);
  work.wrote();
  if (job.ticketId === null || state === 'waiting') return;
  work.record({
    kind: `slip.${state}`,
    ticketId: job.ticketId,
    visitId: work.state.tickets.get(job.ticketId)?.visitId ?? null,
    payload: {
      printerId: job.printerId,
      ...(result.problem ? { problem: result.problem } : { confirmed: result.confirmed }),
      seconds: Math.round((work.now.getTime() - job.askedAt.getTime()) / 1000),
    },
  });
}

/** What is known of a printer now: kept, and told when it is something else than before. */
export async function notePrinter(work: Work, printer: Printer, state: PrinterState): Promise<void> {
  if (printer.state === state) return;
  await savePrinterState(work.tx, printer.id, state, work.now);
  work.record({ kind: 'printer.changed', payload: { printerId: printer.id, from: printer.state, to: state } });
}

/**
 * A printer is in trouble: what waits behind the slip that found out will not come out either, and its customers are
 * standing there. All are told at once, not one time-out after the other.
 */
export async function failQueue(work: Work, printerId: string, problem: AttemptResult['problem']): Promise<void> {
  for (const job of await listWaitingJobs(work.tx, printerId))
    await closeJob(work, job, { state: 'failed', problem, confirmed: false });
}
