'use client';

import { ClipboardList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHallData } from '@/components/live/use-hall-data';
import { Banner } from '@/components/ui/banner';
import type { RoundNotice as Notice } from '@/lib/rounds/schema';

/**
 * One line on other staff screens while a round or a task wants somebody, or the hall is closed although its hours have
 * begun; leads to the rounds. Nothing while all is well. Needs the namespace `roundNotice`.
 */
export function RoundNotice({ hall }: { hall: string }) {
  const t = useTranslations('roundNotice');
  const { data } = useHallData<Notice | null>({
    hall,
    path: `/halls/${hall}/rounds/notice`,
    touchpoints: ['environment', 'front'],
    initial: null,
  });
  if (!data) return null;
  const { due, missed, overdueTasks, openReason } = data;
  const said = [
    openReason === 'awaitingCheck' || openReason === 'closedByLead' ? t(openReason) : null,
    missed > 0 ? t('missed', { count: missed }) : null,
    due > 0 ? t('due', { count: due }) : null,
    overdueTasks > 0 ? t('overdueTasks', { count: overdueTasks }) : null,
  ].filter((text) => text !== null);
  if (said.length === 0) return null;
  const urgent = openReason === 'awaitingCheck' || missed > 0 || overdueTasks > 0;
  return (
    <Banner
      tone={urgent ? 'danger' : 'warning'}
      icon={<ClipboardList aria-hidden="true" />}
      className="!py-1"
      action={
        <a href={`/desk/${hall}/rounds`} className="flex min-h-touch items-center px-2 font-semibold underline">
          {t('go')}
        </a>
      }
    >
      {said.join(' · ')}
    </Banner>
  );
}
