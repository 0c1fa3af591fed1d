'use client';

import { BellRing, Coffee, DoorClosed, MonitorX, Unplug, UserRound, UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BackAt } from '@/components/counter/back-at';
import { isUsual, PAUSE_REASONS } from '@/components/counter/reasons';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import type { Tone } from '@/components/ui/tone';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import type { CounterView } from '@/lib/counters/schema';
import { formatDuration, isoDuration } from '@/lib/i18n/format-duration';
import type { LiveBoardView } from '@/lib/realtime/contract';

type Clock = { at: string; serverOffsetMs: number };

/** Every counter: who is there, what goes on and for how long. A clerk who cannot be reached is marked. */
export function CounterGrid({
  view,
  at,
  serverOffsetMs,
  onRelease,
}: {
  view: LiveBoardView;
  /** Frees a counter; none where that is not permitted. */
  onRelease?: (counter: CounterView) => void;
} & Clock) {
  const t = useTranslations('live.counters');
  return (
    <Card title={t('title')}>
      {view.counters.length === 0 ? (
        <EmptyState icon={<MonitorX aria-hidden="true" />} title={t('none')} />
      ) : (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {view.counters.map((counter) => (
            <CounterCell
              key={counter.id}
              counter={counter}
              targetSeconds={
                view.services.find(({ code }) => code === counter.ticket?.serviceCode)?.handlingTargetSeconds ??
                view.hall.handlingTargetSeconds
              }
              timeZone={view.hall.timeZone}
              at={at}
              serverOffsetMs={serverOffsetMs}
              onRelease={onRelease}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

const look: Record<CounterView['state'], { tone: Tone; icon: ReactNode }> = {
  closed: { tone: 'neutral', icon: <DoorClosed aria-hidden="true" /> },
  paused: { tone: 'neutral', icon: <Coffee aria-hidden="true" /> },
  idle: { tone: 'success', icon: <UserRoundCheck aria-hidden="true" /> },
  called: { tone: 'primary', icon: <BellRing aria-hidden="true" /> },
  serving: { tone: 'primary', icon: <UserRound aria-hidden="true" /> },
};

/** Since when the present state holds; null where no clock runs. */
function stateSince({ state, ticket, pausedAt }: CounterView): string | null {
  switch (state) {
    case 'serving':
      return ticket?.startedAt ?? null;
    case 'called':
      return ticket?.calledAt ?? null;
    case 'paused':
      return pausedAt;
    default:
      return null;
  }
}

function CounterCell({
  counter,
  targetSeconds,
  timeZone,
  at,
  serverOffsetMs,
  onRelease,
}: {
  counter: CounterView;
  targetSeconds: number;
  timeZone: string;
  onRelease?: (counter: CounterView) => void;
} & Clock) {
  const t = useTranslations('live.counters');
  const states = useTranslations('counterState');
  const pauseReason = useTranslations('pauseReason');
  const { state, ticket } = counter;
  const since = stateSince(counter);
  const seconds = useElapsedSeconds(since ?? at, at, serverOffsetMs);
  const silentSeconds = useElapsedSeconds(counter.silentAt ?? at, at, serverOffsetMs);
  const reason = counter.pauseReason ?? '';
  const past = state === 'serving' && seconds >= targetSeconds;
  const { tone, icon } = look[state];
  return (
    <li
      className={cn(
        'flex min-h-21 flex-col gap-0.5 rounded-lg border p-2',
        counter.silentAt ? 'border-2 border-danger' : 'border-border',
        state === 'closed' && 'bg-surface-sunken',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-1">
        <h3 className="font-bold text-xl leading-tight">
          <span aria-hidden="true">{counter.number}</span>
          <span className="sr-only">{t('one', { number: counter.number })}</span>
        </h3>
        <StateChip size="sm" tone={tone} icon={icon}>
          {states(state)}
        </StateChip>
      </div>
      {since ? (
        <p className="flex items-baseline justify-between gap-2 tabular-nums">
          <span className="truncate font-semibold">
            {ticket?.number ?? (isUsual(PAUSE_REASONS, reason) ? pauseReason(reason) : reason)}
          </span>
          <span className={cn('font-semibold', past && 'rounded-sm bg-foreground px-1 text-background')}>
            <time dateTime={isoDuration(seconds)}>{formatDuration(seconds)}</time>
            {past ? <span className="sr-only"> {t('overTarget')}</span> : null}
          </span>
        </p>
      ) : null}
      {counter.pauseEndsAt ? (
        <p className="text-sm leading-snug">
          <BackAt endsAt={counter.pauseEndsAt} timeZone={timeZone} at={at} serverOffsetMs={serverOffsetMs} />
        </p>
      ) : null}
      {counter.clerk?.name ? (
        <p className="truncate text-muted-foreground text-sm leading-snug">{counter.clerk.name}</p>
      ) : null}
      {counter.silentAt ? (
        <div className="mt-auto flex flex-wrap items-center justify-between gap-1">
          <StateChip size="sm" tone="danger" icon={<Unplug aria-hidden="true" />}>
            {t('silent', { time: formatDuration(silentSeconds) })}
          </StateChip>
          {onRelease ? (
            <Button
              size="sm"
              variant="secondary"
              aria-label={t('releaseOf', { number: counter.number })}
              onClick={() => onRelease(counter)}
            >
              {t('release')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
