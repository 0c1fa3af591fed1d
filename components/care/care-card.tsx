'use client';

import { Footprints, Siren, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { StateChip } from '@/components/ui/state-chip';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { WaitClock } from '@/components/waiting/wait-clock';
import type { CareAction } from '@/lib/care/care-visit';
import type { CareView } from '@/lib/care/schema';
import type { QueueRow } from '@/lib/realtime/contract';
import { CareActionButtons } from './care-action-buttons';

/** Where a customer is now and how long it will still take, in a few words. */
export function useWhereabouts(): (row: QueueRow | undefined) => string {
  const t = useTranslations('care');
  const estimateText = useEstimateText();
  return (row) => {
    if (!row) return t('ended');
    if (row.status === 'called') return t('calledTo', { counter: row.counterNumber ?? 0 });
    if (row.status === 'serving') return t('servingAt', { counter: row.counterNumber ?? 0 });
    if (row.status === 'held') return t('onHold');
    if (row.place === null) return t('ended');
    const place = row.place === 1 ? t('nextPlace') : t('place', { place: row.place });
    return row.estimate ? `${place} · ${t('remaining', { estimate: estimateText(row.estimate) })}` : place;
  };
}

/**
 * One customer who has waited too long: who, how long, where in the line, who goes. One tap takes it, one more says what
 * was done. `dense` for a column beside other work, otherwise for a phone in one hand.
 */
export function CareCard({
  visit,
  row,
  serviceName,
  limitSeconds,
  me,
  mayTakeOver,
  dense = false,
  onTake,
  onGive,
}: {
  visit: CareView;
  /** The ticket as the queue has it; none once it has left. */
  row: QueueRow | undefined;
  serviceName: string;
  limitSeconds: number;
  me: string;
  /** A shift lead may take what a colleague has. */
  mayTakeOver: boolean;
  dense?: boolean;
  onTake: () => void;
  onGive: (action: CareAction) => void;
}) {
  const t = useTranslations('care');
  const whereabouts = useWhereabouts();
  const mine = visit.state === 'taken' && visit.owner?.ref === me;
  const taken = visit.state === 'taken' && !mine;
  const escalated = visit.state === 'open' && visit.escalatedAt !== null;
  const { number } = visit;
  const chipSize = dense ? 'sm' : 'md';
  const chips = [
    escalated ? (
      <StateChip key="escalated" icon={<Siren aria-hidden="true" />} tone="danger" solid size={chipSize}>
        {t('escalated')}
      </StateChip>
    ) : null,
    // Beside other work the clock alone says it.
    visit.crossing > 1 && !dense ? (
      <StateChip key="crossing" icon={<TriangleAlert aria-hidden="true" />} tone="danger" size={chipSize}>
        {t('pastLimit', { minutes: Math.round((limitSeconds * visit.crossing) / 60) })}
      </StateChip>
    ) : null,
    taken || mine ? (
      <StateChip
        key="owner"
        icon={<Footprints aria-hidden="true" />}
        tone={mine ? 'primary' : 'neutral'}
        size={chipSize}
      >
        {mine ? t('mine') : t('takenBy', { name: visit.owner?.name ?? t('colleague') })}
      </StateChip>
    ) : null,
  ].filter((chip) => chip !== null);
  const take =
    visit.state === 'open' || (taken && mayTakeOver) ? (
      <Button
        block={!dense}
        size={dense ? 'md' : 'lg'}
        variant={taken ? 'secondary' : dense ? 'soft' : 'primary'}
        aria-label={taken ? t('takeOverOf', { number }) : t('takeOf', { number })}
        onClick={onTake}
      >
        <Footprints aria-hidden="true" className="size-5 shrink-0" />
        {taken ? t('takeOver') : t('take')}
      </Button>
    ) : null;
  return (
    <article
      aria-label={number}
      className={cn(
        'animate-pop rounded-xl border-2 bg-surface shadow-card',
        dense ? 'space-y-1.5 p-2.5' : 'space-y-2.5 p-4',
        taken ? 'border-border' : 'border-danger',
      )}
    >
      <div className="flex items-baseline justify-between gap-2">
        <p className={cn('font-bold tabular-nums leading-none', dense ? 'text-2xl' : 'text-4xl')}>{number}</p>
        {row?.waitingSince ? (
          <WaitClock
            since={row.waitingSince}
            excusedSeconds={row.excusedSeconds}
            limitSeconds={row.limitSeconds}
            className={dense ? 'text-xl' : 'text-3xl'}
          />
        ) : null}
      </div>
      {chips.length > 0 ? <div className="flex flex-wrap gap-1.5">{chips}</div> : null}
      <div className={cn(dense && 'flex items-center gap-2')}>
        <p className={cn('min-w-0 flex-1 leading-tight', dense && 'text-sm')}>
          {serviceName}
          <span className="block break-keep text-muted-foreground">{whereabouts(row)}</span>
        </p>
        {dense ? take : null}
      </div>
      {dense ? null : take}
      {mine ? <CareActionButtons number={number} large={!dense} onGive={onGive} /> : null}
    </article>
  );
}
