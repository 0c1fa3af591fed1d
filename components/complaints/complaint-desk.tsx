'use client';

import { CheckCheck, MessageSquareWarning, Repeat2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { MoreButton } from '@/components/live/more-button';
import { useHallPages } from '@/components/live/use-hall-pages';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import type { ComplaintList } from '@/lib/complaints/schema';
import { localName } from '@/lib/i18n/local-name';
import { ComplaintPanel } from './complaint-panel';
import { ComplaintRow } from './complaint-row';

const STATES = ['owed', 'replied', 'closed', 'all'] as const;
type ShownState = (typeof STATES)[number];

function listPath(hall: string, state: ShownState, mine: boolean): string {
  return `/halls/${hall}/complaints?state=${state}&mine=${mine}`;
}

/** Complaints of a hall: what is owed by when, mine and everybody's, and one of them with its story and actions. */
export function ComplaintDesk({
  hall,
  names,
  timeZone,
  me,
  initial,
  initialMine,
  initialOpen,
}: {
  /** Slug. */
  hall: string;
  names: Record<string, string>;
  timeZone: string;
  me: { ref: string; name: string };
  initial: ComplaintList;
  initialMine: boolean;
  initialOpen: string | null;
}) {
  const t = useTranslations('complaints');
  const code = useTranslations('complaintCode');
  const common = useTranslations('common');
  const locale = useLocale();
  const [state, setState] = useState<ShownState>('owed');
  const [mine, setMine] = useState(initialMine);
  const [open, setOpen] = useState(initialOpen);
  const path = listPath(hall, state, mine);
  const live = useHallPages<ComplaintList>({ hall, path, touchpoints: ['complain'], initial });
  const { data, problem, refresh, connection, ageSeconds, serverOffsetMs } = live;
  const { items, numbers } = data;

  const choose = (id: string | null) => {
    setOpen(id);
    window.history.replaceState(null, '', id ? `?open=${id}` : window.location.pathname);
    if (id) window.scrollTo({ top: 0 });
  };

  return (
    <div data-toasts="top" className="mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-2 p-2 lg:h-dvh">
      <DeskHeader title={t('title')} hallName={localName(names, locale)} person={me.name} hall={hall} />
      <ConnectionBanner connection={connection} ageSeconds={ageSeconds} />
      <main className="grid min-h-0 flex-1 gap-3 lg:grid-cols-[26rem_minmax(0,1fr)]">
        <div className={cn('flex min-h-0 flex-col gap-2', open && 'hidden lg:flex')}>
          <h1 className="sr-only">{t('title')}</h1>
          <dl className="grid grid-cols-3 gap-1.5 sm:grid-cols-5 lg:grid-cols-3">
            <Count name={t('number.owed')} value={numbers.owed} />
            <Count name={t('number.near')} value={numbers.near} tone={numbers.near > 0 ? 'warning' : undefined} />
            <Count name={t('number.broken')} value={numbers.broken} tone={numbers.broken > 0 ? 'danger' : undefined} />
            <Count name={t('number.replied')} value={numbers.replied} />
            <Count name={t('number.asked')} value={numbers.asked} tone={numbers.asked > 0 ? 'warning' : undefined} />
          </dl>
          <div className="flex flex-wrap gap-1.5">
            <fieldset className="flex gap-1.5">
              <legend className="sr-only">{t('whose')}</legend>
              <Chip pressed={mine} onPressedChange={() => setMine(true)}>
                {t('mine')}
              </Chip>
              <Chip pressed={!mine} onPressedChange={() => setMine(false)}>
                {t('all')}
              </Chip>
            </fieldset>
            <label className="ms-auto">
              <span className="sr-only">{t('filter')}</span>
              <select
                value={state}
                onChange={(event) => setState(event.target.value as ShownState)}
                className="min-h-touch rounded-full border-2 border-border-strong bg-surface px-3 font-medium"
              >
                {STATES.map((key) => (
                  <option key={key} value={key}>
                    {key === 'owed' || key === 'all' ? t(key) : code(`state.${key}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {data.repeated.length > 0 ? (
            <p className="flex flex-wrap items-center gap-1.5 text-sm">
              <Repeat2 aria-hidden="true" className="size-5 text-muted-foreground" />
              {t('repeated')}
              {data.repeated.map(({ cause, count }) => (
                <Badge key={cause} tone="warning">
                  {code(`cause.${cause}`)} · {t('times', { count })}
                </Badge>
              ))}
            </p>
          ) : null}
          {problem ? (
            <ErrorState
              title={common('connection.offlineShort')}
              action={<Button onClick={refresh}>{common('retry')}</Button>}
            />
          ) : null}
          {/* Room for the focus ring, which the edge of a scrolling box would cut. */}
          <div className="-mx-1 min-h-0 flex-1 space-y-2 overflow-y-auto px-1 pb-2">
            {items.length === 0 ? (
              <EmptyState
                icon={<CheckCheck aria-hidden="true" className="text-success" />}
                title={t(state === 'owed' ? 'noneOwed' : 'none')}
              >
                {t('noneHint')}
              </EmptyState>
            ) : (
              <ul className="space-y-2">
                {items.map((complaint) => (
                  <li key={complaint.id}>
                    <ComplaintRow
                      complaint={complaint}
                      me={me.ref}
                      chosen={complaint.id === open}
                      offsetMs={serverOffsetMs}
                      onChoose={() => choose(complaint.id)}
                    />
                  </li>
                ))}
              </ul>
            )}
            <MoreButton of={live} />
          </div>
        </div>
        <div className={cn('min-h-0 overflow-y-auto pb-4', !open && 'hidden lg:block')}>
          {open ? (
            <ComplaintPanel
              key={open}
              hall={hall}
              timeZone={timeZone}
              id={open}
              changed={data}
              me={me.ref}
              offsetMs={serverOffsetMs}
              onChanged={refresh}
              onBack={() => choose(null)}
            />
          ) : (
            <EmptyState icon={<MessageSquareWarning aria-hidden="true" />} title={t('choose')} />
          )}
        </div>
      </main>
    </div>
  );
}

function Count({ name, value, tone }: { name: string; value: number; tone?: 'warning' | 'danger' }) {
  return (
    <div
      className={cn(
        'flex flex-col-reverse justify-end rounded-lg px-3 py-1.5',
        tone === 'danger' && 'bg-danger-soft text-danger-soft-foreground',
        tone === 'warning' && 'bg-warning-soft text-warning-soft-foreground',
        !tone && 'bg-surface-sunken',
      )}
    >
      <dt className="text-sm leading-tight">{name}</dt>
      <dd className="font-bold text-2xl tabular-nums leading-tight">{value}</dd>
    </div>
  );
}
