import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { reportWords } from '@/lib/i18n/translator';
import { xlsxOf } from '@/lib/platform/xlsx';
import { loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';
import { reportDays } from '@/lib/reports/report-days';
import { reportSheets } from '@/lib/reports/report-sheets';
import { requireDesk } from '@/lib/staff/loaders';

/** The report of the same days as a workbook, one sheet for each of its tables. */
export async function GET(request: Request, { params }: RouteContext<'/manage/[hall]/reports/xlsx'>) {
  const { hall } = await params;
  const { house, hallId } = await requireDesk(hall, 'report.read', `/manage/${hall}/reports`);
  const asked = reportDays(Object.fromEntries(new URL(request.url).searchParams));
  const waits = await loadWaitReport(house, hallId, asked);
  const work = await loadWorkReport(house, hallId, asked);
  if (!(waits.ok && work.ok)) notFound();
  const { from, to } = waits.value;
  const { content, contentType } = await xlsxOf(
    reportSheets({ waits: waits.value, work: work.value, words: reportWords(await getLocale()) }),
  );
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="report-${from}-${to}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
