import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TicketSlip } from '@/components/tickets/ticket-slip';
import { env } from '@/lib/platform/env';
import { requireDesk } from '@/lib/staff/loaders';
import { loadTicketSlip } from '@/lib/tickets/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guide');
  return { title: t('title') };
}

/** The paper slip of one ticket, printed by the guide desk through a hidden frame. */
export default async function SlipPage({ params }: { params: Promise<{ hall: string; ticket: string }> }) {
  const { hall, ticket } = await params;
  const desk = await requireDesk(hall, 'ticket.issue', `/desk/${hall}/guide`);
  const origin = env().BASE_URL?.replace(/\/+$/, '') ?? `http://${(await headers()).get('host')}`;
  const slip = await loadTicketSlip(desk.house, desk.hallId, ticket, origin);
  if (!slip) notFound();
  return <TicketSlip slip={slip} />;
}
