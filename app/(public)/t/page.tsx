import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LastTicket } from '@/components/my-ticket/last-ticket';
import { NoTicket } from '@/components/my-ticket/no-ticket';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myTicket');
  return { title: t('title'), manifest: '/t/manifest.webmanifest', robots: { index: false } };
}

/** Where the installed app begins: with the ticket that this phone had last, or with the way to one. */
export default async function TicketStartPage() {
  const t = await getTranslations('myTicket');
  return (
    <>
      <LastTicket />
      <NoTicket title={t('title')} text={t('noTicket')} />
    </>
  );
}
