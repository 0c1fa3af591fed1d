'use client';

import { CalendarRange, CircleAlert, CircleCheck, ClipboardCheck, NotebookPen, Sunrise } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useHallData } from '@/components/live/use-hall-data';
import { ManageFrame } from '@/components/manage/manage-frame';
import { MonthSteps } from '@/components/manage/month-steps';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatServiceDay } from '@/lib/i18n/hall-time';
import { RECORD_KINDS, type RecordKind } from '@/lib/records/hall-record';
import type { RecordList, RecordView } from '@/lib/records/schema';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { RecordForm } from './record-form';

const ICONS: Record<RecordKind, ReactNode> = {
  morning: <Sunrise aria-hidden="true" />,
  weekly: <CalendarRange aria-hidden="true" />,
  inspection: <ClipboardCheck aria-hidden="true" />,
};

/** The month's meetings and inspections, and new ones. */
export function RecordDesk({
  hall,
  hallName,
  now,
  me,
  colleagues,
  touchpointKeys,
  initial,
  mayKeep,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  now: { day: string; time: string };
  me: string;
  colleagues: readonly { id: string; name: string }[];
  touchpointKeys: readonly Touchpoint[];
  initial: RecordList;
  mayKeep: boolean;
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('records');
  const thisMonth = now.day.slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [kind, setKind] = useState<RecordKind | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const [open, setOpen] = useState<{ kind: RecordKind; record?: RecordView }>();
  const query = new URLSearchParams({ month, limit: '50', ...(kind ? { kind } : {}), ...(after ? { after } : {}) });
  const live = useHallData<RecordList>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/records?${query}`,
    touchpoints: ['environment'],
    initial,
  });
  const { items, nextCursor } = live.data;
  const choose = (next: RecordKind | null) => {
    setKind(next);
    setAfter(null);
  };

  return (
    <ManageFrame
      title={t('title')}
      hallName={hallName}
      nav={nav}
      localeSwitch={localeSwitch}
      live={live}
      actions={
        mayKeep ? (
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{t('new')}</legend>
            {RECORD_KINDS.map((one, i) => (
              <Button key={one} variant={i === 0 ? 'primary' : 'secondary'} onClick={() => setOpen({ kind: one })}>
                <NotebookPen aria-hidden="true" className="size-5" />
                {t(`add.${one}`)}
              </Button>
            ))}
          </fieldset>
        ) : null
      }
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <MonthSteps
          month={month}
          last={thisMonth}
          previousLabel={t('previousMonth')}
          nextLabel={t('nextMonth')}
          onMonth={(next) => {
            setMonth(next);
            setAfter(null);
          }}
        />
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{t('filter')}</legend>
          <Chip pressed={kind === null} onPressedChange={() => choose(null)}>
            {t('all')}
          </Chip>
          {RECORD_KINDS.map((one) => (
            <Chip key={one} pressed={kind === one} onPressedChange={() => choose(one)}>
              {t(`kind.${one}`)}
            </Chip>
          ))}
        </fieldset>
      </div>
      {items.length === 0 ? (
        <EmptyState icon={<NotebookPen aria-hidden="true" />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {items.map((record) => (
            <RecordEntry
              key={record.id}
              record={record}
              onChange={mayKeep ? () => setOpen({ kind: record.kind, record }) : undefined}
            />
          ))}
        </ul>
      )}
      {nextCursor || after ? (
        <div className="flex justify-center gap-2">
          {after ? (
            <Button variant="secondary" onClick={() => setAfter(null)}>
              {t('newest')}
            </Button>
          ) : null}
          {nextCursor ? (
            <Button variant="secondary" onClick={() => setAfter(nextCursor)}>
              {t('older')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {open ? (
        <RecordForm
          hall={hall}
          kind={open.kind}
          now={now}
          me={me}
          colleagues={colleagues}
          touchpointKeys={touchpointKeys}
          record={open.record}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined);
            showToast({ message: t('kept') });
            void live.refresh();
          }}
        />
      ) : null}
    </ManageFrame>
  );
}

function RecordEntry({ record, onChange }: { record: RecordView; onChange?: () => void }) {
  const t = useTranslations('records');
  const locale = useLocale();
  const notFine = record.items.filter(({ fine }) => !fine).length;
  const what = `${t(`kind.${record.kind}`)} ${formatServiceDay(record.heldOn, locale)}`;
  const people = record.attendees.map(({ name }) => name);
  return (
    <li className="rounded-xl border border-border bg-surface px-4 py-3 shadow-card">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateChip icon={ICONS[record.kind]} tone="primary">
          {t(`kind.${record.kind}`)}
        </StateChip>
        <h2 className="font-semibold tabular-nums">
          {formatServiceDay(record.heldOn, locale)} · {record.heldAt}
        </h2>
        <p className="me-auto text-muted-foreground">
          {t('ledBy', { who: record.leader.name })}
          {record.attendeeCount > 0 ? ` · ${t('attendees', { count: record.attendeeCount })}` : null}
        </p>
        {notFine > 0 ? (
          <StateChip tone="warning" icon={<CircleAlert aria-hidden="true" />}>
            {t('found', { count: notFine })}
          </StateChip>
        ) : null}
        {onChange ? (
          <Button variant="ghost" aria-label={t('changeOf', { what })} onClick={onChange}>
            {t('change')}
          </Button>
        ) : null}
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-2 md:grid-cols-2">
        <Words name={t('topics')} text={record.topics} />
        <Words name={t('decisions')} text={record.decisions} />
      </dl>
      {record.items.length > 0 ? (
        <ul aria-label={t('items')} className="mt-2 grid gap-1 md:grid-cols-2">
          {record.items.map((item, i) => (
            // What an inspection looked at stays in its order.
            <li
              key={`${record.id} ${String(i)}`}
              className="flex items-start gap-2 [&_svg]:mt-1 [&_svg]:size-4 [&_svg]:shrink-0"
            >
              {item.fine ? (
                <CircleCheck aria-hidden="true" className="text-success" />
              ) : (
                <CircleAlert aria-hidden="true" className="text-danger" />
              )}
              <span>
                {item.what}
                <span className="text-muted-foreground">
                  {' · '}
                  {item.fine ? t('fine') : t('notFine')}
                  {item.note ? ` · ${item.note}` : null}
                  {item.weakPointId ? ` · ${t('onBoard')}` : null}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {people.length > 0 || record.guests > 0 ? (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer text-muted-foreground">{t('who')}</summary>
          <p>
            {people.join(', ')} {record.guests > 0 ? t('guestsCount', { count: record.guests }) : null}
          </p>
        </details>
      ) : null}
    </li>
  );
}

function Words({ name, text }: { name: string; text: string }) {
  return text ? (
    <div>
      <dt className="text-muted-foreground text-sm">{name}</dt>
      <dd className="whitespace-pre-line break-words">{text}</dd>
    </div>
  ) : null;
}
