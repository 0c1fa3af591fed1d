'use client';

import { AlarmClock, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHallData } from '@/components/live/use-hall-data';
import { Banner } from '@/components/ui/banner';
import { localName } from '@/lib/i18n/local-name';
import type { ExperienceView } from '@/lib/stations/schema';

/**
 * Says on any staff screen, at once, which experience stations are out of order and which were not made ready in time.
 * Nothing while all is well. Needs the namespace `stations`.
 */
export function StationNotices({ hall }: { hall: string }) {
  const { data } = useHallData<ExperienceView | null>({
    hall,
    path: `/halls/${hall}/experience`,
    touchpoints: ['experience'],
    initial: null,
  });
  return <Notices stations={data?.stations ?? []} />;
}

/** The same for a screen that has the stations already. */
export function Notices({ stations }: { stations: ExperienceView['stations'] }) {
  const t = useTranslations('stations');
  const locale = useLocale();
  return stations.map((station) => {
    const name = localName(station.names, locale);
    if (station.fault)
      return (
        <Banner key={station.id} tone="danger" icon={<TriangleAlert aria-hidden="true" />}>
          {t('faultNotice', { name, words: station.fault.words })}
        </Banner>
      );
    if (station.resetLate)
      return (
        <Banner key={station.id} tone="warning" icon={<AlarmClock aria-hidden="true" />}>
          {t('resetNotice', { name })}
        </Banner>
      );
    return null;
  });
}
