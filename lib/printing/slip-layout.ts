import type { SlipTexts } from './slip-texts';

/** One thing on a slip, from top to bottom. `wide` and `high` are multiples of the small font. */
export type SlipLine =
  | { kind: 'logo' }
  | { kind: 'text'; text: string; centre: boolean; wide: number; high: number; bold: boolean }
  | { kind: 'rule' }
  | { kind: 'qr'; data: string }
  | { kind: 'feed' };

/** The paper that a slip is laid out for. */
export interface Paper {
  columns: number;
  /** Columns of the small font that a text takes on this printer. */
  columnsOf(text: string): number;
}

/** The largest number of the small font's multiples that printers know. */
const LARGEST = 8;

type Style = Partial<Pick<Extract<SlipLine, { kind: 'text' }>, 'centre' | 'wide' | 'high' | 'bold'>>;

/** A slip as lines that fit on the paper: nothing is cut off, and nothing runs on. */
export function layOutSlip(slip: SlipTexts, paper: Paper, { logo = false } = {}): SlipLine[] {
  const lines: SlipLine[] = [];
  const say = (text: string, { centre = false, wide = 1, high = 1, bold = false }: Style = {}) => {
    for (const line of wrap(text, Math.floor(paper.columns / wide), paper.columnsOf))
      lines.push({ kind: 'text', text: line, centre, wide, high, bold });
  };
  if (logo) lines.push({ kind: 'logo' });
  say(slip.hall, { centre: true, bold: true });
  say(slip.numberLabel, { centre: true });
  const size = Math.max(1, Math.min(LARGEST, Math.floor(paper.columns / paper.columnsOf(slip.number))));
  say(slip.number, { centre: true, bold: true, wide: size, high: size });
  const twice = paper.columnsOf(slip.service) * 2 <= paper.columns ? 2 : 1;
  say(slip.service, { centre: true, bold: true, wide: twice, high: 2 });
  if (slip.secondService) say(slip.secondService, { centre: true });
  lines.push({ kind: 'rule' });
  for (const { label, value } of slip.facts) {
    const room = paper.columns - paper.columnsOf(label) - paper.columnsOf(value);
    if (room > 0) say(label + ' '.repeat(room) + value, { bold: false });
    else {
      say(label);
      say(value, { bold: true });
    }
  }
  if (slip.papers.length > 0) {
    lines.push({ kind: 'feed' });
    say(slip.papersLabel, { bold: true });
    for (const text of slip.papers)
      for (const [i, line] of wrap(text, paper.columns - 2, paper.columnsOf).entries())
        say((i === 0 ? '- ' : '  ') + line);
  }
  if (slip.followUrl) {
    lines.push({ kind: 'feed' }, { kind: 'qr', data: slip.followUrl });
    say(slip.followLabel, { centre: true });
  }
  lines.push({ kind: 'feed' });
  say(slip.closing, { centre: true });
  say(slip.time, { centre: true });
  return lines;
}

/**
 * Breaks a text into lines of so many columns: between words, between any two Chinese signs, and inside a word only when
 * the word alone is longer than a line. Spaces at a break are gone; an empty text has no lines.
 */
export function wrap(text: string, columns: number, columnsOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const finish = () => {
    const done = line.trimEnd();
    if (done !== '') lines.push(done);
    line = '';
  };
  for (const piece of pieces(text)) {
    if (columnsOf(line + piece) <= columns) {
      line += piece;
      continue;
    }
    if (piece.trim() === '') continue;
    finish();
    // A word that is longer than a line, sign by sign.
    for (const sign of piece) {
      if (line !== '' && columnsOf(line + sign) > columns) finish();
      line += sign;
    }
  }
  finish();
  return lines;
}

/** Words, spaces and single Chinese signs, in order; a closing sign stays with what it closes. */
function pieces(text: string): string[] {
  return (
    text
      .replace(/\s/g, ' ')
      .match(
        / +|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：！？）》”]*|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
      ) ?? []
  );
}
