import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { LeaveCard } from '@/components/my-ticket/leave-card';
import { MyTicket } from '@/components/my-ticket/my-ticket';
import { RefusedDeed } from '@/components/my-ticket/refused-deed';
import { UnknownTicket } from '@/components/my-ticket/unknown-ticket';
import { house } from '@/lib/door/house';
import { localName } from '@/lib/i18n/local-name';
import { doWithMyTicket } from '@/lib/tickets/actions';
import { loadMyTicket } from '@/lib/tickets/loaders';

type Props = PageProps<'/t/[token]'>;

/**
 * A ticket is its customer's own: no search engine keeps it, and no other site learns its address. Not `no-referrer`:
 * without script the browser would then hide where the page's forms come from, and the server refuses such forms.
 */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myTicket');
  return { title: t('title'), manifest: '/t/manifest.webmanifest', robots: { index: false }, referrer: 'same-origin' };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f5f7f9' };

export default async function MyTicketPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { problem, leave, rate } = await searchParams;
  const found = await loadMyTicket(house(), token);
  if (!found) return <UnknownTicket />;
  const { hall, number, status } = found.initial.data;
  const asksToLeave = leave !== undefined && ['booked', 'waiting', 'held'].includes(status);
  return (
    <div className="mx-auto w-full max-w-lg px-4 pb-10">
      <header className="flex flex-wrap items-center justify-between gap-x-4 py-3">
        <a href={`/halls/${hall.slug}`} className="flex min-h-touch items-center font-semibold text-lg">
          {localName(hall.names, await getLocale())}
        </a>
        <LocaleSwitch />
      </header>
      {typeof problem === 'string' ? <RefusedDeed problem={problem} /> : null}
      {asksToLeave ? <LeaveCard token={token} number={number} act={doWithMyTicket} /> : null}
      <ClientMessages namespaces={['errors', 'estimate', 'myTicket', 'ticketState']}>
        <MyTicket
          token={token}
          initial={found.initial}
          rating={found.rating}
          ratesAgain={rate !== undefined && (found.rating?.changeable ?? false)}
          notices={found.notices}
          deed={doWithMyTicket}
        />
      </ClientMessages>
    </div>
  );
}
