import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { AfterSalesSheet } from '@/components/sales/after-sales-sheet';
import { SheetActions } from '@/components/sales/sheet-actions';
import { loadSheet } from '@/lib/sales/loaders';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sales');
  return { title: t('sheetTitle') };
}

export default async function SheetPage({ params }: { params: Promise<{ hall: string; sale: string }> }) {
  const { hall, sale } = await params;
  const { house, hallId } = await requireDesk(hall, 'sale.read', `/desk/${hall}/sales/${sale}/sheet`);
  const sheet = await loadSheet(house, hallId, sale);
  if (!sheet) notFound();
  return (
    <main className="p-4 print:p-0">
      <ClientMessages namespaces={['errors', 'sales']}>
        <SheetActions hall={hall} saleId={sale} handed={sheet.sale.sheetHandedAt !== null} />
      </ClientMessages>
      <AfterSalesSheet {...sheet} />
    </main>
  );
}
