import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { fieldsOf } from '@/components/settings/field-texts';
import { SettingsForm } from '@/components/settings/settings-form';
import { Card } from '@/components/ui/card';
import { newValues } from '@/lib/settings/form-values';
import { mayCreateHall } from '@/lib/settings/loaders';
import { loadActor } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.newHall'))('title') };
}

/** A new hall: only what it cannot be without; its settings follow. */
export default async function NewHallPage() {
  const actor = await loadActor();
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Fmanage%2Fnew');
  if (!mayCreateHall(actor)) redirect('/?denied=1');
  const t = await getTranslations('settings.newHall');
  const form = await getTranslations('settingsForm');
  return (
    <ClientMessages namespaces={['settingsForm']}>
      <PublicHeader />
      <main className="mx-auto w-full max-w-5xl space-y-4 p-4 sm:p-8">
        <div>
          <h1 className="font-bold text-2xl">{t('title')}</h1>
          <p className="text-muted-foreground">{t('intro')}</p>
        </div>
        <Card>
          <SettingsForm
            target={{ form: 'newHall', hall: '' }}
            fields={await fieldsOf('newHall', null)}
            values={newValues('newHall', null)}
            preview={{ kind: 'hall' }}
            submitLabel={form('create')}
          />
        </Card>
      </main>
    </ClientMessages>
  );
}
