import type { PrinterState } from './printer';

/** DLE EOT 1, 2 and 4: the printer's state, why it is offline, its paper. Answered at once, one byte each. */
export const ASK_STATUS = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4);
export const STATUS_BYTES = 3;

/** GS r 1: its paper. Answered in turn, so when everything that was sent before has been worked off. */
export const ASK_DONE = Uint8Array.of(0x1d, 0x72, 1);

/** The fixed bits of an answer to DLE EOT; printers also speak without being asked. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/** The fixed bits of an answer to GS r. */
export function isDoneByte(byte: number): boolean {
  return (byte & 0b1001_0000) === 0;
}

/** What three answers to DLE EOT say together; what keeps paper from coming out goes before what does not. */
export function stateFrom([printer = 0, cause = 0, paper = 0]: readonly number[]): PrinterState {
  if (paper & 0b0110_0000 || cause & 0b0010_0000) return 'paperOut';
  if (cause & 0b0000_0100) return 'coverOpen';
  if (cause & 0b0100_0000) return 'error';
  if (printer & 0b0000_1000) return 'offline';
  return paper & 0b0000_1100 ? 'paperLow' : 'ready';
}

/** What the answer to GS r 1 says when a slip has been worked off: the paper that is left. */
export function stateWhenDone(byte: number): PrinterState {
  if (byte & 0b0000_1100) return 'paperOut';
  return byte & 0b0000_0011 ? 'paperLow' : 'ready';
}
