import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { reportWords } from '@/lib/i18n/translator';
import { csvOf } from '@/lib/journey/csv';
import { loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';
import { reportDays } from '@/lib/reports/report-days';
import { reportSheets, stackedRows } from '@/lib/reports/report-sheets';
import { requireDesk } from '@/lib/staff/loaders';

/** The report of the same days as a file for a spreadsheet: its waits, or with `table=work` its clerks and counters. */
export async function GET(request: Request, { params }: RouteContext<'/manage/[hall]/reports/csv'>) {
  const { hall } = await params;
  const { house, hallId } = await requireDesk(hall, 'report.read', `/manage/${hall}/reports`);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const asked = reportDays(query);
  const waits = await loadWaitReport(house, hallId, asked);
  const work = await loadWorkReport(house, hallId, asked);
  if (!(waits.ok && work.ok)) notFound();
  const table = query.table === 'work' ? 'work' : 'waits';
  const sheets = reportSheets({ waits: waits.value, work: work.value, words: reportWords(await getLocale()) });
  const { from, to } = waits.value;
  // The distribution, between them, has columns of its own.
  return new Response(csvOf(stackedRows(table === 'work' ? sheets.slice(7) : sheets.slice(0, 6))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${table}-${from}-${to}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
