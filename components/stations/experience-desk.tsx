'use client';

import { Settings2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/toast-store';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { ExperienceView } from '@/lib/stations/schema';
import { InvitePanel } from './invite-panel';
import { StationCard } from './station-card';
import { Notices } from './station-notices';

const StationSettings = dynamic(() => import('./station-settings').then((module) => module.StationSettings), {
  loading: () => null,
});

/** The experience zone: what can be tried, what is broken, whom to invite, what was tried today. */
export function ExperienceDesk({
  hall,
  hallNames,
  timeZone,
  zones,
  initial,
  person,
  may,
}: {
  hall: string;
  hallNames: Record<string, string>;
  timeZone: string;
  zones: readonly { code: string; names: Record<string, string> }[];
  initial: ExperienceView;
  person: string;
  may: { work: boolean; manage: boolean };
}) {
  const t = useTranslations('stations');
  const locale = useLocale();
  const live = useHallData({
    hall,
    path: `/halls/${hall}/experience`,
    touchpoints: ['experience', 'queue'],
    initial,
  });
  const { stations, trials, today } = live.data;
  const [managing, setManaging] = useState(false);
  const [ordering, setOrdering] = useState<string | null>(null);
  const problemText = useProblemText();
  const nameOf = (id: string) => {
    const station = stations.find((one) => one.id === id);
    return station ? localName(station.names, locale) : '';
  };
  const order = async (trialId: string) => {
    setOrdering(trialId);
    const answer = await callApi('POST', `/trials/${trialId}/order`);
    await live.refresh();
    setOrdering(null);
    showToast(answer.ok ? { message: t('orderNoted') } : { tone: 'danger', message: problemText(answer.problem) });
  };
  return (
    <div className="mx-auto w-full max-w-6xl space-y-3 p-3" data-toasts="top">
      <DeskHeader
        title={t('title')}
        hallName={localName(hallNames, locale)}
        person={person}
        facts={[t('trialsToday', { count: today.trials }), t('ordersToday', { count: today.ordered })]}
      />
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      <Notices stations={stations} />
      <main className="space-y-5">
        <h1 className="sr-only">{t('title')}</h1>
        {may.work ? <InvitePanel view={live.data} onDone={live.refresh} /> : null}
        <section aria-labelledby="stations" className="space-y-2">
          <div className="flex items-center justify-between gap-2">
            <h2 id="stations" className="font-semibold text-lg">
              {t('stations')}
            </h2>
            {may.manage ? (
              <Button variant="ghost" onClick={() => setManaging(true)}>
                <Settings2 aria-hidden="true" className="size-5" />
                {t('manage')}
              </Button>
            ) : null}
          </div>
          {stations.length === 0 ? (
            <EmptyState title={t('none')}>{t(may.manage ? 'noneForManager' : 'noneHint')}</EmptyState>
          ) : (
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {stations.map((station) => (
                <li key={station.id} className="grid">
                  <StationCard station={station} timeZone={timeZone} work={may.work} onDone={live.refresh} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="trials" className="space-y-2">
          <h2 id="trials" className="font-semibold text-lg">
            {t('trials')}
          </h2>
          {trials.length === 0 ? (
            <p className="text-muted-foreground">{t('noTrials')}</p>
          ) : (
            <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
              {trials.map((trial) => (
                <li key={trial.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
                  <span className="w-12 text-muted-foreground tabular-nums">
                    {formatHallTime(trial.at, locale, timeZone)}
                  </span>
                  <span className="font-medium">{nameOf(trial.stationId)}</span>
                  <span className="text-muted-foreground">{t('interestIs', { interest: trial.interest })}</span>
                  {trial.ordered ? <Badge tone="success">{t('orderedBadge')}</Badge> : null}
                  <span className="text-muted-foreground">{trial.by}</span>
                  {may.work && !trial.ordered ? (
                    <Button
                      variant="ghost"
                      className="ms-auto"
                      pending={ordering === trial.id}
                      aria-label={t('orderedLaterOf', {
                        name: nameOf(trial.stationId),
                        time: formatHallTime(trial.at, locale, timeZone),
                      })}
                      onClick={() => order(trial.id)}
                    >
                      {t('orderedLater')}
                    </Button>
                  ) : null}
                  {trial.wishes ? <span className="w-full ps-16 leading-snug">{trial.wishes}</span> : null}
                </li>
              ))}
            </ul>
          )}
          {today.invited > 0 ? (
            <p className="text-muted-foreground">{t('invitedToday', { invited: today.invited, came: today.came })}</p>
          ) : null}
        </section>
      </main>
      {managing ? (
        <StationSettings hall={hall} zones={zones} onClose={() => setManaging(false)} onDone={live.refresh} />
      ) : null}
    </div>
  );
}
