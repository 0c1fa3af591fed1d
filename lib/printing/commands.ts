import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand, settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import type { Work } from '@/lib/door/work';
import { mayBePrinter } from '@/lib/platform/printing/private-network';
import { momentOf } from '@/lib/realtime/presenter';
import { idSchema } from '@/lib/tickets/schema';
import { slipOf, type TicketSlip } from '@/lib/tickets/slip';
import { isActive, type Ticket } from '@/lib/tickets/ticket';
import { presentPrinter, presentPrintJob } from './presenter';
import { PRINT_PROBLEMS, type PrintJob } from './print-job';
import { PRINTER_STATES, type Printer } from './printer';
import {
  findGuidePrinter,
  findOpenJob,
  findPrinter,
  findPrintJob,
  findScreenPrinter,
  locatePrinter,
  locatePrintJob,
  screensByPrinter,
} from './queries';
import {
  assignScreens,
  bindLogo,
  countAttempt,
  insertPrinter,
  insertPrintJob,
  markSending,
  saveLogo,
  settleEarlier,
  settleJob,
  updatePrinter,
} from './repository';
import { addPrinterBody, changePrinterBody, logoBody, printBody, settleBody } from './schema';
import { closeJob, failQueue, notePrinter, showOnTicket } from './steps';

const noPrinter = fail('not-found', { detail: 'There is no such printer in this hall.' });
const noSlip = fail('not-found', { detail: 'There is no such slip.' });

/** The printer that was named, that of the kiosk, or the guide desk's. */
async function printerFor(work: Work, printerId: string | undefined): Promise<Result<Printer>> {
  const none = fail('no-printer', { detail: 'Set up a printer, or print with the browser.' });
  if (work.actor.kind === 'screen') {
    const own = await findScreenPrinter(work.tx, work.actor.id);
    return own ? success(own) : none;
  }
  if (!printerId) {
    const usual = await findGuidePrinter(work.tx, work.hallId);
    return usual ? success(usual) : none;
  }
  const named = await findPrinter(work.tx, work.hallId, printerId);
  return named?.active ? success(named) : noPrinter;
}

/** Is this the number that the kiosk has just given? Another's is none of its business. */
function isOwnIssue(work: Work, ticket: Ticket): boolean {
  return work.actor.kind !== 'screen' || (ticket.undo?.event === 'issue' && ticket.undo.by === work.by);
}

async function putInLine(work: Work, printer: Printer, slip: TicketSlip, ticketId: string | null): Promise<PrintJob> {
  const id = work.newId();
  const asked = { id, hallId: work.hallId, printerId: printer.id, ticketId, number: slip.number, askedAt: work.now };
  await insertPrintJob(work.tx, { ...asked, askedBy: work.by }, slip);
  work.wrote();
  const job = await findPrintJob(work.tx, work.hallId, id);
  if (!job) throw new Error('A slip vanished.');
  return job;
}

/**
 * Asks for the paper slip of a ticket. It is only put in line here: nobody waits for a printer. One that is still on its
 * way is answered again, so that two taps make one slip.
 */
export const printTicket = queueCommand({
  name: 'slip.ask',
  // The address for the QR code comes from whoever knows where customers reach this server; `shown`: the customer has
  // shown the ticket's own code.
  input: printBody.extend({
    hall: idSchema,
    ticketId: idSchema,
    followUrl: z.string().max(500),
    shown: z.boolean().default(false),
  }),
  permission: 'ticket.print',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { ticketId, printerId, followUrl, shown }) {
    const printer = await printerFor(work, printerId);
    if (!printer.ok) return printer;
    const ticket = work.state.tickets.get(ticketId);
    if (!ticket || !(shown || isOwnIssue(work, ticket)))
      return fail('not-found', { detail: 'There is no such ticket here now.' });
    if (!isActive(ticket.status))
      return fail('wrong-state', { detail: 'The visit is over.', currentState: ticket.status });
    const open = await findOpenJob(work.tx, ticketId);
    if (open) return success(presentPrintJob(open));
    const slip = slipOf(work.state, ticket, momentOf(work.state, work.now).estimate, followUrl);
    if (!slip) return fail('service-inactive');
    await settleEarlier(work.tx, ticketId, work.now, work.by);
    const job = await putInLine(work, printer.value, slip, ticketId);
    await showOnTicket(work, job, 'waiting');
    work.record({
      kind: 'slip.asked',
      ticketId,
      visitId: ticket.visitId,
      ...(work.actor.kind === 'screen' ? { screenId: work.actor.id } : {}),
      payload: { printerId: printer.value.id, again: ticket.slip !== null },
    });
    return success(presentPrintJob(job));
  },
});

const sameInAll = (text: string) => ({ 'zh-CN': text, en: text, es: text });

/** A slip with the printer's name and all its alphabets, to see that it was set up well. */
export const printTest = queueCommand({
  name: 'slip.test',
  input: z.strictObject({ printerId: idSchema, followUrl: z.string().max(500) }),
  permission: 'printer.manage',
  locate: ({ db }, { printerId }) => locatePrinter(db, printerId),
  async run(work, { printerId, followUrl }) {
    const printer = await findPrinter(work.tx, work.hallId, printerId);
    if (!printer) return noPrinter;
    const { config } = work;
    const [locale = 'zh-CN', secondLocale = null] = config.languages;
    const slip: TicketSlip = {
      number: 'A000',
      hallNames: config.names,
      serviceNames: sameInAll(printer.name),
      zoneNames: null,
      locale,
      secondLocale,
      issuedAt: work.now.toISOString(),
      timeZone: config.timeZone,
      peopleAhead: 0,
      estimate: null,
      papers: [sameInAll('á é í ó ú ñ Ñ ü ¿? ¡! €'), sameInAll('中文 营业厅 叫号')],
      followUrl,
    };
    return success(presentPrintJob(await putInLine(work, printer, slip, null)));
  },
});

/** The guide has looked after a slip that did not come out, or may not have: the customer has it, or goes without. */
export const settleSlip = queueCommand({
  name: 'slip.settle',
  input: settleBody.extend({ jobId: idSchema }),
  permission: 'slip.settle',
  locate: ({ db }, { jobId }) => locatePrintJob(db, jobId),
  async run(work, { jobId, hasSlip }) {
    const job = await findPrintJob(work.tx, work.hallId, jobId);
    if (!job) return noSlip;
    if (job.state !== 'failed' && job.state !== 'uncertain')
      return fail('wrong-state', { detail: 'Nothing is open about this slip.', currentState: job.state });
    if (hasSlip && job.state === 'failed')
      return fail('wrong-state', { detail: 'It surely did not come out.', currentState: job.state });
    const end = hasSlip
      ? ({ state: 'printed', problem: null } as const)
      : ({ state: 'failed', problem: job.problem ?? 'notPrinted' } as const);
    await settleJob(work.tx, jobId, { ...end, settledAt: work.now, settledBy: work.by });
    work.wrote();
    await showOnTicket(work, job, end.state);
    work.record({ kind: 'slip.settled', ticketId: job.ticketId, payload: { printerId: job.printerId, hasSlip } });
    return success(presentPrintJob({ ...job, ...end }));
  },
});

/** The first byte is about to leave. False: somebody else was faster, and nothing may be sent. */
export const beginSending = queueCommand({
  name: 'slip.beginSending',
  input: z.strictObject({ jobId: idSchema }),
  permission: 'house.duty',
  locate: ({ db }, { jobId }) => locatePrintJob(db, jobId),
  async run(work, { jobId }) {
    if (!(await markSending(work.tx, jobId, work.now))) return success(false);
    work.wrote();
    return success(true);
  },
});

/** What became of a try, and what the printer is now. */
export const endAttempt = queueCommand({
  name: 'slip.endAttempt',
  input: z.strictObject({
    jobId: idSchema,
    state: z.enum(['waiting', 'printed', 'failed', 'uncertain']),
    problem: z.enum(PRINT_PROBLEMS).nullable(),
    confirmed: z.boolean(),
    printer: z.enum(PRINTER_STATES).nullable(),
  }),
  permission: 'house.duty',
  locate: ({ db }, { jobId }) => locatePrintJob(db, jobId),
  async run(work, { jobId, printer: printerState, ...result }) {
    const job = await findPrintJob(work.tx, work.hallId, jobId);
    const printer = job && (await findPrinter(work.tx, work.hallId, job.printerId));
    if (!job || !printer) return noSlip;
    if (result.state === 'waiting') {
      await countAttempt(work.tx, jobId);
      work.wrote();
      return success(null);
    }
    await closeJob(work, job, result);
    if (result.state === 'failed') await failQueue(work, printer.id, result.problem);
    if (printerState) await notePrinter(work, printer, printerState);
    return success(null);
  },
});

/** What a printer said when it was asked for its state. */
export const hearPrinter = queueCommand({
  name: 'printer.hear',
  input: z.strictObject({ printerId: idSchema, state: z.enum(PRINTER_STATES) }),
  permission: 'house.duty',
  locate: ({ db }, { printerId }) => locatePrinter(db, printerId),
  async run(work, { printerId, state }) {
    const printer = await findPrinter(work.tx, work.hallId, printerId);
    if (!printer) return noPrinter;
    await notePrinter(work, printer, state);
    return success(null);
  },
});

/** A printer must be in the house, and those whose slips come out of it kiosks of the hall. */
async function checkPrinter(
  work: SettingsWork,
  hallId: string,
  { host, screenIds }: { host?: string; screenIds?: string[] },
): Promise<Result<null>> {
  if (host !== undefined && !mayBePrinter(host))
    return fail('invalid-input', { errors: [{ path: 'host', message: 'not an address of a private network' }] });
  const kiosks = { hallId, kind: 'kiosk', revokedAt: null, id: { in: screenIds ?? [] } };
  if (screenIds && (await work.tx.screen.count({ where: kiosks })) !== new Set(screenIds).size)
    return fail('invalid-input', { errors: [{ path: 'screenIds', message: 'not a kiosk of this hall' }] });
  return success(null);
}

async function savedPrinter(work: SettingsWork, hallId: string, id: string) {
  const printer = await findPrinter(work.tx, hallId, id);
  if (!printer) throw new Error('A printer vanished.');
  return success(presentPrinter(printer, (await screensByPrinter(work.tx, hallId)).get(id) ?? []));
}

export const addPrinter = settingsCommand({
  name: 'printer.add',
  input: addPrinterBody.extend({ hall: idSchema }),
  permission: 'printer.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, screenIds, ...printer }) {
    const hallId = work.hallId as string;
    const checked = await checkPrinter(work, hallId, { host: printer.host, screenIds });
    if (!checked.ok) return checked;
    const id = work.newId();
    await insertPrinter(work.tx, { ...printer, id, hallId }, work.now);
    await assignScreens(work.tx, hallId, id, screenIds);
    await work.audit('printer.add', `printer:${id}`, null, { ...printer, screenIds });
    return savedPrinter(work, hallId, id);
  },
});

export const changePrinter = settingsCommand({
  name: 'printer.change',
  input: z.strictObject({ printerId: idSchema, change: changePrinterBody }),
  permission: 'printer.manage',
  locate: ({ db }, { printerId }) => locatePrinter(db, printerId),
  async run(work, { printerId, change: { screenIds, ...change } }) {
    const hallId = work.hallId as string;
    const before = await findPrinter(work.tx, hallId, printerId);
    if (!before) return noPrinter;
    const checked = await checkPrinter(work, hallId, { host: change.host, screenIds });
    if (!checked.ok) return checked;
    const moved =
      (change.host ?? before.host) !== before.host ||
      (change.port ?? before.port) !== before.port ||
      (change.answersStatus ?? before.answersStatus) !== before.answersStatus;
    await updatePrinter(work.tx, printerId, change, moved ? { at: work.now } : null);
    if (screenIds) await assignScreens(work.tx, hallId, printerId, screenIds);
    await work.audit('printer.change', `printer:${printerId}`, before, {
      ...change,
      ...(screenIds ? { screenIds } : {}),
    });
    return savedPrinter(work, hallId, printerId);
  },
});

/** The picture at the head of the hall's slips. */
export const saveHallLogo = settingsCommand({
  name: 'hall.saveLogo',
  input: logoBody.extend({ hall: idSchema }),
  permission: 'settings.write',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { attachmentId }) {
    const hallId = work.hallId as string;
    if (attachmentId !== null && !(await bindLogo(work.tx, hallId, attachmentId)))
      return fail('invalid-input', { errors: [{ path: 'attachmentId', message: 'no such picture in this hall' }] });
    const before = await saveLogo(work.tx, hallId, attachmentId);
    await work.audit('hall.saveLogo', `hall:${hallId}`, { logoId: before }, { logoId: attachmentId });
    return success({ attachmentId });
  },
});
