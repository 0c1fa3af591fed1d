'use client';

import { Armchair, Coffee, DoorClosed, UserRoundCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView, QueueRow } from '@/lib/realtime/contract';
import { BackAt } from './back-at';
import type { NextStep } from './next-step';
import { isUsual, PAUSE_REASONS } from './reasons';

type Clock = { at: string; serverOffsetMs: number };

/** The counter while nobody is there: closed, paused, free, or in a colleague's hands. */
export function NoCustomer({
  view,
  step,
  at,
  serverOffsetMs,
  serviceCodes,
  onServiceCodesChange,
  release,
}: {
  view: CounterDeskView;
  step: NextStep;
  /** Services that will be taken after opening. */
  serviceCodes: readonly string[];
  onServiceCodesChange: (codes: readonly string[]) => void;
  /** Frees the counter of a colleague; none where that is not permitted. */
  release?: () => void;
} & Clock) {
  const t = useTranslations('counter');
  const pauseReason = useTranslations('pauseReason');
  const locale = useLocale();
  const { counter, queue } = view;
  switch (step) {
    case 'open': {
      const offered = view.services.filter(({ code }) => counter.serviceCodes.includes(code));
      return (
        <Stage icon={<DoorClosed aria-hidden="true" />} title={t('closed.title')}>
          <p>{t('closed.intro')}</p>
          <div className="flex flex-wrap justify-center gap-2">
            {offered.map(({ code, letter, names }) => (
              <Chip
                key={code}
                pressed={serviceCodes.includes(code)}
                onPressedChange={(on) =>
                  onServiceCodesChange(on ? [...serviceCodes, code] : serviceCodes.filter((other) => other !== code))
                }
              >
                {letter} {localName(names, locale)}
              </Chip>
            ))}
          </div>
          {serviceCodes.length === 0 ? <p role="status">{t('closed.chooseOne')}</p> : null}
        </Stage>
      );
    }
    case 'continue': {
      const reason = counter.pauseReason ?? '';
      return (
        <Stage
          icon={<Coffee aria-hidden="true" />}
          title={t('paused.title', { reason: isUsual(PAUSE_REASONS, reason) ? pauseReason(reason) : reason })}
        >
          <PausedFor since={counter.pausedAt ?? at} at={at} serverOffsetMs={serverOffsetMs} />
          {counter.pauseEndsAt ? (
            <p className="text-lg">
              <BackAt
                endsAt={counter.pauseEndsAt}
                timeZone={view.hall.timeZone}
                at={at}
                serverOffsetMs={serverOffsetMs}
              />
            </p>
          ) : null}
        </Stage>
      );
    }
    case 'taken':
      return (
        <Stage
          icon={<UserRoundCheck aria-hidden="true" />}
          title={t('taken.title', { name: counter.clerk?.name ?? t('taken.somebody') })}
        >
          <p>{t('taken.intro')}</p>
          {release ? (
            <Button variant="secondary" onClick={release}>
              {t('deed.release')}
            </Button>
          ) : null}
        </Stage>
      );
    default: {
      const next = queue[0];
      return (
        <Stage icon={<Armchair aria-hidden="true" />} title={next ? t('idle.title') : t('idle.nobody')}>
          {next ? (
            <NextUp row={next} view={view} at={at} serverOffsetMs={serverOffsetMs} />
          ) : (
            <p>{t('idle.nobodyHint')}</p>
          )}
        </Stage>
      );
    }
  }
}

function Stage({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="flex min-h-64 flex-1 flex-col items-center justify-center gap-4 rounded-xl border border-border bg-surface p-6 text-center shadow-card [&>svg]:size-10 [&>svg]:text-muted-foreground">
      {icon}
      <h2 className="font-semibold text-2xl leading-tight">{title}</h2>
      {children}
    </section>
  );
}

function PausedFor({ since, at, serverOffsetMs }: { since: string } & Clock) {
  const t = useTranslations('counter.paused');
  const seconds = useElapsedSeconds(since, at, serverOffsetMs);
  return <p className="text-3xl tabular-nums">{t('since', { time: formatDuration(seconds) })}</p>;
}

function NextUp({ row, view, at, serverOffsetMs }: { row: QueueRow; view: CounterDeskView } & Clock) {
  const t = useTranslations('counter');
  const locale = useLocale();
  const service = view.services.find(({ code }) => code === row.serviceCode);
  const start = new Date(Date.parse(row.waitingSince ?? row.issuedAt) + row.excusedSeconds * 1000).toISOString();
  const seconds = useElapsedSeconds(start, at, serverOffsetMs);
  const needs = view.needs.filter(({ code }) => row.needs.includes(code));
  return (
    <div className="space-y-2">
      <p className="text-muted-foreground">{t('idle.next')}</p>
      <p className="font-bold text-6xl tabular-nums leading-none">{row.number}</p>
      <p className="text-lg">
        {service ? localName(service.names, locale) : row.serviceCode} · {t('customer.waiting')}{' '}
        <span className="font-semibold tabular-nums">{formatDuration(seconds)}</span>
      </p>
      <p className="flex flex-wrap justify-center gap-1.5">
        {needs.map(({ code, names }) => (
          <Badge key={code} tone="primary">
            {localName(names, locale)}
          </Badge>
        ))}
      </p>
    </div>
  );
}
