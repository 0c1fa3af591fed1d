import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { DemoAccounts } from '@/components/staff/demo-accounts';
import { SignInForm } from '@/components/staff/sign-in-form';
import { Card } from '@/components/ui/card';
import { env } from '@/lib/platform/env';
import { isSetupOpen, loadActor } from '@/lib/staff/loaders';
import { returnPath } from '@/lib/staff/return-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = returnPath((await searchParams).next);
  if (await isSetupOpen()) redirect('/setup');
  if ((await loadActor()).kind === 'staff') redirect(next);
  const t = await getTranslations('signIn');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-5xl space-y-6 p-4 sm:p-8">
        <Card className="mx-auto max-w-md">
          <h1 className="font-bold text-2xl">{t('title')}</h1>
          <p className="mb-4 text-muted-foreground">{t('intro')}</p>
          <ClientMessages namespaces={['signIn', 'errors']}>
            <SignInForm next={next} />
          </ClientMessages>
        </Card>
        {env().DEMO ? <DemoAccounts next={next} /> : null}
      </main>
    </>
  );
}
