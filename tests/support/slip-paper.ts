import iconv from 'iconv-lite';
import QRCode from 'qrcode';

/** A line as it comes out of the printer. */
export interface PaperLine {
  text: string;
  /** Columns of the small font that it takes, its size counted. */
  columns: number;
  centre: boolean;
  bold: boolean;
  wide: number;
  high: number;
}

export type PaperPart =
  | ({ kind: 'line' } & PaperLine)
  | { kind: 'qr'; data: string; moduleDots: number; centre: boolean }
  | { kind: 'picture'; width: number; height: number; rows: Uint8Array; centre: boolean };

/** What came out: everything up to the cut, read back from the bytes by what the printer's manual says. */
export interface Paper {
  parts: PaperPart[];
  /** How often the knife fell. */
  cuts: number;
}

const PAGES: Record<number, string> = { 16: 'windows-1252', 19: 'cp858' };

/**
 * Reads the bytes of a slip as a printer does: ESC/POS with its alphabets. Throws on a byte that no command explains, so
 * that nothing is passed over in silence.
 *
 * @param chinese a printer with Chinese, which wakes up in it
 */
export function readSlip(bytes: Uint8Array, { chinese = true } = {}): Paper {
  const parts: PaperPart[] = [];
  let cuts = 0;
  let at = 0;
  const state = { centre: false, bold: false, wide: 1, high: 1, chinese, page: 'cp437' };
  let text = '';
  let columns = 0;
  let stored = '';
  let moduleDots = 3;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('The slip ends in the middle of a command.');
    return byte;
  };
  const unknown = (name: string): never => {
    throw new Error(`Byte ${at}: ${name} is no command of a slip.`);
  };
  const feed = () => {
    const { centre, bold, wide, high } = state;
    parts.push({ kind: 'line', text, columns, centre, bold, wide, high });
    text = '';
    columns = 0;
  };
  const symbol = () => {
    const length = next() + next() * 256;
    const [symbology, what, ...data] = Array.from({ length }, next);
    if (symbology !== 49) unknown('GS ( k with another symbol');
    if (what === 67) moduleDots = data[0] ?? 0;
    if (what === 80) stored = new TextDecoder().decode(Uint8Array.from(data.slice(1)));
    if (what === 81) parts.push({ kind: 'qr', data: stored, moduleDots, centre: state.centre });
  };
  const picture = () => {
    if (next() !== 0x30 || next() !== 0) unknown('GS v');
    const width = next() + next() * 256;
    const height = next() + next() * 256;
    const rows = Uint8Array.from({ length: width * height }, next);
    parts.push({ kind: 'picture', width: width * 8, height, rows, centre: state.centre });
  };
  const group = () => {
    const command = next();
    if (command === 0x21) {
      const size = next();
      state.wide = (size >> 4) + 1;
      state.high = (size & 15) + 1;
    } else if (command === 0x28 && next() === 0x6b) symbol();
    else if (command === 0x76) picture();
    else if (command === 0x56) {
      if (next() !== 66) unknown('GS V');
      next();
      cuts++;
    } else unknown(`GS ${command}`);
  };
  const printerMode = () => {
    const command = next();
    if (command === 0x40)
      Object.assign(state, { centre: false, bold: false, wide: 1, high: 1, chinese, page: 'cp437' });
    else if (command === 0x61) state.centre = next() === 1;
    else if (command === 0x45) state.bold = next() === 1;
    else if (command === 0x74) state.page = PAGES[next()] ?? unknown('ESC t');
    else unknown(`ESC ${command}`);
  };
  const write = (encoded: number[], encoding: string, width: number) => {
    text += iconv.decode(Buffer.from(encoded), encoding);
    columns += width * state.wide;
  };
  while (at < bytes.length) {
    const byte = next();
    if (byte === 0x1b) printerMode();
    else if (byte === 0x1d) group();
    else if (byte === 0x1c && chinese) {
      const command = next();
      if (command === 0x26) state.chinese = true;
      else if (command === 0x2e) state.chinese = false;
      else unknown(`FS ${command}`);
    } else if (byte === 0x0a) feed();
    else if (byte < 0x20) unknown(String(byte));
    else if (byte < 0x80) write([byte], 'ascii', 1);
    else if (!state.chinese) write([byte], state.page, 1);
    else {
      const second = next();
      const four = second >= 0x30 && second <= 0x39;
      write(four ? [byte, second, next(), next()] : [byte, second], 'gb18030', 2);
    }
  }
  if (text !== '') throw new Error(`"${text}" was never fed out.`);
  return { parts, cuts };
}

/** The lines that have something on them, as text. */
export function linesOf(paper: Paper): string[] {
  return paper.parts.flatMap((part) => (part.kind === 'line' && part.text.trim() !== '' ? [part.text] : []));
}

const DOT = { column: 12, line: 30 };

/** The slip as a drawing, one unit a dot of the printer: what a person would hold in his hand. */
export function drawSlip(paper: Paper, columns: number): string {
  const width = columns * DOT.column;
  const drawn: string[] = [];
  let y = 20;
  for (const part of paper.parts) {
    if (part.kind === 'line') {
      const left = part.centre ? (width - part.columns * DOT.column) / 2 : 0;
      const height = DOT.line * part.high;
      let x = left;
      for (const sign of part.text) {
        const cell = (/[^\x20-\u024f€]/.test(sign) ? 2 : 1) * DOT.column;
        const style = `font-size="${cell === DOT.column ? 20 : 24}" font-weight="${part.bold ? 700 : 400}"`;
        if (sign !== ' ')
          drawn.push(
            `<text transform="translate(${x} ${y + height - 8 * part.high}) scale(${part.wide} ${part.high})" ${style}>${escapeXml(sign)}</text>`,
          );
        x += cell * part.wide;
      }
      y += height;
    } else if (part.kind === 'qr') {
      const { modules } = QRCode.create(part.data, { errorCorrectionLevel: 'M' });
      const side = modules.size * part.moduleDots;
      const left = part.centre ? (width - side) / 2 : 0;
      for (let row = 0; row < modules.size; row++)
        for (let column = 0; column < modules.size; column++)
          if (modules.get(row, column))
            drawn.push(rect(left + column * part.moduleDots, y + row * part.moduleDots, part.moduleDots));
      y += side;
    } else {
      const left = part.centre ? (width - part.width) / 2 : 0;
      for (let row = 0; row < part.height; row++)
        for (let column = 0; column < part.width; column++)
          if ((part.rows[(row * part.width) / 8 + (column >> 3)] ?? 0) & (0x80 >> (column & 7)))
            drawn.push(rect(left + column, y + row, 1));
      y += part.height;
    }
  }
  const height = y + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 40}" height="${height}" viewBox="-20 0 ${width + 40} ${height}" font-family="DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace"><rect x="-20" width="${width + 40}" height="${height}" fill="#fff"/>${drawn.join('')}</svg>`;
}

function rect(x: number, y: number, side: number): string {
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}"/>`;
}

function escapeXml(sign: string): string {
  return sign.replace(/[&<>]/g, (special) => `&#${special.charCodeAt(0)};`);
}
