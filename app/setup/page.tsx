import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { SetupForm } from '@/components/staff/setup-form';
import { Card } from '@/components/ui/card';
import { isSetupOpen } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') };
}

/** The first start of a new installation; closed as soon as there is an administrator. */
export default async function SetupPage() {
  if (!(await isSetupOpen())) redirect('/');
  const t = await getTranslations('setup');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-5xl p-4 sm:p-8">
        <Card className="mx-auto max-w-md">
          <h1 className="font-bold text-2xl">{t('title')}</h1>
          <p className="mb-4 text-muted-foreground">{t('intro')}</p>
          <ClientMessages namespaces={['setup', 'errors']}>
            <SetupForm />
          </ClientMessages>
        </Card>
      </main>
    </>
  );
}
