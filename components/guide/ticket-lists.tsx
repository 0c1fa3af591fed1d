'use client';

import { Ellipsis, LogIn, Printer, RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { HOLD_REASONS, isUsual } from '@/components/counter/reasons';
import { UndoButton } from '@/components/tickets/undo-button';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Tabs } from '@/components/ui/tabs';
import { WaitClock } from '@/components/waiting/wait-clock';
import { formatHallTime } from '@/lib/i18n/hall-time';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';

export interface TicketListActions {
  pending: ReadonlySet<string>;
  onOpen: (row: QueueRow) => void;
  onPrint: (row: QueueRow) => void;
  onUndo: (row: QueueRow) => void;
  onCheckIn: (row: QueueRow) => void;
  onReturn: (row: QueueRow) => void;
}

/** The last tickets, everyone in line, and who is still to come: booked, on hold, missed their call. */
export function TicketLists({ view, me, actions }: { view: QueueView; me: string; actions: TicketListActions }) {
  const t = useTranslations('guide');
  const missed = view.recent.filter((row) => row.status === 'noShow');
  const expected = view.booked.length + view.held.length + missed.length;
  const issued = lastIssued(view);
  return (
    <Tabs
      label={t('lists')}
      className="flex min-h-0 flex-1 flex-col rounded-xl border border-border bg-surface shadow-card"
      panelClassName="relative min-h-0 flex-1 overflow-y-auto"
      tabs={[
        {
          id: 'recent',
          label: t('recent'),
          content: <Recent rows={issued} me={me} actions={actions} />,
        },
        {
          id: 'queue',
          label: <Counted label={t('queue')} count={view.waiting.length} />,
          content: <Queue view={view} actions={actions} />,
        },
        {
          id: 'expected',
          label: <Counted label={t('expected')} count={expected} />,
          content: <Expected view={view} missed={missed} actions={actions} />,
        },
      ]}
    />
  );
}

/** The numbers given out last, newest first, whatever became of them since. */
function lastIssued({ recent, booked, held, serving, called, waiting }: QueueView): QueueRow[] {
  const all = new Map([recent, booked, held, serving, called, waiting].flat().map((row) => [row.id, row]));
  return [...all.values()].sort((a, b) => b.issuedAt.localeCompare(a.issuedAt)).slice(0, 20);
}

function Counted({ label, count }: { label: string; count: number }) {
  return (
    <>
      {label} <span className="tabular-nums">{count}</span>
    </>
  );
}

function Recent({ rows, me, actions }: { rows: QueueRow[]; me: string; actions: TicketListActions }) {
  const t = useTranslations('guide');
  const menu = useTranslations('ticketMenu');
  const states = useTranslations('ticketState');
  const slips = useTranslations('printing.slip');
  if (rows.length === 0) return <EmptyState title={t('noRecent')} />;
  return (
    <ul className="divide-y divide-border">
      {rows.map((row) => (
        <Line
          key={row.id}
          row={row}
          actions={actions}
          detail={row.slip ? `${states(row.status)} · ${slips(row.slip)}` : states(row.status)}
        >
          <UndoButton
            row={row}
            me={me}
            short
            size="md"
            className="px-2.5!"
            pending={actions.pending.has(row.id)}
            onClick={() => actions.onUndo(row)}
          />
          {row.status === 'waiting' || row.status === 'booked' ? (
            <Button
              variant="ghost"
              size="icon"
              aria-label={menu('reprintOf', { number: row.number })}
              onClick={() => actions.onPrint(row)}
            >
              <Printer aria-hidden="true" className="size-5" />
            </Button>
          ) : null}
        </Line>
      ))}
    </ul>
  );
}

function Queue({ view, actions }: { view: QueueView; actions: TicketListActions }) {
  const t = useTranslations('guide');
  const [only, setOnly] = useState<string | null>(null);
  if (view.waiting.length === 0) return <EmptyState title={t('noWaiting')} />;
  const rows = only === null ? view.waiting : view.waiting.filter((row) => row.serviceCode === only);
  return (
    <>
      <fieldset className="sticky top-0 z-10 flex gap-1 overflow-x-auto border-border border-b bg-surface p-1.5">
        <legend className="sr-only">{t('filter')}</legend>
        <Filter on={only === null} onClick={() => setOnly(null)}>
          {t('all', { count: view.waiting.length })}
        </Filter>
        {view.services
          .filter((service) => service.waiting > 0)
          .map((service) => (
            <Filter key={service.code} on={only === service.code} onClick={() => setOnly(service.code)}>
              {service.letter} {service.waiting}
            </Filter>
          ))}
      </fieldset>
      <ul className="divide-y divide-border">
        {rows.map((row) => (
          <Line key={row.id} row={row} actions={actions} detail={<span className="tabular-nums">{row.place}</span>}>
            {row.waitingSince ? (
              <WaitClock
                since={row.waitingSince}
                excusedSeconds={row.excusedSeconds}
                limitSeconds={row.limitSeconds}
                early={row.earlyFlaggedAt !== null}
              />
            ) : null}
          </Line>
        ))}
      </ul>
    </>
  );
}

function Filter({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cn(
        'min-h-touch shrink-0 whitespace-nowrap rounded-lg px-3 font-semibold tabular-nums focus-visible:-outline-offset-2',
        on ? 'bg-primary text-primary-foreground' : 'bg-surface-sunken',
      )}
    >
      {children}
    </button>
  );
}

function Expected({ view, missed, actions }: { view: QueueView; missed: QueueRow[]; actions: TicketListActions }) {
  const t = useTranslations('guide');
  const menu = useTranslations('ticketMenu');
  const locale = useLocale();
  const reasons = useTranslations('holdReason');
  const { booked, held } = view;
  const time = (at: string) => formatHallTime(at, locale, view.hall.timeZone);
  const holdReason = (reason: string | null) =>
    reason !== null && isUsual(HOLD_REASONS, reason) ? reasons(reason) : reason;
  if (booked.length + held.length + missed.length === 0) return <EmptyState title={t('noExpected')} />;
  const back = (row: QueueRow) => (
    <Button
      variant="soft"
      className="px-3!"
      aria-label={menu('returnOf', { number: row.number })}
      pending={actions.pending.has(row.id)}
      onClick={() => actions.onReturn(row)}
    >
      <RotateCcw aria-hidden="true" className="size-5" />
      {menu('return')}
    </Button>
  );
  return (
    <div className="space-y-2 py-2">
      <Group title={t('booked')} rows={booked}>
        {(row) => (
          <Line
            key={row.id}
            row={row}
            actions={actions}
            detail={row.bookedFor ? t('bookedFor', { time: time(row.bookedFor) }) : time(row.issuedAt)}
          >
            <Button
              variant="soft"
              className="px-3!"
              aria-label={menu('checkInOf', { number: row.number })}
              pending={actions.pending.has(row.id)}
              onClick={() => actions.onCheckIn(row)}
            >
              <LogIn aria-hidden="true" className="size-5" />
              {menu('checkIn')}
            </Button>
          </Line>
        )}
      </Group>
      <Group title={t('held')} rows={held}>
        {(row) => (
          <Line key={row.id} row={row} actions={actions} detail={holdReason(row.holdReason)}>
            {back(row)}
          </Line>
        )}
      </Group>
      <Group title={t('missed')} rows={missed}>
        {(row) => (
          <Line key={row.id} row={row} actions={actions} detail={row.completedAt ? time(row.completedAt) : ''}>
            {back(row)}
          </Line>
        )}
      </Group>
    </div>
  );
}

function Group({ title, rows, children }: { title: string; rows: QueueRow[]; children: (row: QueueRow) => ReactNode }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="px-3 font-semibold text-muted-foreground text-sm">{title}</h3>
      <ul className="divide-y divide-border">{rows.map(children)}</ul>
    </section>
  );
}

function Line({
  row,
  detail,
  actions,
  children,
}: {
  row: QueueRow;
  detail: ReactNode;
  actions: TicketListActions;
  children: ReactNode;
}) {
  const t = useTranslations('ticketMenu');
  return (
    <li className={cn('flex min-h-14 items-center gap-1.5 ps-3 pe-1', actions.pending.has(row.id) && 'opacity-60')}>
      <span className="font-bold text-lg tabular-nums">{row.number}</span>
      <span className="min-w-0 flex-1 truncate text-muted-foreground text-sm">{detail}</span>
      {children}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('open', { number: row.number })}
        onClick={() => actions.onOpen(row)}
      >
        <Ellipsis aria-hidden="true" className="size-5" />
      </Button>
    </li>
  );
}
