import { requireDesk } from '@/lib/staff/loaders';
import { askedWeekday, loadStaffing } from '@/lib/staffing/loaders';
import { staffingCsv } from '@/lib/staffing/staffing-csv';

/** The plan of a weekday as a file for a spreadsheet. */
export async function GET(request: Request, { params }: RouteContext<'/manage/[hall]/staffing/csv'>) {
  const { hall } = await params;
  const { house, hallId } = await requireDesk(hall, 'staffing.read', `/manage/${hall}/staffing`);
  const view = await loadStaffing(house, hallId, askedWeekday(new URL(request.url).searchParams.get('weekday')));
  return new Response(staffingCsv(view), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="staffing-${view.weekday + 1}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
