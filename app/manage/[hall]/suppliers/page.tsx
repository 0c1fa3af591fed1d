import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ManageNav } from '@/components/manage/manage-nav';
import { SupplierList } from '@/components/sales/supplier-list';
import { loadSuppliers } from '@/lib/sales/loaders';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('suppliers');
  return { title: t('title') };
}

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function dayOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export default async function SuppliersPage({ params, searchParams }: PageProps<'/manage/[hall]/suppliers'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'supplier.read', `/manage/${hall}/suppliers`);
  const asked = await searchParams;
  const t = await getTranslations('suppliers');
  const list = await loadSuppliers(house, hallId, { from: dayOf(asked.from), to: dayOf(asked.to) });
  return (
    <div className="mx-auto max-w-6xl space-y-4 p-3">
      <ManageNav hall={hall} hallId={hallId} actor={actor} current="suppliers" />
      <main className="space-y-4">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <ClientMessages namespaces={['errors', 'suppliers']}>
          <SupplierList hall={hall} list={list} mayManage={permits(actor, 'supplier.manage', hallId)} />
        </ClientMessages>
      </main>
    </div>
  );
}
