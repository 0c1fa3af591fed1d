'use client';

import { Ear, Eye, HeartHandshake, MessageSquareText, Smile, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import type { Locale } from '@/lib/core/locale';

/** What a good clerk says and does now. One or two lines, so that they are read. */
export function ServicePrompts({
  phase,
  since,
  at,
  serverOffsetMs,
  overLimit,
  dueSeconds,
  spoken,
}: {
  phase: 'called' | 'serving';
  /** Start of the phase, ISO 8601. */
  since: string;
  at: string;
  serverOffsetMs: number;
  overLimit: boolean;
  /** Called: from when on nobody is expected any more; serving: the handling target. */
  dueSeconds: number;
  /** The customer's language, where it is known and another than the clerk's. */
  spoken: Locale | null;
}) {
  const t = useTranslations('counter.prompt');
  const due = useElapsedSeconds(since, at, serverOffsetMs) >= dueSeconds;
  return (
    <section aria-label={t('title')} className="space-y-1.5">
      {phase === 'called' && due ? (
        <Prompt icon={<UserX aria-hidden="true" />} strong>
          {t('notHere')}
        </Prompt>
      ) : null}
      {overLimit && (phase === 'called' || !due) ? (
        <Prompt icon={<HeartHandshake aria-hidden="true" />} strong>
          {t('apologise')}
        </Prompt>
      ) : null}
      {phase === 'called' ? (
        <Prompt icon={<Smile aria-hidden="true" />}>
          {spoken ? <span lang={spoken}>{t(`greetIn.${spoken}`)}</span> : t('greet')}
        </Prompt>
      ) : null}
      {phase === 'serving' && due ? (
        <Prompt icon={<Eye aria-hidden="true" />} strong>
          {t('lookUp')}
        </Prompt>
      ) : null}
      {phase === 'serving' && !due ? (
        <>
          <Prompt icon={<Ear aria-hidden="true" />}>{t('listen')}</Prompt>
          <Prompt icon={<MessageSquareText aria-hidden="true" />}>{t('explain')}</Prompt>
        </>
      ) : null}
    </section>
  );
}

function Prompt({ icon, strong = false, children }: { icon: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <p
      className={cn(
        'flex items-start gap-2 rounded-lg px-4 py-2.5 text-lg leading-snug [&_svg]:mt-0.5 [&_svg]:size-6 [&_svg]:shrink-0',
        strong ? 'bg-foreground font-semibold text-background' : 'bg-primary-soft text-primary-soft-foreground',
      )}
    >
      {icon}
      {children}
    </p>
  );
}
