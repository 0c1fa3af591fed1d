'use client';

import { CircleCheck, Info, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { isUsual } from './reasons';
import { type Undoable, undoSeconds } from './undoable';
import type { Said } from './use-counter-actions';

/** Changes of a ticket that have words under `counter.did`. */
const events = [
  'call',
  'recall',
  'start',
  'hold',
  'resume',
  'transfer',
  'complete',
  'noShow',
  'cancel',
  'checkIn',
  'issue',
] as const;

/** What just happened, and how long it can still be taken back. In the flow, so that it covers nothing. */
export function UndoLine({
  change,
  said,
  serviceName,
  at,
  serverOffsetMs,
  pending,
  onUndo,
}: {
  change: Undoable | null;
  /** What the last action has to say beyond the change itself. */
  said: Said | null;
  serviceName: (code: string) => string;
  at: string;
  serverOffsetMs: number;
  pending: boolean;
  onUndo?: () => void;
}) {
  const t = useTranslations('counter');
  let words: string | null = null;
  if (said?.text === 'nobody') words = t('did.nobody');
  else if (said?.text === 'undone') words = t('did.undone', { number: said.number });
  else if (said) words = t('addService.done', { number: said.number, service: serviceName(said.serviceCode) });
  else if (change && isUsual(events, change.event)) words = t(`did.${change.event}`, { number: change.number });
  return (
    <section aria-label={t('did.title')} className="flex min-h-12 items-center gap-2 rounded-lg px-1 [&_svg]:size-5">
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2 font-medium">
        {words === null ? null : said ? <Info aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        {words}
      </p>
      {change ? (
        <UndoButton
          key={change.until}
          change={change}
          at={at}
          serverOffsetMs={serverOffsetMs}
          pending={pending}
          onUndo={onUndo}
        />
      ) : null}
    </section>
  );
}

function UndoButton({
  change,
  at,
  serverOffsetMs,
  pending,
  onUndo,
}: {
  change: Undoable;
  at: string;
  serverOffsetMs: number;
  pending: boolean;
  onUndo?: () => void;
}) {
  const t = useTranslations('counter');
  const made = new Date(Date.parse(change.until) - undoSeconds * 1000).toISOString();
  const left = undoSeconds - useElapsedSeconds(made, at, serverOffsetMs);
  if (left <= 0) return null;
  return (
    <>
      {/* Not part of the status: it would be read out each second. */}
      <span className="text-muted-foreground text-sm tabular-nums">{t('did.secondsLeft', { seconds: left })}</span>
      <Button variant="secondary" shortcut="U" pending={pending} onClick={onUndo}>
        <Undo2 aria-hidden="true" />
        {t('deed.undo')}
      </Button>
    </>
  );
}
