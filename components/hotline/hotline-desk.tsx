'use client';

import { ArrowLeft, DoorClosed, DoorOpen, PhoneOff, Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { StateChip } from '@/components/ui/state-chip';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { byUsefulness, distanceKm, matches } from '@/lib/hotline/hall-search';
import type { HotlineDeskView } from '@/lib/hotline/schema';
import { localName } from '@/lib/i18n/local-name';
import { HallFacts } from './hall-facts';
import { HallWatch } from './hall-watch';
import { NoticeFeed } from './notice-feed';
import { useHotline } from './use-hotline';

/** Whoever answers the hotline: finds the right hall, reads out what is so now, and knows what has changed. */
export function HotlineDesk({ initial, person }: { initial: HotlineDeskView; person: string }) {
  const t = useTranslations('hotline');
  const common = useTranslations('common');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const { desk, live, refresh, onStir, onConnection } = useHotline(initial);
  const [question, setQuestion] = useState('');
  const [nearId, setNearId] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);

  const near = desk.halls.find(({ id }) => id === nearId) ?? null;
  const found = byUsefulness(
    desk.halls.filter((hall) => matches(hall, question)),
    near,
  );
  const hall = desk.halls.find(({ id }) => id === chosen) ?? found[0];
  const located = desk.halls.filter(({ latitude }) => latitude !== null);

  return (
    <div data-toasts="top" className="mx-auto flex min-h-dvh w-full max-w-[96rem] flex-col gap-2 p-2 lg:h-dvh">
      <DeskHeader
        title={t('title')}
        hallName={hall ? localName(hall.names, locale) : ''}
        person={person}
        hall={hall?.slug}
      />
      {desk.halls.map(({ slug }, i) => (
        <HallWatch key={slug} hall={slug} onStir={onStir} onConnection={i === 0 ? onConnection : nothing} />
      ))}
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      <main className="grid min-h-0 flex-1 gap-4 lg:grid-cols-[20rem_minmax(0,1fr)_22rem]">
        <h1 className="sr-only">{t('title')}</h1>
        {desk.halls.length === 0 ? (
          <EmptyState icon={<PhoneOff aria-hidden="true" />} title={t('noHalls')} className="lg:col-span-3">
            {t('noHallsHint')}
          </EmptyState>
        ) : (
          <>
            <div className={cn('flex min-h-0 flex-col gap-2', chosen && 'hidden lg:flex')}>
              <Field id="hotline-search" label={t('search')} hint={t('searchHint')}>
                {(control) => (
                  <span className="relative block">
                    <Input
                      {...control}
                      type="search"
                      maxLength={100}
                      className="ps-10"
                      value={question}
                      onChange={(event) => {
                        setQuestion(event.target.value);
                        setChosen(null);
                      }}
                    />
                    <Search
                      aria-hidden="true"
                      className="-translate-y-1/2 absolute start-3 top-1/2 size-5 text-muted-foreground"
                    />
                  </span>
                )}
              </Field>
              {located.length > 1 ? (
                <Field id="hotline-near" label={t('near')}>
                  {(control) => (
                    <Select {...control} value={nearId} onChange={(event) => setNearId(event.target.value)}>
                      <option value="">{t('nearAny')}</option>
                      {located.map((one) => (
                        <option key={one.id} value={one.id}>
                          {localName(one.names, locale)}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              ) : null}
              <p aria-live="polite" className="text-muted-foreground text-sm">
                {t('found', { count: found.length })}
              </p>
              <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pb-2">
                {found.length === 0 ? (
                  <EmptyState title={t('noneFound')} />
                ) : (
                  <ul className="space-y-2">
                    {found.map((one) => {
                      const km = near && one.id !== near.id ? distanceKm(near, one) : null;
                      return (
                        <li key={one.id}>
                          <button
                            type="button"
                            aria-current={one.id === hall?.id ? 'true' : undefined}
                            onClick={() => setChosen(one.id)}
                            className={cn(
                              'w-full space-y-1 rounded-xl border-2 bg-surface p-3 text-start shadow-card',
                              one.id === hall?.id ? 'border-primary' : 'border-transparent hover:border-border-strong',
                            )}
                          >
                            <span className="flex flex-wrap items-center justify-between gap-2">
                              <span className="font-semibold leading-snug">{localName(one.names, locale)}</span>
                              <StateChip
                                size="sm"
                                tone={one.open ? 'success' : 'neutral'}
                                icon={one.open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
                              >
                                {t(one.open ? 'open' : 'closed')}
                              </StateChip>
                            </span>
                            <span className="block text-muted-foreground text-sm tabular-nums">
                              {km === null ? '' : `${t('km', { km: km.toFixed(1) })} · `}
                              {t('waiting')} {t('waitingCount', { count: one.waiting })}
                              {one.estimate ? ` · ${estimateText(one.estimate)}` : ''}
                            </span>
                          </button>
                        </li>
                      );
                    })}
                  </ul>
                )}
              </div>
            </div>
            <div className={cn('min-h-0 overflow-y-auto px-1 pb-4', !chosen && 'hidden lg:block')}>
              <Button variant="ghost" onClick={() => setChosen(null)} className="mb-2 lg:hidden">
                <ArrowLeft aria-hidden="true" className="size-5" />
                {common('back')}
              </Button>
              {hall ? <HallFacts key={hall.id} hall={hall} offsetMs={live.serverOffsetMs} onSent={refresh} /> : null}
            </div>
            <div className={cn('min-h-0 overflow-y-auto px-1 pb-4', chosen && 'hidden lg:block')}>
              <NoticeFeed
                notices={desk.notices}
                halls={desk.halls}
                offsetMs={live.serverOffsetMs}
                onShow={setChosen}
                onAcknowledged={refresh}
              />
            </div>
          </>
        )}
      </main>
    </div>
  );
}

function nothing() {}
