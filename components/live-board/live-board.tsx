'use client';

import { DoorClosed, DoorOpen, Wifi, WifiOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '@/components/counter/reason-dialog';
import { RELEASE_REASONS } from '@/components/counter/reasons';
import { DeskBanners } from '@/components/desk/desk-banners';
import { RegisterMenu } from '@/components/desk/register-menu';
import { HelpCalls } from '@/components/help/help-calls';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useLiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { MachinesWatch } from '@/components/machines/machines-notice';
import { RoundNotice } from '@/components/rounds/round-notice';
import { ScreensWatch } from '@/components/screens/screens-notice';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { WeakPointNotice } from '@/components/weak-points/weak-point-notice';
import type { CounterView } from '@/lib/counters/schema';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { LiveBoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { CounterGrid } from './counter-grid';
import { FlagList } from './flag-list';
import { HallNumbers } from './hall-numbers';
import { PromisePanel } from './promise-panel';
import { ServiceLevelPanel } from './service-level-panel';
import { ServiceQueues } from './service-queues';
import { TrendPanel } from './trend-panel';
import { WhatIfPanel } from './what-if-panel';

/** The manager's board: the whole hall at a glance, live. */
export function LiveBoard({
  hall,
  initial,
  build,
  canRelease,
  localeSwitch,
  nav,
}: {
  /** Slug. */
  hall: string;
  initial: Snapshot<LiveBoardView>;
  build?: string;
  /** May free the counter of a clerk who is gone. */
  canRelease: boolean;
  localeSwitch: ReactNode;
  /** To the manager's other pages. */
  nav: ReactNode;
}) {
  const t = useTranslations('live');
  const connection = useTranslations('common.connection');
  const releaseReason = useTranslations('releaseReason');
  const locale = useLocale();
  const problemText = useProblemText();
  const live = useLiveView({ hall, view: 'live', initial, build });
  const view = live.data ?? initial.data;
  const at = live.at ?? initial.at;
  const clock = { at, serverOffsetMs: live.serverOffsetMs };
  const [releasing, setReleasing] = useState<CounterView | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const isLive = live.connection === 'live';

  const release = async (counter: CounterView, reason: string) => {
    setPending(true);
    setProblem(undefined);
    const answer = await callApi<CounterView>('POST', `/counters/${counter.id}/release`, { reason });
    setPending(false);
    if (!answer.ok) return setProblem(answer.problem);
    setReleasing(null);
    showToast({ message: t('counters.released', { number: counter.number }) });
  };

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[120rem] flex-col gap-3 p-4">
      {nav}
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="me-auto flex flex-wrap items-baseline gap-x-3">
          <h1 className="font-bold text-2xl leading-tight">{t('title')}</h1>
          <p className="text-lg text-muted-foreground">{localName(view.hall.names, locale)}</p>
        </div>
        <StateChip
          tone={view.hall.open ? 'success' : 'neutral'}
          icon={view.hall.open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
        >
          {view.hall.open ? t('open') : t('closed')}
        </StateChip>
        <StateChip
          tone={isLive ? 'neutral' : 'danger'}
          icon={isLive ? <Wifi aria-hidden="true" /> : <WifiOff aria-hidden="true" />}
        >
          {isLive ? connection('live') : t('notLive')} ·{' '}
          <span className="tabular-nums">{formatHallTime(at, locale, view.hall.timeZone)}</span>
        </StateChip>
        <RegisterMenu />
        {localeSwitch}
      </header>

      <DeskBanners live={live} path={`/manage/${hall}/live`} />
      <HelpCalls hall={hall} />
      <RoundNotice hall={hall} />
      <WeakPointNotice hall={hall} />
      <MachinesWatch hall={hall} />
      <ScreensWatch hall={hall} timeZone={view.hall.timeZone} />

      <HallNumbers view={view} {...clock} />
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid items-start gap-3 lg:grid-cols-2">
          <ServiceQueues view={view} {...clock} />
          <CounterGrid
            view={view}
            {...clock}
            onRelease={
              canRelease
                ? (counter) => {
                    setProblem(undefined);
                    setReleasing(counter);
                  }
                : undefined
            }
          />
          <TrendPanel view={view} className="lg:col-span-2" />
          <div className="lg:col-span-2">
            <WhatIfPanel hall={hall} timeZone={view.hall.timeZone} services={view.services} />
          </div>
        </div>
        <div className="grid items-start gap-3 lg:grid-cols-2 xl:grid-cols-1">
          <ServiceLevelPanel level={view.serviceLevel} />
          <PromisePanel promises={view.promises} />
          <FlagList view={view} {...clock} />
        </div>
      </div>

      {releasing ? (
        <ReasonDialog
          title={t('counters.releaseOf', { number: releasing.number })}
          intro={t('counters.releaseIntro')}
          groups={[{ id: 'release', choices: RELEASE_REASONS.map((id) => ({ id, label: releaseReason(id) })) }]}
          pending={pending}
          failure={problem ? problemText(problem) : undefined}
          onChoose={(reason) => release(releasing, reason)}
          onClose={() => setReleasing(null)}
        />
      ) : null}
    </main>
  );
}
