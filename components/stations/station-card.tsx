'use client';

import { CircleCheck, RotateCcw, Sparkles, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { StationView } from '@/lib/stations/schema';
import { FaultSheet } from './fault-sheet';
import { TrialSheet } from './trial-sheet';

/** One station: what it shows, its state, and the one thing to do next. */
export function StationCard({
  station,
  timeZone,
  work,
  onDone,
}: {
  station: StationView;
  timeZone: string;
  /** May record trials and faults here. */
  work: boolean;
  onDone: () => void;
}) {
  const t = useTranslations('stations');
  const locale = useLocale();
  const problemText = useProblemText();
  const [sheet, setSheet] = useState<'trial' | 'fault' | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const name = localName(station.names, locale);
  const shows = localName(station.shows, locale);

  const act = async (action: 'repair' | 'reset', said: string) => {
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/stations/${station.id}/${action}`);
    setPending(false);
    if (answer.ok) showToast({ message: said, durationMs: 3_000 });
    else setProblem(answer.problem);
    onDone();
  };
  const closed = (done: boolean) => {
    setSheet(null);
    if (done) onDone();
  };

  return (
    <article
      aria-label={name}
      className={cn(
        'flex flex-col gap-3 rounded-xl border bg-surface p-4 shadow-card',
        station.fault ? 'border-2 border-danger' : 'border-border',
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="font-semibold text-lg leading-snug">{name}</h3>
        {station.fault ? (
          <StateChip tone="danger" icon={<TriangleAlert aria-hidden="true" />}>
            {t('state.faulty')}
          </StateChip>
        ) : station.state === 'resetting' ? (
          <StateChip tone={station.resetLate ? 'warning' : 'neutral'} icon={<RotateCcw aria-hidden="true" />}>
            {t('state.resetting')}
          </StateChip>
        ) : (
          <StateChip tone="success" icon={<CircleCheck aria-hidden="true" />}>
            {t('state.working')}
          </StateChip>
        )}
      </div>
      {shows ? <p className="text-muted-foreground leading-snug">{shows}</p> : null}
      {station.fault ? (
        <p className="font-medium">
          {station.fault.words}
          <span className="block font-normal text-muted-foreground text-sm">
            {t('faultSince', {
              time: formatHallTime(station.stateSince, locale, timeZone),
              name: station.fault.by ?? t('aColleague'),
            })}
          </span>
        </p>
      ) : null}
      {station.state === 'resetting' && station.resetDueAt ? (
        <p className={station.resetLate ? 'font-semibold' : 'text-muted-foreground'}>
          {t(station.resetLate ? 'resetWasDue' : 'resetBy', {
            time: formatHallTime(station.resetDueAt, locale, timeZone),
          })}
        </p>
      ) : null}
      {problem ? <Banner tone="danger">{problemText(problem)}</Banner> : null}
      {work ? (
        <div className="mt-auto grid grid-cols-[minmax(0,1fr)_auto] gap-2">
          {station.fault ? (
            <Button
              size="lg"
              className="col-span-2"
              pending={pending}
              onClick={() => act('repair', t('repaired', { name }))}
            >
              <CircleCheck aria-hidden="true" className="size-5" />
              {t('worksAgain')}
            </Button>
          ) : station.state === 'resetting' ? (
            <Button size="lg" pending={pending} onClick={() => act('reset', t('ready', { name }))}>
              <RotateCcw aria-hidden="true" className="size-5" />
              {t('readyAgain')}
            </Button>
          ) : (
            <Button size="lg" onClick={() => setSheet('trial')}>
              <Sparkles aria-hidden="true" className="size-5" />
              {t('recordTrial')}
            </Button>
          )}
          {station.fault ? null : (
            <Button size="lg" variant="secondary" onClick={() => setSheet('fault')}>
              <TriangleAlert aria-hidden="true" className="size-5" />
              {t('reportFault')}
            </Button>
          )}
        </div>
      ) : null}
      {sheet === 'trial' ? <TrialSheet station={station} name={name} onClose={closed} /> : null}
      {sheet === 'fault' ? <FaultSheet station={station} name={name} onClose={closed} /> : null}
    </article>
  );
}
