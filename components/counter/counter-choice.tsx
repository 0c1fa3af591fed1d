'use client';

import { Accessibility, ArrowRight, CircleCheck, Coffee, MonitorX, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DeskBanners } from '@/components/desk/desk-banners';
import { useLiveView } from '@/components/live/use-live-view';
import { ButtonLink } from '@/components/ui/button-link';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { localName } from '@/lib/i18n/local-name';
import type { QueueView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';

/** All counters of the hall: the own one on top, free ones to take, the others with who is there. */
export function CounterChoice({
  hall,
  initial,
  build,
  mine,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  initial: Snapshot<QueueView>;
  build?: string;
  /** Reference of the person who is signed in. */
  mine: string;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('counter');
  const locale = useLocale();
  const live = useLiveView({ hall, view: 'queue', initial, build });
  const view = live.data ?? initial.data;
  const own = view.counters.find(({ clerk }) => clerk?.ref === mine);
  const serviceName = (code: string) => {
    const service = view.services.find((s) => s.code === code);
    return service ? localName(service.names, locale) : code;
  };
  return (
    <main className="mx-auto w-full max-w-6xl space-y-5 p-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <p className="text-muted-foreground">{localName(view.hall.names, locale)}</p>
          <h1 className="font-bold text-3xl leading-tight">{t('choose.title')}</h1>
          <p className="text-muted-foreground">{t('choose.intro')}</p>
        </div>
        {localeSwitch}
      </header>
      <DeskBanners live={live} path={`/desk/${hall}/counter`} />
      {own ? (
        <section className="flex flex-wrap items-center justify-between gap-4 rounded-xl border-2 border-primary bg-primary-soft p-5 text-primary-soft-foreground">
          <p className="font-semibold text-xl">{t('choose.mine', { number: own.number })}</p>
          <ButtonLink href={`/desk/${hall}/counter/${own.number}`} size="lg" autoFocus>
            {t('choose.continue', { number: own.number })}
            <ArrowRight aria-hidden="true" className="size-5" />
          </ButtonLink>
        </section>
      ) : null}
      {view.counters.length === 0 ? (
        <EmptyState icon={<MonitorX aria-hidden="true" />} title={t('choose.none')}>
          {t('choose.noneHint')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {view.counters.map((counter) => {
            const free = counter.state === 'closed';
            return (
              <li key={counter.id}>
                <Link
                  href={`/desk/${hall}/counter/${counter.number}`}
                  className={cn(
                    'flex h-full min-h-36 flex-col gap-2 rounded-xl border p-4 text-start shadow-card transition-colors',
                    free
                      ? 'border-border-strong bg-surface hover:border-primary hover:bg-primary-soft'
                      : 'border-border bg-surface-sunken text-muted-foreground',
                  )}
                >
                  <span className="flex items-center justify-between gap-2">
                    <span className="font-bold text-2xl text-foreground">{t('name', { number: counter.number })}</span>
                    {counter.stepFree ? (
                      <Accessibility aria-label={t('choose.stepFree')} role="img" className="size-5" />
                    ) : null}
                  </span>
                  <span>
                    {free ? (
                      <StateChip tone="primary" icon={<CircleCheck aria-hidden="true" />}>
                        {t('choose.free')}
                      </StateChip>
                    ) : (
                      <StateChip
                        icon={
                          counter.state === 'paused' ? <Coffee aria-hidden="true" /> : <UserRound aria-hidden="true" />
                        }
                        className="max-w-full"
                      >
                        <span className="min-w-0 whitespace-normal">
                          {counter.clerk?.name ? t('choose.takenBy', { name: counter.clerk.name }) : t('choose.taken')}
                        </span>
                      </StateChip>
                    )}
                  </span>
                  <span className="mt-auto text-muted-foreground text-sm leading-snug">
                    {counter.serviceCodes.map(serviceName).join(' · ')}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </main>
  );
}
