import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Sheet } from '@/lib/core/sheet';

const FORMATS = { count: '0', seconds: '0', share: '0.0%', factor: '0.00' } as const;
const TEXT_WIDTH = 24;
const NUMBER_WIDTH = 14;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of these sheets. Texts are stored as texts: none of them is ever computed as a formula. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<{ content: Buffer; contentType: string }> {
  const content = await writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      data: [
        columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value, place) => cellOf(value, columns[place]?.kind ?? 'text'))),
      ] satisfies SheetData,
      columns: columns.map(({ kind }) => ({ width: kind === 'text' ? TEXT_WIDTH : NUMBER_WIDTH })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
  return { content, contentType: XLSX_TYPE };
}

function cellOf(value: string | number | null, kind: Sheet['columns'][number]['kind']): Cell {
  if (value === null) return null;
  if (typeof value === 'string' || kind === 'text') return { value: String(value), type: String };
  return { value, type: Number, format: FORMATS[kind] };
}

/** Excel takes 31 characters and none of these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
