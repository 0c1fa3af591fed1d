import iconv from 'iconv-lite';
import type { CodePage } from './printer';

/** Bytes of one alphabet of the printer. ASCII is the same in all and stays with what it stands beside. */
export interface Run {
  alphabet: 'latin' | 'chinese';
  bytes: number[];
}

/** The single-byte page beside a printer's Chinese, and the number that `ESC t` knows it by. */
export const LATIN_PAGE: Record<CodePage, { encoding: string; number: number }> = {
  gb18030: { encoding: 'cp858', number: 19 },
  cp858: { encoding: 'cp858', number: 19 },
  windows1252: { encoding: 'windows-1252', number: 16 },
};

/** Signs of good typography that printers lack, as everybody reads them. */
const PLAIN: Record<string, string> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
};

const SPACE = /[\s\u200b\ufeff]/;
const IDEOGRAPH = /\p{Script=Han}/u;
const MARKS = /\p{Mark}/gu;

interface Glyph {
  alphabet: 'latin' | 'chinese' | 'any';
  bytes: number[];
}

const ascii = (text: string): Glyph => ({
  alphabet: 'any',
  bytes: [...text].map((character) => character.charCodeAt(0)),
});

/** One character as the printer takes it; what it has no sign for becomes its letter without accents, or `?`. */
function glyph(character: string, page: CodePage): Glyph {
  if (character >= ' ' && character <= '~') return ascii(character);
  if (SPACE.test(character)) return ascii(' ');
  const plain = PLAIN[character];
  if (plain) return ascii(plain);
  const latin = iconv.encode(character, LATIN_PAGE[page].encoding);
  if (latin.length === 1 && (latin[0] ?? 0) >= 0x80) return { alphabet: 'latin', bytes: [...latin] };
  if (page === 'gb18030') {
    const chinese = iconv.encode(character, 'gb18030');
    // Four bytes hold all of Unicode; printers draw rare ideographs of it and nothing else.
    if (chinese.length === 2 || (chinese.length === 4 && IDEOGRAPH.test(character)))
      return { alphabet: 'chinese', bytes: [...chinese] };
  }
  const bare = character.normalize('NFKD').replace(MARKS, '');
  return bare !== '' && /^[ -~]+$/.test(bare) ? ascii(bare) : ascii('?');
}

function* glyphs(text: string, page: CodePage): Generator<Glyph> {
  for (const character of text.normalize('NFC')) {
    // Marks that no letter took up, and signs that only steer others, leave no paper behind.
    if (/\p{Mark}|\p{Cf}|\p{Cc}/u.test(character) && !SPACE.test(character)) continue;
    yield glyph(character, page);
  }
}

/** Columns of the small font that a text takes: two for a Chinese sign, as on every printer that has them. */
export function columnsOf(text: string, page: CodePage): number {
  let columns = 0;
  for (const { alphabet, bytes } of glyphs(text, page)) columns += alphabet === 'chinese' ? 2 : bytes.length;
  return columns;
}

/** A text as bytes, in runs of one alphabet each. */
export function runsOf(text: string, page: CodePage): Run[] {
  const runs: Run[] = [];
  for (const { alphabet, bytes } of glyphs(text, page)) {
    const last = runs.at(-1);
    if (last && (alphabet === 'any' || alphabet === last.alphabet)) last.bytes.push(...bytes);
    else runs.push({ alphabet: alphabet === 'any' ? 'latin' : alphabet, bytes: [...bytes] });
  }
  return runs;
}
