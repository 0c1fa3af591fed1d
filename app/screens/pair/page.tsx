import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PairForm } from '@/components/display/pair-form';
import { PublicHeader } from '@/components/doorway/public-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Card } from '@/components/ui/card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pair'))('title') };
}

export default async function PairPage() {
  const t = await getTranslations('pair');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-xl p-4 sm:p-8">
        <Card>
          <h1 className="font-bold text-2xl">{t('title')}</h1>
          <p className="mb-4 text-muted-foreground">{t('intro')}</p>
          <ClientMessages namespaces={['pair', 'errors']}>
            <PairForm />
          </ClientMessages>
        </Card>
      </main>
    </>
  );
}
