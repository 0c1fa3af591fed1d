import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FloorDesk } from '@/components/floor/floor-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { destinationPath, destinationsOf } from '@/lib/doorway/destinations';
import { loadHallDay } from '@/lib/halls/loaders';
import { loadQueueView } from '@/lib/realtime/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('floor');
  return { title: t('title') };
}

export default async function FloorPage({ params }: { params: Promise<{ hall: string }> }) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'care.give', `/desk/${hall}/floor`);
  const { config } = await loadHallDay(house, hallId);
  const t = await getTranslations('doorway.open');
  const links = destinationsOf(actor, hallId)
    .filter(({ area, key }) => area === 'desk' && key !== 'floor')
    .map((destination) => ({
      key: destination.key,
      href: destinationPath(destination, hall),
      title: t(destination.key),
      hint: t(`${destination.key}Hint`),
    }));
  return (
    <ClientMessages
      namespaces={[
        'approaches',
        'care',
        'enquiries',
        'errors',
        'estimate',
        'floor',
        'help',
        'knowledge',
        'machinesNotice',
        'pausePlan',
        'reason',
        'releaseReason',
        'role',
        'roundNotice',
        'screensNotice',
        'stations',
        'topic',
        'touchpoints',
        'wait',
        'weakPointNotice',
      ]}
    >
      <FloorDesk
        hall={hall}
        initial={await loadQueueView(house, hallId)}
        me={{ ref: actorRef, name: actorName(actor) ?? '' }}
        lead={permits(actor, 'counter.release', hallId)}
        zones={config.zones.filter(({ active }) => active).map(({ code, names }) => ({ code, names }))}
        links={links}
      />
    </ClientMessages>
  );
}
