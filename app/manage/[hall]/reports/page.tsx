import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ManageNav } from '@/components/manage/manage-nav';
import { ReportPage } from '@/components/reports/report-page';
import { readState } from '@/lib/door/execute';
import { loadWaitReport, loadWorkReport, readableHalls } from '@/lib/reports/loaders';
import { reportDays } from '@/lib/reports/report-days';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('title') };
}

export default async function ReportsPage({ params, searchParams }: PageProps<'/manage/[hall]/reports'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'report.read', `/manage/${hall}/reports`);
  const asked = reportDays(await searchParams);
  const here = await readState(house, hallId, ({ config: { slug, names }, serviceDay }) => ({
    slug,
    names,
    today: serviceDay,
  }));
  if (!here) notFound();
  const waits = await loadWaitReport(house, hallId, asked);
  const work = await loadWorkReport(house, hallId, asked);
  return (
    <ReportPage
      hall={here}
      waits={waits.ok ? waits.value : null}
      work={work.ok ? work.value : null}
      asked={asked}
      today={here.today}
      links={{
        halls: (await readableHalls(house, actor)).length > 1,
        mail: permits(actor, 'settings.read', hallId),
      }}
      nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="reports" />}
    />
  );
}
