'use client';

import { CloudOff, DoorClosed, DoorOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatHallChange, formatHallDay, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { STALE_SECONDS } from '@/lib/realtime/connection';
import type { BoardView } from '@/lib/realtime/contract';
import type { Connection } from '@/lib/realtime/freshness';
import { InTurn, useSpeaking } from './hall-languages';
import { useStep } from './use-step';

/** Hall, open or closed, and the hall's clock; the first two give way to a warning when what is shown is old. */
export function HallHeader({
  board,
  connection,
  ageSeconds,
}: {
  board: BoardView;
  connection: Connection;
  ageSeconds: number;
}) {
  const { at, serverOffsetMs } = useSpeaking();
  const now = new Date(useStep(1_000, at, serverOffsetMs) * 1_000);
  return (
    <header className="flex h-20 items-center gap-8">
      {ageSeconds >= STALE_SECONDS ? (
        <OldData connection={connection} ageSeconds={ageSeconds} />
      ) : (
        <>
          <h1 className="min-w-0 flex-1 font-bold text-5xl leading-tight">
            <InTurn>
              <HallName names={board.hall.names} />
            </InTurn>
          </h1>
          <p
            className={cn(
              'flex items-center gap-4 rounded-lg border px-5 py-2 font-semibold text-[2.125rem] leading-tight',
              board.hall.open
                ? 'border-success/50 bg-success-soft text-success-soft-foreground'
                : 'border-border-strong bg-surface-sunken',
            )}
          >
            {board.hall.open ? (
              <DoorOpen aria-hidden="true" className="size-10" />
            ) : (
              <DoorClosed aria-hidden="true" className="size-10" />
            )}
            <InTurn className="text-center">
              <OpenState board={board} now={now} />
            </InTurn>
          </p>
        </>
      )}
      <div className="text-end">
        <time
          dateTime={now.toISOString()}
          className="block font-bold font-digits text-6xl leading-none tabular-nums"
          suppressHydrationWarning
        >
          {formatHallTime(now, 'en', board.hall.timeZone)}
        </time>
        <InTurn className="mt-1 text-[1.375rem] text-muted-foreground leading-none">
          <Today now={now} timeZone={board.hall.timeZone} />
        </InTurn>
      </div>
    </header>
  );
}

function HallName({ names }: { names: Record<string, string> }) {
  return <span className="block truncate">{localName(names, useLocale())}</span>;
}

function Today({ now, timeZone }: { now: Date; timeZone: string }) {
  return formatHallDay(now, useLocale(), timeZone);
}

export function OpenState({ board, now }: { board: BoardView; now: Date }) {
  const t = useTranslations('display');
  const locale = useLocale();
  const { hall, nextChange } = board;
  if (hall.openReason === 'awaitingCheck') return t('openingSoon');
  if (!nextChange) return t(hall.open ? 'open' : 'closed');
  const when = formatHallChange(nextChange.at, now, locale, hall.timeZone);
  return t(hall.open ? 'openUntil' : 'closedUntil', { when });
}

function OldData({ connection, ageSeconds }: { connection: Connection; ageSeconds: number }) {
  return (
    <div
      role="alert"
      className="flex h-20 min-w-0 flex-1 items-center gap-6 rounded-lg bg-danger px-6 text-danger-foreground"
    >
      <CloudOff aria-hidden="true" className="size-14 shrink-0" />
      <InTurn className="font-bold text-[2.25rem] leading-tight">
        <Age connection={connection} ageSeconds={ageSeconds} />
      </InTurn>
    </div>
  );
}

function Age({ connection, ageSeconds }: { connection: Connection; ageSeconds: number }) {
  const t = useTranslations('common.connection');
  return t(connection === 'offline' ? 'offline' : 'stale', { age: formatDuration(ageSeconds) });
}
