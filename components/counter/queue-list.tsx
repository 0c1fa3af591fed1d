'use client';

import { BellRing, CirclePause, Megaphone, Pin, Undo2, UserRoundX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { WaitBar } from '@/components/ui/wait-bar';
import { waitLevel } from '@/components/ui/wait-level';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView, QueueRow } from '@/lib/realtime/contract';
import { HOLD_REASONS, isUsual } from './reasons';

type Clock = { at: string; serverOffsetMs: number };
type Names = Pick<CounterDeskView, 'services' | 'classes' | 'needs' | 'outcomes' | 'hall'>;

function useNames(view: Names) {
  const locale = useLocale();
  const of = (list: readonly { code: string; names: Record<string, string> }[], code: string) => {
    const found = list.find((entry) => entry.code === code);
    return found ? localName(found.names, locale) : code;
  };
  return {
    service: (row: QueueRow) => of(view.services, row.serviceCode),
    isOwnLetter: (row: QueueRow) =>
      row.number.startsWith(view.services.find(({ code }) => code === row.serviceCode)?.letter ?? '–'),
    marks: (row: QueueRow) => [
      ...new Set([
        ...(row.customerClass && row.customerClass !== 'ordinary' ? [of(view.classes, row.customerClass)] : []),
        ...row.needs.map((need) => of(view.needs, need)),
      ]),
    ],
    outcome: (code: string) => of(view.outcomes, code),
  };
}

/** The next ten for this counter: how long each has waited against goal and limit, and how long still. */
export function QueueList({
  view,
  at,
  serverOffsetMs,
  canCall,
  onCall,
}: {
  view: CounterDeskView;
  canCall: boolean;
  onCall: (row: QueueRow) => void;
} & Clock) {
  const t = useTranslations('counter.list');
  const names = useNames(view);
  if (view.queue.length === 0) return <EmptyState title={t('queueEmpty')} />;
  const more = view.waitingForMe - view.queue.length;
  return (
    <>
      <ol className="divide-y divide-border">
        {view.queue.map((row) => (
          <QueueLine
            key={row.id}
            row={row}
            goalSeconds={
              view.services.find(({ code }) => code === row.serviceCode)?.goalSeconds ?? view.hall.goalSeconds
            }
            // The letter of the number says the service, unless the customer was sent on.
            service={names.isOwnLetter(row) ? null : names.service(row)}
            marks={names.marks(row)}
            at={at}
            serverOffsetMs={serverOffsetMs}
            onCall={canCall ? () => onCall(row) : undefined}
          />
        ))}
      </ol>
      {more > 0 ? <p className="px-2 py-2 text-muted-foreground text-sm">{t('more', { count: more })}</p> : null}
    </>
  );
}

function QueueLine({
  row,
  goalSeconds,
  service,
  marks,
  at,
  serverOffsetMs,
  onCall,
}: {
  row: QueueRow;
  goalSeconds: number;
  /** Shown where the number does not say it. */
  service: string | null;
  marks: string[];
  onCall?: () => void;
} & Clock) {
  const t = useTranslations('counter.list');
  const estimateText = useEstimateText();
  const start = new Date(Date.parse(row.waitingSince ?? row.issuedAt) + row.excusedSeconds * 1000).toISOString();
  const seconds = useElapsedSeconds(start, at, serverOffsetMs);
  const early = row.earlyFlaggedAt !== null;
  const level = waitLevel(seconds, { goalSeconds, limitSeconds: row.limitSeconds }, early);
  return (
    <li className="flex items-center gap-2 px-1 py-1.5">
      <span className="w-16 font-semibold text-lg tabular-nums">{row.number}</span>
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <WaitBar
            waitedSeconds={seconds}
            goalSeconds={goalSeconds}
            limitSeconds={row.limitSeconds}
            earlyFlag={early}
            label={t('waitLabel', { number: row.number })}
            valueText={formatDuration(seconds)}
          />
          <span
            className={cn('w-14 shrink-0 text-end font-semibold tabular-nums', level === 'overLimit' && 'text-danger')}
          >
            {formatDuration(seconds)}
          </span>
        </div>
        <p className="flex flex-wrap items-center gap-x-1.5 text-muted-foreground text-sm leading-snug">
          {service === null ? null : <span className="truncate">{service}</span>}
          {row.targetCounterNumber === null ? null : (
            <Badge className="px-1.5 text-xs">
              <Pin aria-hidden="true" className="size-3" />
              {t('forMe')}
            </Badge>
          )}
          {marks.map((mark) => (
            <Badge key={mark} tone="primary" className="px-1.5 text-xs">
              {mark}
            </Badge>
          ))}
          {level === 'overLimit' ? (
            <span className="font-semibold text-danger">{t('over')}</span>
          ) : early ? (
            <span className="font-semibold text-warning-soft-foreground">{t('early')}</span>
          ) : null}
          {row.estimate ? (
            <span className="ms-auto">{t('estimate', { estimate: estimateText(row.estimate) })}</span>
          ) : null}
        </p>
      </div>
      {onCall ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('callRow', { number: row.number })}
          title={t('callRow', { number: row.number })}
          onClick={onCall}
        >
          <Megaphone aria-hidden="true" className="size-4" />
        </Button>
      ) : null}
    </li>
  );
}

/** On hold and missed: each can be brought back. */
export function ParkedList({
  view,
  at,
  serverOffsetMs,
  pending,
  onBringBack,
}: {
  view: CounterDeskView;
  pending: boolean;
  onBringBack: (row: QueueRow) => void;
} & Clock) {
  const t = useTranslations('counter');
  const reasons = useTranslations('holdReason');
  const names = useNames(view);
  if (view.parked.length === 0) return <EmptyState title={t('list.parkedEmpty')} />;
  return (
    <ul className="divide-y divide-border">
      {view.parked.map((row) => {
        const missed = row.status === 'noShow';
        const reason = row.holdReason;
        return (
          <li key={row.id} className="flex items-center gap-2 px-1 py-2">
            <span className="w-16 font-semibold text-lg tabular-nums">{row.number}</span>
            <div className="min-w-0 flex-1 text-sm leading-snug [&_svg]:inline [&_svg]:size-4">
              <p>
                {missed ? <UserRoundX aria-hidden="true" /> : <CirclePause aria-hidden="true" />}{' '}
                <Away
                  since={(missed ? row.completedAt : row.heldAt) ?? row.issuedAt}
                  missed={missed}
                  at={at}
                  serverOffsetMs={serverOffsetMs}
                />
              </p>
              <p className="truncate text-muted-foreground">
                {names.service(row)}
                {reason ? ` · ${isUsual(HOLD_REASONS, reason) ? reasons(reason) : reason}` : ''}
              </p>
            </div>
            <Button
              variant="secondary"
              size="sm"
              aria-label={t('list.bringBackRow', { number: row.number })}
              pending={pending}
              onClick={() => onBringBack(row)}
            >
              <BellRing aria-hidden="true" className="size-4" />
              {t('deed.bringBack')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Away({ since, missed, at, serverOffsetMs }: { since: string; missed: boolean } & Clock) {
  const t = useTranslations('counter.list');
  const time = formatDuration(useElapsedSeconds(since, at, serverOffsetMs));
  return missed ? t('missedAgo', { time }) : t('heldSince', { time });
}

/** The last ones that ended here; a mistake can be taken back for half a minute. */
export function RecentList({
  view,
  mine,
  pending,
  onUndo,
}: {
  view: CounterDeskView;
  mine: string;
  pending: boolean;
  onUndo: (row: QueueRow) => void;
}) {
  const t = useTranslations('counter');
  const state = useTranslations('ticketState');
  const names = useNames(view);
  if (view.recent.length === 0) return <EmptyState title={t('list.recentEmpty')} />;
  return (
    <ul className="divide-y divide-border">
      {view.recent.map((row) => (
        <li key={row.id} className="flex items-center gap-2 px-1 py-2">
          <span className="w-16 font-semibold text-lg tabular-nums">{row.number}</span>
          <div className="min-w-0 flex-1 text-sm leading-snug">
            <p>{row.outcome ? names.outcome(row.outcome) : state(row.status)}</p>
            <p className="truncate text-muted-foreground">{names.service(row)}</p>
          </div>
          {row.undo?.by === mine ? (
            <Button variant="secondary" size="sm" pending={pending} onClick={() => onUndo(row)}>
              <Undo2 aria-hidden="true" className="size-4" />
              {t('deed.undo')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
