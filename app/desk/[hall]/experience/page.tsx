import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ExperienceDesk } from '@/components/stations/experience-desk';
import { loadHallDay } from '@/lib/halls/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';
import { loadExperience } from '@/lib/stations/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('stations');
  return { title: t('title') };
}

export default async function ExperiencePage({ params }: PageProps<'/desk/[hall]/experience'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'station.read', `/desk/${hall}/experience`);
  const { config } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['errors', 'stations']}>
      <ExperienceDesk
        hall={hall}
        hallNames={config.names}
        timeZone={config.timeZone}
        zones={config.zones.filter(({ active }) => active).map(({ code, names }) => ({ code, names }))}
        initial={await loadExperience(house, actor, hall)}
        person={actorName(actor) ?? ''}
        may={{
          work: permits(actor, 'station.work', hallId),
          manage: permits(actor, 'station.manage', hallId),
        }}
      />
    </ClientMessages>
  );
}
