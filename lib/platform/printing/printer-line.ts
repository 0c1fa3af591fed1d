import { connect, type Socket } from 'node:net';
import { privateAddressOf } from './private-network';

/** Why nothing can be said to a printer, or nothing is heard from it. */
export type LineTrouble = 'refused' | 'unreachable' | 'notPrivate' | 'noAnswer' | 'broken';

export class LineError extends Error {
  constructor(readonly trouble: LineTrouble) {
    super(trouble);
  }
}

/** How long a printer has to hang up, too. */
const CLOSE_MS = 300;

/** A connection to a printer by raw TCP. Everything has its time-out; after an error the line is of no more use. */
export interface PrinterLine {
  /** Sends a question and waits for so many bytes that look like answers; others are not for us. */
  ask(question: Uint8Array, answers: { count: number; isAnswer(byte: number): boolean }, ms: number): Promise<number[]>;
  /** Hands bytes over to the network. */
  send(bytes: Uint8Array, ms: number): Promise<void>;
  /** Says that this was all, and waits until the printer hangs up or has been quiet for so long. */
  finish(ms: number): Promise<void>;
  /** Hangs up politely: a printer that takes one connection must know that this one has ended before the next. */
  close(): Promise<void>;
}

/** Opens a line to a printer in the house's own network. Throws a `LineError`. */
export async function openLine(host: string, port: number, ms: number, signal?: AbortSignal): Promise<PrinterLine> {
  const until = AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]);
  const address = await within(privateAddressOf(host), until).catch(() => {
    throw new LineError('unreachable');
  });
  if (address === null) throw new LineError('notPrivate');
  const socket = connect({ host: address, port, noDelay: true });
  try {
    await within(new Promise<void>((done, failed) => socket.once('connect', done).once('error', failed)), until);
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw new LineError((error as { code?: string }).code === 'ECONNREFUSED' ? 'refused' : 'unreachable');
  }
  return lineOf(socket);
}

function within<T>(promise: Promise<T>, until: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    const late = () => failed(new LineError('unreachable'));
    if (until.aborted) return late();
    until.addEventListener('abort', late, { once: true });
    promise.then(done, failed).finally(() => until.removeEventListener('abort', late));
  });
}

function lineOf(socket: Socket): PrinterLine {
  let broken = false;
  let heard: number[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  socket.on('error', () => {
    broken = true;
    tell();
  });
  socket.on('close', tell);
  socket.on('end', tell);
  socket.on('data', (bytes) => {
    heard.push(...bytes);
    tell();
  });
  /** Waits until `look` says something other than undefined; a line that has ended before is broken. */
  const wait = <T>(ms: number, look: () => T | undefined, late: LineTrouble): Promise<T> =>
    new Promise((done, failed) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        listeners.delete(check);
        settle();
      };
      const check = () => {
        const found = look();
        if (found !== undefined) finish(() => done(found));
        else if (broken || socket.destroyed || socket.readableEnded) finish(() => failed(new LineError('broken')));
      };
      const timer = setTimeout(() => finish(() => failed(new LineError(late))), ms);
      listeners.add(check);
      check();
    });
  return {
    ask(question, { count, isAnswer }, ms) {
      heard = [];
      socket.write(question);
      return wait(
        ms,
        () => {
          const answers = heard.filter(isAnswer);
          return answers.length >= count ? answers.slice(0, count) : undefined;
        },
        'noAnswer',
      );
    },
    async send(bytes, ms) {
      let taken = false;
      socket.write(bytes, (error) => {
        taken = !error;
        tell();
      });
      await wait(ms, () => (taken ? true : undefined), 'broken');
    },
    async finish(ms) {
      socket.end();
      await wait(ms, () => (socket.readableEnded && !broken ? true : undefined), 'noAnswer').catch(
        (error: LineError) => {
          // Many printers keep the line open; that is no news, a line that breaks is.
          if (error.trouble !== 'noAnswer') throw error;
        },
      );
    },
    close() {
      if (broken || socket.destroyed) {
        socket.destroy();
        return Promise.resolve();
      }
      return new Promise((done) => {
        const timer = setTimeout(() => socket.destroy(), CLOSE_MS);
        socket.once('close', () => {
          clearTimeout(timer);
          done();
        });
        socket.end();
      });
    },
  };
}
