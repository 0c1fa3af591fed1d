import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ManageNav } from '@/components/manage/manage-nav';
import { RoundHistory } from '@/components/rounds/round-history';
import { TemplateList } from '@/components/rounds/template-list';
import { loadManagedRounds } from '@/lib/rounds/loaders';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('manage.pages');
  return { title: t('rounds') };
}

export default async function ManageRoundsPage({ params, searchParams }: PageProps<'/manage/[hall]/rounds'>) {
  const { hall } = await params;
  const { day } = await searchParams;
  const { house, hallId, actor } = await requireDesk(hall, 'report.read', `/manage/${hall}/rounds`);
  const found = await loadManagedRounds(house, hallId, typeof day === 'string' ? day : undefined);
  if (!found) notFound();
  const t = await getTranslations('roundTemplates');
  const pages = await getTranslations('manage.pages');
  return (
    <main className="mx-auto w-full max-w-6xl space-y-4 p-4">
      <ManageNav hall={hall} hallId={hallId} actor={actor} current="rounds" />
      <div>
        <h1 className="font-bold text-2xl">{pages('rounds')}</h1>
        <p className="text-muted-foreground">{t(found.openingCheck ? 'gated' : 'notGated')}</p>
      </div>
      <RoundHistory hall={hall} day={found.day} today={found.today} />
      <ClientMessages namespaces={['errors', 'roundTemplates', 'rounds']}>
        <TemplateList
          hall={hall}
          templates={found.templates}
          zones={found.zones}
          mayChange={permits(actor, 'round.manage', hallId)}
        />
      </ClientMessages>
    </main>
  );
}
