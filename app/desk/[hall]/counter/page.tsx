import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CounterChoice } from '@/components/counter/counter-choice';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { firstQueue } from '@/lib/realtime/first-view';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('counter.choose');
  return { title: t('title') };
}

export default async function CounterChoicePage({ params }: PageProps<'/desk/[hall]/counter'>) {
  const { hall } = await params;
  const { house, hallId, actorRef } = await requireDesk(hall, 'counter.work', `/desk/${hall}/counter`);
  const first = await firstQueue(house, hallId);
  if (!first) notFound();
  return (
    <ClientMessages namespaces={['counter', 'counterState', 'errors', 'pauseReason']}>
      <CounterChoice hall={hall} {...first} mine={actorRef} localeSwitch={<LocaleSwitch />} />
    </ClientMessages>
  );
}
