import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { RoundsDesk } from '@/components/rounds/rounds-desk';
import { loadRounds } from '@/lib/rounds/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds');
  return { title: t('title') };
}

export default async function RoundsPage({ params }: PageProps<'/desk/[hall]/rounds'>) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'round.read', `/desk/${hall}/rounds`);
  const initial = await loadRounds(house, hallId);
  if (!initial) notFound();
  return (
    <ClientMessages namespaces={['errors', 'opening', 'photos', 'rounds']}>
      <RoundsDesk
        hall={hall}
        initial={initial}
        me={{ ref: actorRef, name: actorName(actor) ?? '' }}
        lead={permits(actor, 'hall.open', hallId)}
      />
    </ClientMessages>
  );
}
