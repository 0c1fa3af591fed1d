import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { MachinesScreen } from '@/components/machines/machines-screen';
import { loadMachines } from '@/lib/machines/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('machines');
  return { title: t('title') };
}

export default async function MachinesPage({ params }: { params: Promise<{ hall: string }> }) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'machine.read', `/desk/${hall}/machines`);
  return (
    <ClientMessages namespaces={['errors', 'machines']}>
      <MachinesScreen
        hall={hall}
        initial={await loadMachines(house, hallId)}
        me={{ name: actorName(actor) ?? '' }}
        may={{
          inspect: permits(actor, 'machine.inspect', hallId),
          manage: permits(actor, 'machine.manage', hallId),
        }}
      />
    </ClientMessages>
  );
}
