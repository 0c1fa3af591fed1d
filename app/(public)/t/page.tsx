import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';
import { LastTicket } from '@/components/my-ticket/last-ticket';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myTicket');
  return { title: t('title'), manifest: '/t/manifest.webmanifest', robots: { index: false } };
}

/** Where the installed app begins: with the ticket that this phone had last, or with the way to one. */
export default async function TicketStartPage() {
  const t = await getTranslations('myTicket');
  const halls = await getTranslations('halls');
  return (
    <>
      <LastTicket />
      <PublicHeader />
      <main className="mx-auto w-full max-w-lg space-y-3 p-4">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted-foreground">{t('noTicket')}</p>
        <p>
          <a href="/halls" className="inline-flex min-h-touch items-center font-semibold text-primary underline">
            {halls('title')}
          </a>
        </p>
      </main>
    </>
  );
}
