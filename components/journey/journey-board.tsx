'use client';

import { CircleX, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useHallData } from '@/components/live/use-hall-data';
import { StateChip } from '@/components/ui/state-chip';
import type { JourneyView } from '@/lib/journey/schema';
import { TouchpointCard } from './touchpoint-card';

const BehindSheet = dynamic(() => import('./behind-sheet').then((module) => module.BehindSheet), {
  loading: () => null,
});

/** The sixteen touchpoints of a visit as one line, from Find to Leave; today's is live. */
export function JourneyBoard({
  initial,
  opened,
  children,
}: {
  initial: JourneyView;
  /** The touchpoint that the address asks for. */
  opened: string | null;
  /** Choice of the day. */
  children?: ReactNode;
}) {
  const t = useTranslations('journey');
  const { slug } = initial.hall;
  const live = useHallData<JourneyView>({
    hall: slug,
    path: `/halls/${encodeURIComponent(slug)}/journey${initial.today ? '' : `?date=${initial.date}`}`,
    touchpoints: initial.touchpoints.map(({ key }) => key),
    initial,
  });
  const view = live.data;
  const [open, setOpen] = useState(opened);
  const shown = view.touchpoints.find(({ key }) => key === open);
  const people = view.touchpoints.reduce((sum, { here }) => sum + (here ?? 0), 0);
  const standards = view.touchpoints.flatMap((touchpoint) => touchpoint.standards).filter(({ met }) => met !== null);
  const missed = standards.filter(({ met }) => met === false).length;

  const show = (key: string | null) => {
    setOpen(key);
    const address = new URL(window.location.href);
    if (key) address.searchParams.set('touchpoint', key);
    else address.searchParams.delete('touchpoint');
    window.history.replaceState(null, '', address);
  };

  return (
    <>
      {view.today ? <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} /> : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {view.today ? (
          <StateChip icon={<Users aria-hidden="true" />}>{t('peopleNow', { count: people })}</StateChip>
        ) : null}
        <StateChip tone={missed > 0 ? 'danger' : 'neutral'} icon={<CircleX aria-hidden="true" />}>
          {t('standardsMissed', { missed, measured: standards.length })}
        </StateChip>
        <div className="ms-auto">{children}</div>
      </div>
      <ol aria-label={t('line')} className="grid flex-1 auto-rows-fr grid-cols-2 gap-2 sm:grid-cols-4 xl:grid-cols-8">
        {view.touchpoints.map((touchpoint, i) => (
          <li key={touchpoint.key} data-touchpoint={touchpoint.key}>
            <TouchpointCard place={i + 1} touchpoint={touchpoint} onOpen={() => show(touchpoint.key)} />
          </li>
        ))}
      </ol>
      {shown ? (
        <BehindSheet
          key={shown.key}
          view={view}
          touchpoint={shown}
          serverOffsetMs={live.serverOffsetMs}
          onClose={() => show(null)}
        />
      ) : null}
    </>
  );
}
