import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { SalesScreen } from '@/components/sales/sales-screen';
import { loadSalesDesk } from '@/lib/sales/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sales');
  return { title: t('title') };
}

export default async function SalesPage({ params }: { params: Promise<{ hall: string }> }) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'sale.record', `/desk/${hall}/sales`);
  return (
    <ClientMessages namespaces={['errors', 'sales']}>
      <SalesScreen hall={hall} initial={await loadSalesDesk(house, hallId)} me={{ name: actorName(actor) ?? '' }} />
    </ClientMessages>
  );
}
