import { notFound } from 'next/navigation';
import { loadWaitReport } from '@/lib/reports/loaders';
import { reportDays } from '@/lib/reports/report-days';
import { waitCsv } from '@/lib/reports/wait-csv';
import { requireDesk } from '@/lib/staff/loaders';

/** The report of the same days as a file for a spreadsheet. */
export async function GET(request: Request, { params }: RouteContext<'/manage/[hall]/reports/csv'>) {
  const { hall } = await params;
  const { house, hallId } = await requireDesk(hall, 'report.read', `/manage/${hall}/reports`);
  const asked = reportDays(Object.fromEntries(new URL(request.url).searchParams));
  const report = await loadWaitReport(house, hallId, asked);
  if (!report.ok) notFound();
  const { from, to } = report.value;
  return new Response(waitCsv(report.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="waits-${from}-${to}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
