import { addSeconds } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { messagesOf } from '@/lib/i18n/messages-of';
import { greyPicture } from '@/lib/platform/printing/grey-picture';
import { LineError, openLine, type PrinterLine } from '@/lib/platform/printing/printer-line';
import type { TicketSlip } from '@/lib/tickets/slip';
import { columnsOf } from './code-page';
import { beginSending, endAttempt, hearPrinter } from './commands';
import { dotsOf } from './dots';
import { type Dots, encodeSlip } from './esc-pos';
import { type Attempt, judge, PRINT_ASKED, type PrintJob, type PrintProblem, stateOf } from './print-job';
import { PAPER_DOTS, type Printer, type PrinterState, prints } from './printer';
import {
  ASK_DONE,
  ASK_STATUS,
  isDoneByte,
  isStatusByte,
  STATUS_BYTES,
  stateFrom,
  stateWhenDone,
} from './printer-status';
import { findLogo, findPrinter, listPrintersToServe, nextJob } from './queries';
import { releasePrinter, takePrinter } from './repository';
import { layOutSlip } from './slip-layout';
import { printableLocale, slipTexts } from './slip-texts';

const SYSTEM = { actor: { kind: 'system' } } as const;

/** How long is waited for a printer, ms. Together less than the time for which a server keeps it. */
export const WAITS = {
  connect: 3_000,
  status: 2_000,
  send: 5_000,
  /** Until everything that was sent is on paper. */
  done: 8_000,
  /** For a printer that says nothing: until it hangs up. */
  quiet: 1_000,
  /** Before the second try. */
  again: 1_000,
  /** Between looks for slips that another server, or this one before it was killed, put in line. */
  look: 1_000,
};
export type Waits = typeof WAITS;

/** A server that is gone keeps its printer for this long. */
const LEASE_SECONDS = 40;
/** A printer is asked for its state this often when nothing is printed. */
const CHECK_SECONDS = 30;

const LOGO_HEIGHT = 160;

export interface PrintService {
  stop(): Promise<void>;
}

/**
 * Sends the slips that wait to their printers, for as long as the server runs: one connection at a time for each printer,
 * all printers beside each other, nothing of it in the turn of the hall. A printer that hangs holds up its own slips.
 */
export function startPrinting(
  house: House,
  failed: (error: unknown) => void,
  { waits = WAITS, server = newId(house.clock.now()) }: { waits?: Waits; server?: string } = {},
): PrintService {
  const busy = new Map<string, Promise<void>>();
  const leaving = new AbortController();
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const before = addSeconds(house.clock.now(), -CHECK_SECONDS);
    for (const { id, hallId } of await listPrintersToServe(house.db, before)) {
      if (busy.has(id) || leaving.signal.aborted) continue;
      const served = new PrinterTurn({ house, hallId, printerId: id, server, waits, leaving: leaving.signal })
        .run()
        .catch((error: unknown) => {
          failed(error);
          return false;
        })
        .then((worked) => {
          busy.delete(id);
          // Asked for just as the last one ended.
          if (worked) lookSoon();
        });
      busy.set(id, served);
    }
  };
  let soon = false;
  const lookSoon = () => {
    if (soon || leaving.signal.aborted) return;
    soon = true;
    looking = looking.then(() => {
      soon = false;
      return leaving.signal.aborted ? undefined : look().catch(failed);
    });
  };
  const tick = () => {
    lookSoon();
    timer = setTimeout(tick, waits.look);
  };
  house.bus.on(PRINT_ASKED, lookSoon);
  tick();
  return {
    async stop() {
      leaving.abort();
      clearTimeout(timer);
      house.bus.off(PRINT_ASKED, lookSoon);
      await looking;
      await Promise.all(busy.values());
    },
  };
}

/** One server's time with one printer: from taking it to giving it back. */
class PrinterTurn {
  constructor(
    private readonly of: {
      house: House;
      hallId: string;
      printerId: string;
      server: string;
      waits: Waits;
      leaving: AbortSignal;
    },
  ) {}

  /** False: another server has this printer. */
  async run(): Promise<boolean> {
    const { house, printerId, server } = this.of;
    if (!(await this.take())) return false;
    let checkedAt: Date | null = null;
    try {
      let found = await nextJob(house.db, printerId);
      if (!found) await this.check();
      for (; found && !this.of.leaving.aborted; found = await nextJob(house.db, printerId)) {
        if (!(await this.take())) return false;
        await this.workOff(found.job, found.slip);
      }
      checkedAt = house.clock.now();
      return true;
    } finally {
      await releasePrinter(house.db, printerId, server, checkedAt);
    }
  }

  private take(): Promise<boolean> {
    const { house, printerId, server } = this.of;
    const now = house.clock.now();
    return takePrinter(house.db, printerId, server, {
      now,
      until: addSeconds(now, LEASE_SECONDS),
      alone: !house.shared,
    });
  }

  private async workOff(job: PrintJob, slip: TicketSlip | null): Promise<void> {
    const { house, hallId, printerId, waits, leaving } = this.of;
    const printer = await findPrinter(house.db, hallId, printerId);
    if (!printer) return;
    // Nobody else has this printer: whoever was sending this is gone, and nobody knows how far he came.
    if (job.state === 'sending') {
      await this.end(job, { begun: true, confirmed: false, trouble: 'interrupted', printer: printer.state }, printer);
      return;
    }
    const bytes = await this.draw(printer, slip);
    const attempt = await this.attempt(job, printer, bytes);
    if (!attempt) return;
    if ((await this.end(job, attempt, printer)) === 'waiting' && !leaving.aborted) await pause(waits.again, leaving);
  }

  private async end(job: PrintJob, attempt: Attempt, printer: Printer) {
    const { house } = this.of;
    const result = judge(attempt, { attempts: job.attempts, printer: printer.state });
    const done = await execute(house, SYSTEM, endAttempt, { jobId: job.id, ...result, printer: attempt.printer });
    if (!done.ok) throw new Error(`The end of a slip was refused: ${done.failure.code}.`);
    return result.state;
  }

  private async draw(printer: Printer, slip: TicketSlip | null): Promise<Uint8Array> {
    const { house, hallId } = this.of;
    const { columns, codePage } = printer;
    if (!slip?.number) throw new Error('There is nothing on this slip.');
    const messages = await messagesOf(printableLocale(slip.locale, codePage));
    const logo = await this.logo(await findLogo(house.db, hallId), printer);
    const paper = { columns, columnsOf: (text: string) => columnsOf(text, codePage) };
    const lines = layOutSlip(slipTexts(slip, codePage, messages), paper, { logo: logo !== null });
    return encodeSlip(lines, { columns, codePage, logo });
  }

  /** A picture that cannot be read is left out: the number is what matters. */
  private async logo(picture: { bytes: Uint8Array } | null, { columns }: Printer): Promise<Dots | null> {
    if (!picture) return null;
    try {
      const most = { width: Math.round(PAPER_DOTS[columns] * 0.75), height: LOGO_HEIGHT };
      const { grey, width, height } = await greyPicture(picture.bytes, most);
      return dotsOf(grey, width, height);
    } catch {
      return null;
    }
  }

  /** Null: the server leaves, or somebody else has begun with this slip. */
  private async attempt(job: PrintJob, printer: Printer, bytes: Uint8Array): Promise<Attempt | null> {
    const { house, waits, leaving } = this.of;
    let line: PrinterLine | undefined;
    let begun = false;
    try {
      line = await openLine(printer.host, printer.port, waits.connect, leaving);
      if (printer.answersStatus) {
        const state = await askState(line, waits);
        if (!prints(state)) return { begun, confirmed: false, trouble: problemOf(state), printer: state };
      }
      if (leaving.aborted) return null;
      const mine = await execute(house, SYSTEM, beginSending, { jobId: job.id });
      if (!mine.ok || !mine.value) return null;
      begun = true;
      await line.send(bytes, waits.send);
      if (!printer.answersStatus) {
        await line.finish(waits.quiet);
        return { begun, confirmed: false, trouble: null, printer: 'ready' };
      }
      return await whenDone(line, waits);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      if (leaving.aborted && !begun) return null;
      return { begun, confirmed: false, trouble: error.trouble, printer: stateOf(error.trouble) };
    } finally {
      await line?.close();
    }
  }

  /** Asks a printer that has nothing to do how it is. */
  private async check(): Promise<void> {
    const { house, hallId, printerId, waits, leaving } = this.of;
    const printer = await findPrinter(house.db, hallId, printerId);
    if (!printer?.answersStatus) return;
    const state = await openLine(printer.host, printer.port, waits.connect, leaving)
      .then(async (line) => {
        try {
          return await askState(line, waits);
        } finally {
          await line.close();
        }
      })
      .catch((error: unknown) => {
        if (error instanceof LineError) return stateOf(error.trouble);
        throw error;
      });
    if (state !== printer.state && !leaving.aborted) await execute(house, SYSTEM, hearPrinter, { printerId, state });
  }
}

async function askState(line: PrinterLine, waits: Waits): Promise<PrinterState> {
  return stateFrom(await line.ask(ASK_STATUS, { count: STATUS_BYTES, isAnswer: isStatusByte }, waits.status));
}

/** Everything was sent: the printer says when it is on paper, or what keeps it from coming out. */
async function whenDone(line: PrinterLine, waits: Waits): Promise<Attempt> {
  try {
    const [byte = 0] = await line.ask(ASK_DONE, { count: 1, isAnswer: isDoneByte }, waits.done);
    return { begun: true, confirmed: true, trouble: null, printer: stateWhenDone(byte) };
  } catch (error) {
    if (!(error instanceof LineError) || error.trouble !== 'noAnswer') throw error;
    const state = await askState(line, waits);
    const trouble = prints(state) ? 'noAnswer' : problemOf(state);
    return { begun: true, confirmed: false, trouble, printer: state };
  }
}

function problemOf(state: PrinterState): PrintProblem {
  return state === 'paperOut' || state === 'coverOpen' || state === 'error' ? state : 'offline';
}

function pause(ms: number, leaving: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, ms);
    function finish() {
      clearTimeout(timer);
      leaving.removeEventListener('abort', finish);
      done();
    }
    leaving.addEventListener('abort', finish);
  });
}
