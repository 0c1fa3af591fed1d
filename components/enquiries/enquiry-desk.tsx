'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { countOf, MoreButton } from '@/components/live/more-button';
import { useHallPages } from '@/components/live/use-hall-pages';
import { StationNotices } from '@/components/stations/station-notices';
import type { ListedEnquiry } from '@/lib/enquiries/schema';
import { localName } from '@/lib/i18n/local-name';
import { EnquiryCard, type ServiceChoice } from './enquiry-card';
import { OpenEnquiries } from './open-enquiries';

export type EnquiryPage = { items: ListedEnquiry[]; nextCursor: string | null };

/** The minute is enough for what is due; the server's first word holds until the page lives. */
function subscribeMinute(changed: () => void) {
  const timer = setInterval(changed, 30_000);
  return () => clearInterval(timer);
}
const minuteNow = () => Math.floor(Date.now() / 30_000) * 30_000;

/** The time in steps of half a minute, on the server what it was rendered with. */
export function useRoughTime(serverNow: string): Date {
  return new Date(useSyncExternalStore(subscribeMinute, minuteNow, () => Date.parse(serverNow)));
}

/** Who asks, on a tablet at the enquiry desk or on a phone: a new question beside what is open. */
export function EnquiryDesk({
  hall,
  hallNames,
  timeZone,
  services,
  initial,
  now,
  me,
  lead,
}: {
  hall: string;
  hallNames: Record<string, string>;
  timeZone: string;
  services: readonly ServiceChoice[];
  initial: EnquiryPage;
  /** Server time of the rendering. */
  now: string;
  me: { ref: string; name: string };
  lead: boolean;
}) {
  const t = useTranslations('enquiries');
  const locale = useLocale();
  const live = useHallPages<EnquiryPage>({
    hall,
    path: `/halls/${hall}/enquiries`,
    touchpoints: ['enquire'],
    initial,
  });
  const time = useRoughTime(now);
  return (
    <div className="mx-auto w-full max-w-6xl space-y-3 p-3" data-toasts="top">
      <DeskHeader title={t('title')} hallName={localName(hallNames, locale)} person={me.name} />
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      <StationNotices hall={hall} />
      <main className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <h1 className="sr-only">{t('title')}</h1>
        <EnquiryCard hall={hall} services={services} me={me} onDone={live.refresh} />
        <section aria-labelledby="open-enquiries" className="space-y-2">
          <h2 id="open-enquiries" className="flex items-center gap-2 font-semibold text-lg">
            {t('open')}
            <span className="tabular-nums">{countOf(live.data)}</span>
          </h2>
          <OpenEnquiries
            hall={hall}
            timeZone={timeZone}
            now={time}
            enquiries={live.data.items}
            services={services}
            me={me.ref}
            lead={lead}
            onDone={live.refresh}
          />
          <MoreButton of={live} />
        </section>
      </main>
    </div>
  );
}
