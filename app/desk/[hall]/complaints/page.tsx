import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ComplaintDesk } from '@/components/complaints/complaint-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { loadComplaintDesk } from '@/lib/complaints/loaders';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';

type Props = PageProps<'/desk/[hall]/complaints'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints'))('title') };
}

export default async function ComplaintsPage({ params, searchParams }: Props) {
  const { hall } = await params;
  const { open } = await searchParams;
  const path = `/desk/${hall}/complaints${typeof open === 'string' ? `?open=${encodeURIComponent(open)}` : ''}`;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'complaint.register', path);
  const desk = await loadComplaintDesk(house, hallId, actor, typeof open === 'string' ? open : null);
  if (!desk) notFound();
  return (
    <ClientMessages namespaces={['complaintCode', 'complaints', 'errors', 'register']}>
      <ComplaintDesk {...desk} me={{ ref: actorRef, name: actorName(actor) ?? '' }} />
    </ClientMessages>
  );
}
