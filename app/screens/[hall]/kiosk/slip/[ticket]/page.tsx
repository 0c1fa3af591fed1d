import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TicketSlip } from '@/components/tickets/ticket-slip';
import { kioskHere } from '@/lib/kiosk/loaders';
import { loadTicketSlip } from '@/lib/tickets/loaders';
import { ticketIdOf } from '@/lib/tickets/token';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kiosk'))('title') };
}

/** The paper slip of one ticket, by id or token, printed by a paired kiosk of its hall through a hidden frame. */
export default async function KioskSlipPage({ params }: { params: Promise<{ hall: string; ticket: string }> }) {
  const { hall, ticket } = await params;
  const here = await kioskHere(hall);
  if (!here) notFound();
  const ticketId = ticketIdOf(here.house.secret, ticket) ?? ticket;
  const slip = await loadTicketSlip(here.house, here.hallId, ticketId, here.origin);
  if (!slip) notFound();
  return <TicketSlip slip={slip} />;
}
