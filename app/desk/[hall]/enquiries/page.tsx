import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EnquiryDesk } from '@/components/enquiries/enquiry-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { loadOpenEnquiries } from '@/lib/enquiries/loaders';
import { loadHallDay } from '@/lib/halls/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('enquiries');
  return { title: t('title') };
}

export default async function EnquiriesPage({ params }: PageProps<'/desk/[hall]/enquiries'>) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'enquiry.work', `/desk/${hall}/enquiries`);
  const { config } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['enquiries', 'errors', 'knowledge', 'role', 'stations', 'topic']}>
      <EnquiryDesk
        hall={hall}
        hallNames={config.names}
        timeZone={config.timeZone}
        services={config.services
          .filter(({ active }) => active)
          .map(({ code, letter, names }) => ({ code, letter, names }))}
        initial={await loadOpenEnquiries(house, hallId)}
        now={house.clock.now().toISOString()}
        me={{ ref: actorRef, name: actorName(actor) ?? '' }}
        lead={permits(actor, 'enquiry.lead', hallId)}
      />
    </ClientMessages>
  );
}
