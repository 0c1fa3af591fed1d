'use client';

import { AlarmClock, CheckCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CareCard } from '@/components/care/care-card';
import type { CareDesk } from '@/components/care/use-care';
import { StateChip } from '@/components/ui/state-chip';
import { WaitClock } from '@/components/waiting/wait-clock';
import { byUrgency } from '@/lib/care/care-order';
import { localName } from '@/lib/i18n/local-name';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';

/** Who has waited too long, with care; below, who will. One quiet line when there is nobody. */
export function AttentionList({
  view,
  rows,
  care,
  me,
  mayTakeOver,
  onOpen,
}: {
  view: QueueView;
  rows: ReadonlyMap<string, QueueRow>;
  care: CareDesk;
  me: string;
  mayTakeOver: boolean;
  onOpen: (row: QueueRow) => void;
}) {
  const t = useTranslations('care');
  const menu = useTranslations('ticketMenu');
  const locale = useLocale();
  const list = useRef<HTMLDivElement>(null);
  const early = view.waiting.filter((row) => row.earlyFlaggedAt !== null && row.flaggedAt === null);
  const serviceName = (code: string) => {
    const service = view.services.find((s) => s.code === code);
    return service ? localName(service.names, locale) : code;
  };
  return (
    <section aria-labelledby="attention" className="flex min-h-0 flex-col desk:max-h-[55%]">
      <h2 id="attention" className="flex items-center gap-2 px-1 pb-1.5 font-semibold text-lg">
        {t('title')}
        {care.visits.length > 0 ? (
          <span className="rounded-full bg-danger px-2 py-0.5 text-base text-danger-foreground tabular-nums leading-tight">
            {care.visits.length}
          </span>
        ) : null}
      </h2>
      <div ref={list} className="relative min-h-0 overflow-y-auto rounded-xl">
        {care.visits.length === 0 ? (
          <p className="flex items-center gap-2 rounded-xl border border-border bg-surface px-3 py-2.5 text-muted-foreground">
            <CheckCheck aria-hidden="true" className="size-5 shrink-0 text-success" />
            {t('none')}
          </p>
        ) : (
          <ul className="space-y-2">
            {byUrgency(care.visits, me).map((visit) => {
              const row = rows.get(visit.ticketId);
              return (
                <li key={visit.id}>
                  <CareCard
                    dense
                    visit={visit}
                    row={row}
                    serviceName={serviceName(visit.serviceCode)}
                    limitSeconds={row?.limitSeconds ?? view.hall.limitSeconds}
                    me={me}
                    mayTakeOver={mayTakeOver}
                    onTake={() => {
                      care.take(visit);
                      // It moves to the top, where what was done is one tap away.
                      list.current?.scrollTo({ top: 0 });
                    }}
                    onGive={(action) => care.give(visit, action, visit)}
                  />
                </li>
              );
            })}
          </ul>
        )}
        {early.length > 0 ? (
          <ul aria-label={t('earlyTitle')} className="mt-2 space-y-1.5">
            {early.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  onClick={() => onOpen(row)}
                  className="flex min-h-touch w-full items-center gap-2 rounded-lg border border-warning bg-warning-soft px-2.5 text-start text-warning-soft-foreground"
                >
                  <span className="font-bold text-lg tabular-nums">{row.number}</span>
                  <StateChip icon={<AlarmClock aria-hidden="true" />} tone="warning" size="sm">
                    {t('early')}
                  </StateChip>
                  {row.waitingSince ? (
                    <WaitClock
                      since={row.waitingSince}
                      excusedSeconds={row.excusedSeconds}
                      limitSeconds={row.limitSeconds}
                      className="ms-auto"
                    />
                  ) : null}
                  <span className="sr-only">{menu('open', { number: row.number })}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
