import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GuideDesk } from '@/components/guide/guide-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { loadMachines } from '@/lib/machines/loaders';
import { loadPrinting } from '@/lib/printing/loaders';
import { firstQueue } from '@/lib/realtime/first-view';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guide');
  return { title: t('title') };
}

export default async function GuidePage({ params }: { params: Promise<{ hall: string }> }) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'ticket.issue', `/desk/${hall}/guide`);
  const first = await firstQueue(house, hallId);
  if (!first) notFound();
  return (
    <ClientMessages
      namespaces={[
        'cancelReason',
        'care',
        'errors',
        'estimate',
        'guide',
        'help',
        'holdReason',
        'loan',
        'machineOffer',
        'machinesNotice',
        'offline',
        'printing',
        'reason',
        'roundNotice',
        'stations',
        'ticketMenu',
        'ticketState',
        'touchpoints',
        'wait',
        'weakPointNotice',
      ]}
    >
      <GuideDesk
        hall={hall}
        initial={first.initial}
        build={first.build}
        machines={await loadMachines(house, hallId)}
        printing={await loadPrinting(house, hallId)}
        me={{ ref: actorRef, name: actorName(actor) ?? '' }}
        may={{
          route: permits(actor, 'ticket.route', hallId),
          takeOver: permits(actor, 'counter.release', hallId),
        }}
      />
    </ClientMessages>
  );
}
