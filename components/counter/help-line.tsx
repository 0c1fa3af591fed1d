'use client';

import { CircleCheck, Siren } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { HELP_REASONS } from '@/lib/help/help-call';
import type { HelpView } from '@/lib/help/schema';
import { formatDuration } from '@/lib/i18n/format-duration';

/** What has become of the clerk's call for help, in one line; why it is wanted, one tap more for who likes to say it. */
export function HelpLine({
  call,
  serverOffsetMs,
  pending,
  onExplain,
  onEnd,
}: {
  call: HelpView;
  serverOffsetMs: number;
  pending: boolean;
  onExplain: (reason: (typeof HELP_REASONS)[number]) => void;
  onEnd: () => void;
}) {
  const t = useTranslations('help');
  const since = useElapsedSeconds(call.askedAt, call.askedAt, serverOffsetMs);
  return (
    <section
      aria-label={t('mine')}
      className="flex flex-wrap items-center gap-2 rounded-lg bg-primary-soft px-4 py-2 text-primary-soft-foreground"
    >
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2 font-medium">
        {call.owner ? (
          <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
        ) : (
          <Siren aria-hidden="true" className="size-5 shrink-0" />
        )}
        {call.owner ? t('onTheWay', { name: call.owner.name ?? '' }) : t('asked')}
      </p>
      <span className="tabular-nums">{formatDuration(since)}</span>
      {call.owner || call.reason
        ? null
        : HELP_REASONS.map((reason) => (
            <Button key={reason} size="sm" variant="secondary" onClick={() => onExplain(reason)}>
              {t(`reason.${reason}`)}
            </Button>
          ))}
      {call.reason ? <span>{t(`reason.${call.reason}`)}</span> : null}
      <Button size="sm" variant="secondary" shortcut="L" pending={pending} onClick={onEnd}>
        {call.owner ? t('done') : t('withdraw')}
      </Button>
    </section>
  );
}
