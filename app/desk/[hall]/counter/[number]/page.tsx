import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CounterDesk } from '@/components/counter/counter-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { firstCounterDesk } from '@/lib/realtime/first-view';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

type Props = PageProps<'/desk/[hall]/counter/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('counter');
  return { title: t('name', { number: (await params).number }) };
}

export default async function CounterPage({ params }: Props) {
  const { hall, number } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'counter.work', `/desk/${hall}/counter/${number}`);
  const first = /^[1-9]\d{0,3}$/.test(number) ? await firstCounterDesk(house, hallId, Number(number)) : null;
  if (!first) notFound();
  return (
    <ClientMessages
      namespaces={[
        'callReason',
        'care',
        'complaintCode',
        'counter',
        'counterState',
        'errors',
        'estimate',
        'help',
        'holdReason',
        'loan',
        'pausePlan',
        'pauseReason',
        'promise',
        'reason',
        'releaseReason',
        'ticketState',
        'touchpoints',
        'weakPointNotice',
      ]}
    >
      <CounterDesk
        hall={hall}
        {...first}
        mine={actorRef}
        canRelease={permits(actor, 'counter.release', hallId)}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
