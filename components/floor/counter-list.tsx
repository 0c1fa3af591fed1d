'use client';

import { CircleDashed, CircleDot, Coffee, type LucideIcon, Megaphone, Moon, Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BackAt } from '@/components/counter/back-at';
import { ReasonDialog } from '@/components/counter/reason-dialog';
import { RELEASE_REASONS } from '@/components/counter/reasons';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useLiveTime } from '@/components/live/live-time';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { Timer } from '@/components/ui/timer';
import { showToast } from '@/components/ui/toast-store';
import type { CounterView } from '@/lib/counters/schema';

const icons: Record<CounterView['state'], LucideIcon> = {
  closed: Moon,
  paused: Coffee,
  idle: CircleDashed,
  called: Megaphone,
  serving: CircleDot,
};

/** For the shift lead: clerks who vanished first, with the way to bring their customer back; then all counters. */
export function CounterList({ counters, timeZone }: { counters: readonly CounterView[]; timeZone: string }) {
  const t = useTranslations('floor');
  const { at, serverOffsetMs } = useLiveTime();
  const [releasing, setReleasing] = useState<CounterView | null>(null);
  if (counters.length === 0) return <EmptyState title={t('noCounters')} />;
  const since = (counter: CounterView) =>
    counter.ticket?.startedAt ?? counter.ticket?.calledAt ?? counter.pausedAt ?? null;
  return (
    <div className="space-y-3">
      {counters.map((counter) =>
        counter.silentAt === null ? null : (
          <article
            key={counter.id}
            aria-label={t('counter', { number: counter.number })}
            className="space-y-2 rounded-xl border-2 border-danger bg-surface p-4 shadow-card"
          >
            <p className="flex items-center gap-2 font-semibold text-lg">
              <Unplug aria-hidden="true" className="size-6 shrink-0 text-danger" />
              {t('silentSince', { counter: counter.number })}
            </p>
            <p className="text-muted-foreground">
              {counter.clerk?.name} · <Timer since={counter.silentAt} at={at} serverOffsetMs={serverOffsetMs} />
              {counter.ticket ? ` · ${t('customerThere', { number: counter.ticket.number })}` : null}
            </p>
            <Button block size="lg" onClick={() => setReleasing(counter)}>
              {t('releaseOf', { counter: counter.number })}
            </Button>
          </article>
        ),
      )}
      <ul aria-label={t('counters')} className="divide-y divide-border rounded-xl border border-border bg-surface">
        {counters.map((counter) => {
          const Icon = icons[counter.state];
          const began = since(counter);
          return (
            <li
              key={counter.id}
              className="grid min-h-14 grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-2 px-3 py-1"
            >
              <span className="font-bold text-xl tabular-nums">{counter.number}</span>
              <span className="min-w-0 truncate">
                {counter.ticket ? (
                  <span className="me-2 font-semibold tabular-nums">{counter.ticket.number}</span>
                ) : null}
                <span className="text-muted-foreground">{counter.clerk?.name}</span>
                {counter.pauseEndsAt ? (
                  <span className="block truncate text-sm">
                    <BackAt endsAt={counter.pauseEndsAt} timeZone={timeZone} at={at} serverOffsetMs={serverOffsetMs} />
                  </span>
                ) : null}
              </span>
              <StateChip
                icon={<Icon aria-hidden="true" />}
                tone={counter.state === 'serving' || counter.state === 'called' ? 'primary' : 'neutral'}
              >
                {t(`counterState.${counter.state}`)}
                {began ? <Timer since={began} at={at} serverOffsetMs={serverOffsetMs} /> : null}
              </StateChip>
            </li>
          );
        })}
      </ul>
      {releasing ? <ReleaseDialog counter={releasing} onClose={() => setReleasing(null)} /> : null}
    </div>
  );
}

function ReleaseDialog({ counter, onClose }: { counter: CounterView; onClose: () => void }) {
  const t = useTranslations('floor');
  const releaseReason = useTranslations('releaseReason');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const release = async (reason: string) => {
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/counters/${counter.id}/release`, { reason });
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t('released', { counter: counter.number }) });
    onClose();
  };
  return (
    <ReasonDialog
      title={t('releaseWhy', { counter: counter.number })}
      intro={t('releaseHint')}
      groups={[{ id: 'release', choices: RELEASE_REASONS.map((id) => ({ id, label: releaseReason(id) })) }]}
      pending={pending}
      failure={problem ? problemText(problem) : undefined}
      onChoose={release}
      onClose={onClose}
    />
  );
}
