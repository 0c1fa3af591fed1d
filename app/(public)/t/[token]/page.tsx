import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { MyTicket } from '@/components/my-ticket/my-ticket';
import { UnknownTicket } from '@/components/my-ticket/unknown-ticket';
import { house } from '@/lib/door/house';
import { localName } from '@/lib/i18n/local-name';
import { loadMyTicket } from '@/lib/tickets/loaders';

type Props = { params: Promise<{ token: string }> };

/** A ticket is its customer's own: no search engine keeps it, and no other site learns its address. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myTicket');
  return { title: t('title'), manifest: '/t/manifest.webmanifest', robots: { index: false }, referrer: 'no-referrer' };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f5f7f9' };

export default async function MyTicketPage({ params }: Props) {
  const { token } = await params;
  const found = await loadMyTicket(house(), token);
  if (!found) return <UnknownTicket />;
  const { hall } = found.initial.data;
  return (
    <div className="mx-auto w-full max-w-lg px-4 pb-10">
      <header className="flex flex-wrap items-center justify-between gap-x-4 py-3">
        <a href={`/halls/${hall.slug}`} className="flex min-h-touch items-center font-semibold text-lg">
          {localName(hall.names, await getLocale())}
        </a>
        <LocaleSwitch />
      </header>
      <ClientMessages namespaces={['errors', 'estimate', 'myTicket', 'ticketState']}>
        <MyTicket token={token} initial={found.initial} rating={found.rating} notices={found.notices} />
      </ClientMessages>
    </div>
  );
}
