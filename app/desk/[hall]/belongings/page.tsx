import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BelongingsDesk } from '@/components/belongings/belongings-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { readState } from '@/lib/door/execute';
import { loadLoanItems } from '@/lib/loans/loaders';
import { loadLostFound } from '@/lib/lost-found/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('belongings');
  return { title: t('title') };
}

export default async function BelongingsPage({ params }: PageProps<'/desk/[hall]/belongings'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'loan.lend', `/desk/${hall}/belongings`);
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) notFound();
  const [loans, lostFound] = await Promise.all([loadLoanItems(house, hallId), loadLostFound(house, hallId)]);
  return (
    <ClientMessages namespaces={['belongings', 'errors', 'loan']}>
      <BelongingsDesk
        hall={hall}
        hallNames={config.names}
        timeZone={config.timeZone}
        person={actorName(actor) ?? ''}
        mayStock={permits(actor, 'loan.stock', hallId)}
        loans={loans}
        lostFound={lostFound}
      />
    </ClientMessages>
  );
}
