'use client';

import { useTranslations } from 'next-intl';
import { EnquiryCard, type ServiceChoice } from '@/components/enquiries/enquiry-card';
import type { EnquiryPage } from '@/components/enquiries/enquiry-desk';
import { OpenEnquiries } from '@/components/enquiries/open-enquiries';
import { countOf, MoreButton } from '@/components/live/more-button';
import type { HallData } from '@/components/live/use-hall-data';
import type { MorePages } from '@/components/live/use-hall-pages';
import { LoadingState } from '@/components/ui/loading-state';

/** Questions on the phone: a new one above what is open. */
export function EnquiriesPart({
  hall,
  timeZone,
  services,
  enquiries,
  now,
  me,
  lead,
}: {
  hall: string;
  timeZone: string;
  services: readonly ServiceChoice[];
  /** Without data before they were read once. */
  enquiries: HallData<EnquiryPage | null> & MorePages;
  now: Date;
  me: { ref: string };
  lead: boolean;
}) {
  const t = useTranslations('enquiries');
  const common = useTranslations('common');
  return (
    <div className="space-y-5">
      <EnquiryCard hall={hall} services={services} me={me} aboveBar onDone={enquiries.refresh} />
      <section aria-labelledby="open-enquiries" className="space-y-2">
        <h2 id="open-enquiries" className="flex items-center gap-2 font-semibold text-lg">
          {t('open')}
          {enquiries.data ? <span className="tabular-nums">{countOf(enquiries.data)}</span> : null}
        </h2>
        {enquiries.data ? (
          <OpenEnquiries
            hall={hall}
            timeZone={timeZone}
            now={now}
            enquiries={enquiries.data.items}
            services={services}
            me={me.ref}
            lead={lead}
            onDone={enquiries.refresh}
          />
        ) : (
          <LoadingState label={common('loading')} />
        )}
        <MoreButton of={enquiries} />
      </section>
    </div>
  );
}
