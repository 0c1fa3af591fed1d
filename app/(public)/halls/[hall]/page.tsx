import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookCard } from '@/components/bookings/book-card';
import { HallFacts } from '@/components/directory/hall-facts';
import { HallHours } from '@/components/directory/hall-hours';
import { HallServices } from '@/components/directory/hall-services';
import { JoinCard } from '@/components/directory/join-card';
import { LiveRefresh } from '@/components/directory/live-refresh';
import { OpenChip } from '@/components/directory/open-chip';
import { UsualWaits } from '@/components/directory/usual-waits';
import { PublicHeader } from '@/components/doorway/public-header';
import { Card } from '@/components/ui/card';
import { StatTile } from '@/components/ui/stat-tile';
import { estimateText } from '@/components/waiting/estimate-text';
import { loadMyBooking } from '@/lib/bookings/loaders';
import { loadHallPage } from '@/lib/directory/loaders';
import { localName } from '@/lib/i18n/local-name';

export async function generateMetadata({ params }: PageProps<'/halls/[hall]'>): Promise<Metadata> {
  const page = await loadHallPage((await params).hall);
  return { title: page ? localName(page.hall.names, await getLocale()) : (await getTranslations('halls'))('title') };
}

/** All that a customer wants to know before he goes, and a number before he goes where the hall gives them. */
export default async function HallPage({ params, searchParams }: PageProps<'/halls/[hall]'>) {
  const { hall: slug } = await params;
  const page = await loadHallPage(slug);
  if (!page) notFound();
  const { problem, service } = await searchParams;
  const { hall } = page;
  const now = new Date(page.now);
  const t = await getTranslations('halls');
  const estimates = await getTranslations('estimate');
  const locale = await getLocale();
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const campaigns = hall.campaigns.filter(({ titles }) => localName(titles, locale));
  return (
    <>
      <PublicHeader />
      <LiveRefresh />
      <main className="mx-auto w-full max-w-2xl space-y-4 px-4 pb-12">
        <a href="/halls" className="inline-flex min-h-touch items-center gap-2 font-medium text-primary">
          <ArrowLeft aria-hidden="true" className="size-5" />
          {t('hall.back')}
        </a>
        <div className="space-y-2">
          <h1 className="font-bold text-3xl leading-tight">{localName(hall.names, locale)}</h1>
          <OpenChip hall={hall} now={now} size="lg" />
        </div>
        <div className="grid grid-cols-[2fr_3fr] gap-3">
          <StatTile label={t('waiting')} value={hall.waiting} />
          <StatTile label={t('estimate')} value={hall.open ? estimateText(estimates, hall.estimate) : t('closed')} />
        </div>
        {localName(hall.campaign, locale) || campaigns.length > 0 ? (
          <Card title={t('hall.campaign')}>
            <div className="space-y-2">
              {localName(hall.campaign, locale) ? <p>{localName(hall.campaign, locale)}</p> : null}
              {campaigns.map(({ id, titles, texts }) => (
                <div key={id}>
                  <h3 className="font-semibold">{localName(titles, locale)}</h3>
                  <p>{localName(texts, locale)}</p>
                </div>
              ))}
            </div>
          </Card>
        ) : null}
        <JoinCard hall={hall} mine={page.mine} full={page.full} problem={one(problem)} service={one(service)} />
        <BookCard hall={hall} booked={await loadMyBooking(hall.id)} />
        <HallServices hall={hall} />
        <UsualWaits waits={page.usualWaits} />
        <HallFacts hall={hall} />
        <HallHours hall={hall} now={now} />
      </main>
    </>
  );
}
