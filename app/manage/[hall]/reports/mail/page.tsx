import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ManageNav } from '@/components/manage/manage-nav';
import { MailPage } from '@/components/reports/mail-page';
import { readState } from '@/lib/door/execute';
import { env } from '@/lib/platform/env';
import { loadMailings } from '@/lib/reports/loaders';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports.mail'))('title') };
}

export default async function ReportMailPage({ params, searchParams }: PageProps<'/manage/[hall]/reports/mail'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'settings.read', `/manage/${hall}/reports/mail`);
  const here = await readState(house, hallId, ({ config: { slug, timeZone } }) => ({ slug, timeZone }));
  if (!here) notFound();
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  return (
    <ClientMessages namespaces={['errors', 'reports']}>
      <MailPage
        hall={here}
        {...(await loadMailings(house, hallId))}
        hasServer={env().SMTP_URL !== undefined}
        readOnly={!permits(actor, 'settings.write', hallId)}
        told={{ saved: text('saved'), failed: text('failed') }}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="reports" />}
      />
    </ClientMessages>
  );
}
