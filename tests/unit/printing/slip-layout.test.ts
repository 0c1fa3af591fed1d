import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/locale';
import { messagesOf } from '@/lib/i18n/messages-of';
import { columnsOf } from '@/lib/printing/code-page';
import { encodeSlip } from '@/lib/printing/esc-pos';
import { CODE_PAGES, type CodePage, PAPER_COLUMNS } from '@/lib/printing/printer';
import { layOutSlip, wrap } from '@/lib/printing/slip-layout';
import { printableLocale, type SlipTexts, slipTexts } from '@/lib/printing/slip-texts';
import type { TicketSlip } from '@/lib/tickets/slip';
import { linesOf, type Paper, readSlip } from '../../support/slip-paper';

const SLIP: TicketSlip = {
  number: 'A017',
  hallNames: { 'zh-CN': '人民路营业厅', en: 'People’s Road hall', es: 'Oficina de la calle del Pueblo' },
  serviceNames: { 'zh-CN': '宽带业务', en: 'Home broadband', es: 'Línea y conexión' },
  zoneNames: { 'zh-CN': '西区', en: 'West wing', es: 'Ala oeste' },
  locale: 'zh-CN',
  secondLocale: 'es',
  issuedAt: '2026-03-02T02:05:00Z',
  timeZone: 'Asia/Shanghai',
  peopleAhead: 4,
  estimate: { p50Seconds: 480, p90Seconds: 900 },
  papers: [
    {
      'zh-CN': '身份证原件',
      en: 'Identity card (the original)',
      es: 'Documento de identidad: el original, no una copia',
    },
  ],
  followUrl: 'https://hall.example/t/t_abcdefghijklmnopqrstuvwxyz0123456789abcdefgh',
};

async function print(slip: TicketSlip, codePage: CodePage, columns: 48 | 32): Promise<Paper> {
  const messages = await messagesOf(printableLocale(slip.locale, codePage));
  return printTexts(slipTexts(slip, codePage, messages), codePage, columns);
}

function printTexts(texts: SlipTexts, codePage: CodePage, columns: 48 | 32): Paper {
  const lines = layOutSlip(texts, { columns, columnsOf: (text) => columnsOf(text, codePage) });
  return readSlip(encodeSlip(lines, { columns, codePage, logo: null }), { chinese: codePage === 'gb18030' });
}

describe('a slip read back from its bytes', () => {
  it('says all in Chinese, with the second language in its own alphabet', async () => {
    const paper = await print(SLIP, 'gb18030', 48);
    expect(linesOf(paper)).toEqual([
      '人民路营业厅',
      '您的号码',
      'A017',
      '宽带业务',
      'Línea y conexión',
      '-'.repeat(48),
      expect.stringMatching(/^前面还有 +4 人$/),
      expect.stringMatching(/^预计等候 +5-15 分钟$/),
      expect.stringMatching(/^等候区 +西区$/),
      '请准备',
      '- 身份证原件',
      '扫码查看排队进度',
      '叫到您的号码时请到柜台',
      '2026年3月2日 10:05',
    ]);
    expect(paper.parts.filter((part) => part.kind === 'qr')).toMatchObject([{ data: SLIP.followUrl, centre: true }]);
    expect(paper.cuts).toBe(1);
  });

  it('says all in Spanish on narrow paper, accents and all', async () => {
    const paper = await print({ ...SLIP, locale: 'es', secondLocale: 'zh-CN' }, 'cp858', 32);
    expect(linesOf(paper)).toEqual([
      'Oficina de la calle del Pueblo',
      'Su número',
      'A017',
      'Línea y conexión',
      // This printer has no Chinese.
      'Home broadband',
      '-'.repeat(32),
      'Delante de usted      4 personas',
      'Espera prevista         5-15 min',
      'Zona de espera         Ala oeste',
      'Tenga preparado',
      '- Documento de identidad: el',
      '  original, no una copia',
      'Escanee para seguir su turno',
      'Acuda cuando llamen su número',
      '2 mar 2026, 10:05',
    ]);
  });

  it.each(PAPER_COLUMNS)('has a number as large as the paper of %i columns allows', async (columns) => {
    const { parts } = await print(SLIP, 'gb18030', columns);
    const number = parts.find((part) => part.kind === 'line' && part.text === 'A017');
    expect(number).toMatchObject({ wide: 8, high: 8, columns: 32, centre: true });
  });

  it('has no gap for what is not known', async () => {
    const bare = { ...SLIP, zoneNames: null, estimate: null, peopleAhead: null, papers: [], secondLocale: null };
    const lines = linesOf(await print({ ...bare, locale: 'en' }, 'windows1252', 48));
    expect(lines).toEqual([
      "People's Road hall",
      'Your number',
      'A017',
      'Home broadband',
      '-'.repeat(48),
      'Scan to follow your place in line',
      'Please come when your number is called',
      'Mar 2, 2026, 10:05',
    ]);
  });
});

describe('whatever a hall calls its things', () => {
  const sign = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'abcdefgñáéíóúü ¿¡€ÑÇß   -.') },
    { weight: 3, arbitrary: fc.constantFrom(...'宽带业务办理柜台身份证，。（）《》镕㐀𠮷') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  );
  const text = fc.array(sign, { maxLength: 90 }).map((signs) => signs.join(''));
  const texts: fc.Arbitrary<SlipTexts> = fc.record({
    hall: text,
    numberLabel: text,
    number: fc.stringMatching(/^[A-Z][0-9]{3,5}$/),
    service: text,
    secondService: text,
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 4 }),
    papersLabel: text,
    papers: fc.array(text, { maxLength: 5 }),
    followUrl: fc.webUrl(),
    followLabel: text,
    closing: text,
    time: text,
  });

  it('no line is wider than the paper, and nothing that has letters is lost', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...CODE_PAGES), fc.constantFrom(...PAPER_COLUMNS), (slip, page, columns) => {
        const paper = printTexts(slip, page, columns);
        for (const part of paper.parts) if (part.kind === 'line') expect(part.columns).toBeLessThanOrEqual(columns);
        expect(paper.cuts).toBe(1);
        // Every letter and sign that was given comes out once, in its order, line breaks and spaces aside.
        const given = [slip.hall, slip.numberLabel, slip.number, slip.service, slip.secondService];
        const bare = (value: string) => value.replace(/\s/g, '');
        const printed = bare(linesOf(paper).join(''));
        const expected = bare(given.map((value) => asPrinted(value, page)).join(''));
        expect(printed.slice(0, expected.length)).toBe(expected);
      }),
    );
  });

  /** One text on endless paper. */
  function asPrinted(value: string, page: CodePage): string {
    const line = { kind: 'text', text: value, centre: false, wide: 1, high: 1, bold: false } as const;
    const bytes = encodeSlip([line], { columns: 48, codePage: page, logo: null });
    return linesOf(readSlip(bytes, { chinese: page === 'gb18030' })).join('');
  }

  it('breaks between words, and inside only when a word is longer than the paper', () => {
    const plain = (value: string) => value.length;
    expect(wrap('one two three', 7, plain)).toEqual(['one two', 'three']);
    expect(wrap('a verylongword b', 6, plain)).toEqual(['a', 'verylo', 'ngword', 'b']);
    expect(wrap('', 6, plain)).toEqual([]);
    expect(wrap('业务办理，请取号', 8, (value) => columnsOf(value, 'gb18030'))).toEqual(['业务办', '理，请取', '号']);
  });
});

it.each(LOCALES)('speaks %s', async (locale) => {
  const texts = slipTexts({ ...SLIP, locale }, 'gb18030', await messagesOf(locale));
  expect(texts.hall).toBe(SLIP.hallNames[locale]);
  expect(texts.facts).toHaveLength(3);
});
