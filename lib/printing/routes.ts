import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { env } from '@/lib/platform/env';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { ticketToken } from '@/lib/tickets/token';
import { addPrinter, changePrinter, printTest, printTicket, saveHallLogo, settleSlip } from './commands';
import { presentPrinter, presentPrintJob } from './presenter';
import { PRINT_ASKED } from './print-job';
import { findPrintJob, listPrinters, locatePrintJob, readPrinting, screensByPrinter } from './queries';
import {
  addPrinterBody,
  changePrinterBody,
  logoBody,
  logoSchema,
  printBody,
  printerSchema,
  printingViewSchema,
  printJobSchema,
  settleBody,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const printerParams = z.object({ printer: idSchema });
const jobParams = z.object({ job: idSchema });

/** Where customers reach this server, without a slash at the end. */
function origin(requestHeaders: Headers): string {
  return env().BASE_URL?.replace(/\/+$/, '') ?? `http://${requestHeaders.get('host') ?? 'localhost'}`;
}

export const printingRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/printing',
    tag: 'printing',
    summary: 'Printers, and slips that somebody must look after',
    who: ['printing.read'],
    params: hallParams,
    answer: printingViewSchema,
    async run({ house, actor, params }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'printing.read', hallId)) return fail(refusal(actor, hallId));
      return success(await readPrinting(house.db, hallId));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/tickets/{ticket}/print',
    tag: 'printing',
    summary: 'Print the paper slip of a ticket',
    description:
      'Puts the slip in line and answers at once; `GET /print-jobs/{job}` tells what became of it. A kiosk prints the ' +
      'number that it has just given, or whose token it was shown, with the printer beside it. While a slip is on its way the same is answered again.',
    who: ['ticket.print'],
    params: hallParams.extend({ ticket: idSchema }),
    body: printBody,
    status: 201,
    answer: printJobSchema,
    refusals: ['no-printer', 'wrong-state', 'service-inactive'],
    async run({ house, caller, params: { hall, ticket }, ticketId, body, requestHeaders }) {
      const id = ticketId ?? ticket;
      const followUrl = `${origin(requestHeaders)}/t/${ticketToken(house.secret, id)}`;
      const shown = ticketId !== null;
      const asked = await execute(house, caller, printTicket, { hall, ticketId: id, followUrl, shown, ...body });
      if (asked.ok) house.bus.emit(PRINT_ASKED);
      return asked;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/print-jobs/{job}',
    tag: 'printing',
    summary: 'What became of a slip',
    who: ['ticket.print'],
    params: jobParams,
    answer: printJobSchema,
    async run({ house, actor, params }) {
      const hallId = await locatePrintJob(house.db, params.job);
      if (!hallId.ok) return hallId;
      if (!permits(actor, 'ticket.print', hallId.value)) return fail(refusal(actor, hallId.value));
      const job = await findPrintJob(house.db, hallId.value, params.job);
      return job ? success(presentPrintJob(job)) : fail('not-found');
    },
  }),
  defineRoute({
    method: 'post',
    path: '/print-jobs/{job}/settle',
    tag: 'printing',
    summary: 'A slip that failed, or may have, was looked after',
    description: 'The customer has it in his hand (only where that is possible), or goes without.',
    who: ['slip.settle'],
    params: jobParams,
    body: settleBody,
    answer: printJobSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { job }, body }) => execute(house, caller, settleSlip, { jobId: job, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/printers',
    tag: 'printing',
    summary: 'Printers of a hall as they are set up',
    who: ['printer.manage'],
    params: hallParams,
    answer: z.object({ items: z.array(printerSchema) }),
    async run({ house, actor, params }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'printer.manage', hallId)) return fail(refusal(actor, hallId));
      const screens = await screensByPrinter(house.db, hallId);
      const printers = await listPrinters(house.db, hallId);
      return success({ items: printers.map((printer) => presentPrinter(printer, screens.get(printer.id) ?? [])) });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/printers',
    tag: 'printing',
    summary: 'Add a printer',
    description: 'Raw TCP in a private network, ports 9100 to 9199.',
    who: ['printer.manage'],
    params: hallParams,
    body: addPrinterBody,
    status: 201,
    answer: printerSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) => execute(house, caller, addPrinter, { hall: params.hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/printers/{printer}',
    tag: 'printing',
    summary: 'Change a printer, or take it out of use',
    who: ['printer.manage'],
    params: printerParams,
    body: changePrinterBody,
    answer: printerSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, changePrinter, { printerId: params.printer, change: body }),
  }),
  defineRoute({
    method: 'post',
    path: '/printers/{printer}/test',
    tag: 'printing',
    summary: 'Print a test slip',
    who: ['printer.manage'],
    params: printerParams,
    status: 201,
    answer: printJobSchema,
    async run({ house, caller, params, requestHeaders }) {
      const input = { printerId: params.printer, followUrl: origin(requestHeaders) };
      const asked = await execute(house, caller, printTest, input);
      if (asked.ok) house.bus.emit(PRINT_ASKED);
      return asked;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/logo',
    tag: 'printing',
    summary: "The picture at the head of the hall's slips",
    who: ['settings.write'],
    params: hallParams,
    body: logoBody,
    answer: logoSchema,
    run: ({ house, caller, params, body }) => execute(house, caller, saveHallLogo, { hall: params.hall, ...body }),
  }),
];
