'use client';

import { useTranslations } from 'next-intl';
import { EnquiryCard, type ServiceChoice } from '@/components/enquiries/enquiry-card';
import { OpenEnquiries } from '@/components/enquiries/open-enquiries';
import { LoadingState } from '@/components/ui/loading-state';
import type { EnquiryView } from '@/lib/enquiries/schema';

/** Questions on the phone: a new one above what is open. */
export function EnquiriesPart({
  hall,
  timeZone,
  services,
  enquiries,
  now,
  me,
  lead,
  onDone,
}: {
  hall: string;
  timeZone: string;
  services: readonly ServiceChoice[];
  /** None before they were read once. */
  enquiries: readonly EnquiryView[] | undefined;
  now: Date;
  me: { ref: string };
  lead: boolean;
  onDone: () => void;
}) {
  const t = useTranslations('enquiries');
  const common = useTranslations('common');
  return (
    <div className="space-y-5">
      <EnquiryCard hall={hall} services={services} me={me} aboveBar onDone={onDone} />
      <section aria-labelledby="open-enquiries" className="space-y-2">
        <h2 id="open-enquiries" className="flex items-center gap-2 font-semibold text-lg">
          {t('open')}
          {enquiries ? <span className="tabular-nums">{enquiries.length}</span> : null}
        </h2>
        {enquiries ? (
          <OpenEnquiries
            hall={hall}
            timeZone={timeZone}
            now={now}
            enquiries={enquiries}
            services={services}
            me={me.ref}
            lead={lead}
            onDone={onDone}
          />
        ) : (
          <LoadingState label={common('loading')} />
        )}
      </section>
    </div>
  );
}
