'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHallData } from '@/components/live/use-hall-data';
import { Banner } from '@/components/ui/banner';
import type { MachinesView } from '@/lib/machines/schema';

/** One line where staff look anyway: too few machines in service. Nothing while there are enough. */
export function MachinesNotice({ view, hall }: { view: MachinesView | null; hall: string }) {
  const t = useTranslations('machinesNotice');
  if (!view?.tooFew) return null;
  return (
    <Banner
      tone="danger"
      icon={<TriangleAlert aria-hidden="true" />}
      action={
        <a href={`/desk/${hall}/machines`} className="font-semibold underline">
          {t('open')}
        </a>
      }
    >
      {t('tooFew', { count: view.inService, least: view.leastInService })}
    </Banner>
  );
}

/** The same for screens that have no other use for the machines: it reads them itself. */
export function MachinesWatch({ hall }: { hall: string }) {
  const { data } = useHallData<MachinesView | null>({
    hall,
    path: `/halls/${hall}/machines`,
    touchpoints: ['self-service'],
    initial: null,
  });
  return <MachinesNotice view={data} hall={hall} />;
}
