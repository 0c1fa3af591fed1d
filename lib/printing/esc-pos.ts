import { LATIN_PAGE, runsOf } from './code-page';
import type { CodePage } from './printer';
import type { SlipLine } from './slip-layout';

/** A picture in black dots: rows of whole bytes, the leftmost dot is the highest bit. */
export interface Dots {
  /** In bytes: eight dots each. */
  widthBytes: number;
  height: number;
  data: Uint8Array;
}

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const LF = 0x0a;

const low = (value: number) => value & 0xff;
const high = (value: number) => (value >> 8) & 0xff;

/**
 * The commands for one slip, from a reset to the cut. Chinese is switched on and off around its signs (`FS &`, `FS .`),
 * because in that mode a printer would take an accented letter and its neighbour for one sign.
 */
export function encodeSlip(
  lines: readonly SlipLine[],
  { columns, codePage, logo }: { columns: number; codePage: CodePage; logo: Dots | null },
): Uint8Array {
  const out: number[] = [ESC, 0x40];
  const writer = new TextWriter(out, codePage);
  const centre = (on: boolean) => out.push(ESC, 0x61, on ? 1 : 0);
  for (const line of lines)
    switch (line.kind) {
      case 'logo':
        if (!logo) break;
        centre(true);
        out.push(GS, 0x76, 0x30, 0, low(logo.widthBytes), high(logo.widthBytes), low(logo.height), high(logo.height));
        for (const byte of logo.data) out.push(byte);
        out.push(LF);
        break;
      case 'text':
        centre(line.centre);
        out.push(ESC, 0x45, line.bold ? 1 : 0, GS, 0x21, ((line.wide - 1) << 4) | (line.high - 1));
        writer.write(line.text);
        out.push(LF);
        break;
      case 'rule':
        centre(false);
        out.push(ESC, 0x45, 0, GS, 0x21, 0);
        writer.write('-'.repeat(columns));
        out.push(LF);
        break;
      case 'qr':
        centre(true);
        qr(out, line.data);
        out.push(LF);
        break;
      case 'feed':
        out.push(GS, 0x21, 0, LF);
        break;
    }
  // Feed to the knife, and cut all but a bridge.
  out.push(GS, 0x56, 66, 0);
  return Uint8Array.from(out);
}

/** Writes texts in the alphabets of a printer and remembers which one it is in. */
class TextWriter {
  private alphabet: 'latin' | 'chinese' | null = null;

  constructor(
    private readonly out: number[],
    private readonly page: CodePage,
  ) {}

  write(text: string): void {
    for (const { alphabet, bytes } of runsOf(text, this.page)) {
      if (alphabet !== this.alphabet) this.change(alphabet);
      this.out.push(...bytes);
    }
  }

  private change(alphabet: 'latin' | 'chinese'): void {
    if (alphabet === 'chinese') this.out.push(FS, 0x26);
    else {
      // A printer without Chinese would print the full stop.
      if (this.page === 'gb18030') this.out.push(FS, 0x2e);
      this.out.push(ESC, 0x74, LATIN_PAGE[this.page].number);
    }
    this.alphabet = alphabet;
  }
}

/** Dots of a QR code's module: large enough for a phone at arm's length, small enough for 58 mm. */
const MODULE_DOTS = 6;

/** GS ( k: model 2, module size, correction M, store, print. */
function qr(out: number[], data: string): void {
  const bytes = new TextEncoder().encode(data);
  const length = bytes.length + 3;
  out.push(GS, 0x28, 0x6b, 4, 0, 49, 65, 50, 0);
  out.push(GS, 0x28, 0x6b, 3, 0, 49, 67, MODULE_DOTS);
  out.push(GS, 0x28, 0x6b, 3, 0, 49, 69, 49);
  out.push(GS, 0x28, 0x6b, low(length), high(length), 49, 80, 48, ...bytes);
  out.push(GS, 0x28, 0x6b, 3, 0, 49, 81, 48);
}
