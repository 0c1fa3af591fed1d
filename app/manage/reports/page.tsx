import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HallsPage } from '@/components/reports/halls-page';
import { house } from '@/lib/door/house';
import { loadHallsReport, readableHalls, todayOfHall } from '@/lib/reports/loaders';
import { reportDays } from '@/lib/reports/report-days';
import { loadActor } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: `${t('title')} · ${t('allHalls')}` };
}

export default async function AllHallsPage({ searchParams }: PageProps<'/manage/reports'>) {
  const actor = await loadActor();
  if (actor.kind === 'anonymous') redirect('/sign-in?next=/manage/reports');
  const open = house();
  const halls = await readableHalls(open, actor);
  const [first] = halls;
  if (first === undefined) redirect('/?denied=1');
  const asked = reportDays(await searchParams);
  const report = await loadHallsReport(open, halls, asked);
  return (
    <HallsPage report={report.ok ? report.value : null} asked={asked} today={(await todayOfHall(open, first)) ?? ''} />
  );
}
