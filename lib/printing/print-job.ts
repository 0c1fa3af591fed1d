import type { SlipState } from '@/lib/tickets/ticket';
import { type PrinterState, prints } from './printer';

/**
 * A slip on its way. `waiting`: nothing of it has left the house. `sending`: from the first byte on; whoever finds a
 * slip so and is not sending it himself knows that it may have come out. The others are ends; what is wanted again is
 * asked for anew.
 */
export const PRINT_JOB_STATES = ['waiting', 'sending', 'printed', 'failed', 'uncertain'] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];

/** Why a slip did not come out, or may not have. */
export const PRINT_PROBLEMS = [
  'refused',
  'unreachable',
  'notPrivate',
  'noAnswer',
  'broken',
  'paperOut',
  'coverOpen',
  'offline',
  'error',
  'interrupted',
  'notPrinted',
] as const;
export type PrintProblem = (typeof PRINT_PROBLEMS)[number];

export interface PrintJob {
  id: string;
  hallId: string;
  printerId: string;
  /** Null: a test of the printer. */
  ticketId: string | null;
  number: string;
  state: PrintJobState;
  problem: PrintProblem | null;
  confirmed: boolean;
  attempts: number;
  askedAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
  settledAt: Date | null;
}

/** How one try went: whether a byte of the slip left the house, whether the printer said it was done, what went wrong. */
export interface Attempt {
  begun: boolean;
  confirmed: boolean;
  trouble: PrintProblem | null;
  /** What the printer is now, as far as this try told. */
  printer: PrinterState;
}

/** What a job becomes after a try. */
export interface AttemptResult {
  state: Exclude<PrintJobState, 'sending'>;
  problem: PrintProblem | null;
  confirmed: boolean;
}

/** Tries of a slip of which nothing has left yet, at a printer that was well so far: it may just be waking up. */
const TRIES = 2;
const MAY_PASS: readonly PrintProblem[] = ['refused', 'unreachable', 'noAnswer'];

/**
 * The rule of all slips: one of which nothing left the house surely did not come out; it is tried again, or has failed.
 * One of which a byte left is printed, or uncertain: never sent again by itself, because a customer with two slips and a
 * customer with none look the same from here.
 */
export function judge(attempt: Attempt, before: { attempts: number; printer: PrinterState }): AttemptResult {
  const { begun, confirmed, trouble } = attempt;
  if (trouble === null) return { state: 'printed', problem: null, confirmed };
  if (begun) return { state: 'uncertain', problem: trouble, confirmed: false };
  const again = MAY_PASS.includes(trouble) && before.attempts + 1 < TRIES && prints(before.printer);
  return { state: again ? 'waiting' : 'failed', problem: trouble, confirmed: false };
}

/** A trouble of the network as a state of the printer. */
export function stateOf(trouble: PrintProblem): PrinterState {
  switch (trouble) {
    case 'paperOut':
    case 'coverOpen':
    case 'error':
      return trouble;
    case 'notPrivate':
      return 'error';
    default:
      return 'offline';
  }
}

/** How a ticket shows its newest job: that it is being sent just now is of no interest to anybody. */
export function slipStateOf(state: PrintJobState): SlipState {
  return state === 'sending' ? 'waiting' : state;
}

/** Said on the house's bus when a slip was put in line, so that the printers' clockwork looks at once. */
export const PRINT_ASKED = 'print.asked';
