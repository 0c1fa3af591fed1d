'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { Button, type ButtonProps } from '@/components/ui/button';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import type { QueueRow } from '@/lib/realtime/contract';
import { UNDO_SECONDS } from '@/lib/tickets/undo';

/** Takes back one's own last change of a ticket; gone when the time for it is over. Needs the namespace `ticketMenu`. */
export function UndoButton({
  row,
  me,
  short = false,
  ...button
}: { row: Pick<QueueRow, 'number' | 'undo'>; me: string; short?: boolean } & ButtonProps) {
  if (row.undo?.by !== me) return null;
  return <Counting {...button} number={row.number} until={row.undo.until} short={short} />;
}

function Counting({
  number,
  until,
  short,
  ...button
}: { number: string; until: string; short: boolean } & ButtonProps) {
  const t = useTranslations('ticketMenu');
  const { at, serverOffsetMs } = useLiveTime();
  const began = new Date(Date.parse(until) - UNDO_SECONDS * 1000).toISOString();
  const left = UNDO_SECONDS - useElapsedSeconds(began, at, serverOffsetMs);
  if (left <= 0) return null;
  return (
    <Button variant="secondary" {...button} aria-label={short ? t('undoOf', { number }) : undefined}>
      <Undo2 aria-hidden="true" className="size-5 shrink-0" />
      {short ? <span className="tabular-nums">{left}</span> : t('undoWithin', { seconds: left })}
    </Button>
  );
}
