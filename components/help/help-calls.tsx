'use client';

import { Hand, Siren } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFlagAlert } from '@/components/floor/use-flag-alert';
import { callApi } from '@/components/live/call-api';
import { useDeviceSetting } from '@/components/live/use-device-setting';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { showToast } from '@/components/ui/toast-store';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import type { HelpView } from '@/lib/help/schema';
import { formatDuration } from '@/lib/i18n/format-duration';
import { useHelp } from './use-help';

/**
 * Counters that call for help, on the screens of everybody who may go there; nothing while there is none. Heard and felt
 * like other flags, and once more when a minute has passed.
 */
export function HelpCalls({ hall, className }: { hall: string; className?: string }) {
  const t = useTranslations('help');
  const { data, refresh, serverOffsetMs } = useHelp(hall);
  const [sound] = useDeviceSetting('floor.sound');
  const asking = new Map<string, string>();
  for (const call of data.items) {
    if (call.state !== 'open') continue;
    const text = t('wanted', { counter: call.counterNumber });
    asking.set(call.id, text);
    if (call.unansweredAt) asking.set(`${call.id} late`, `${t('nobodyYet')}: ${text}`);
  }
  const newest = useFlagAlert([...asking.keys()], sound);
  return (
    <>
      <p role="status" className="sr-only">
        {newest === null ? '' : asking.get(newest)}
      </p>
      {data.items.length === 0 ? null : (
        <ul aria-label={t('title')} className={cn('space-y-2', className)}>
          {data.items.map((call) => (
            <li key={call.id}>
              <HelpCard call={call} serverOffsetMs={serverOffsetMs} onDone={refresh} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function HelpCard({
  call,
  serverOffsetMs,
  onDone,
}: {
  call: HelpView;
  serverOffsetMs: number;
  onDone: () => Promise<void>;
}) {
  const t = useTranslations('help');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const waited = useElapsedSeconds(call.askedAt, call.askedAt, serverOffsetMs);
  const late = call.state === 'open' && call.unansweredAt !== null;
  const send = async (verb: 'take' | 'end') => {
    setPending(true);
    const answer = await callApi('POST', `/help/${call.id}/${verb}`);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await onDone();
    setPending(false);
  };
  return (
    <article
      aria-label={t('wanted', { counter: call.counterNumber })}
      className={cn(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border-2 bg-surface px-4 py-3 shadow-card',
        late ? 'border-danger' : 'border-primary',
      )}
    >
      <p className="flex min-w-0 flex-1 items-center gap-3">
        <Siren aria-hidden="true" className={cn('size-7 shrink-0', late ? 'text-danger' : 'text-primary')} />
        <span className="min-w-0">
          <span className="block font-semibold text-lg leading-tight">
            {t('wanted', { counter: call.counterNumber })}
            {call.reason ? ` · ${t(`reason.${call.reason}`)}` : ''}
          </span>
          <span className="block text-muted-foreground">
            {call.clerk.name} · <span className="tabular-nums">{formatDuration(waited)}</span>
            {late ? ` · ${t('nobodyYet')}` : ''}
            {call.owner ? ` · ${t('onTheWay', { name: call.owner.name ?? '' })}` : ''}
          </span>
        </span>
      </p>
      {call.state === 'open' ? (
        <Button size="lg" pending={pending} onClick={() => send('take')}>
          <Hand aria-hidden="true" className="size-5" />
          {t('take')}
        </Button>
      ) : (
        <Button size="lg" variant="secondary" pending={pending} onClick={() => send('end')}>
          {t('done')}
        </Button>
      )}
    </article>
  );
}
