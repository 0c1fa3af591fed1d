'use client';

import { PackageOpen, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { ManageFrame } from '@/components/manage/manage-frame';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/toast-store';
import { localName } from '@/lib/i18n/local-name';
import type { MaterialList, MaterialView } from '@/lib/promotions/schema';
import { CheckDialog } from './check-dialog';
import { MaterialForm } from './material-form';
import { MaterialRow } from './material-row';

const FILTERS = ['all', 'expired', 'expiring', 'valid', 'planned', 'worn', 'removed'] as const;
type Filter = (typeof FILTERS)[number];

function pathOf(hall: string, filter: Filter, after: string | null): string {
  const query = new URLSearchParams({ limit: '100' });
  if (filter === 'worn') query.set('worn', 'true');
  else if (filter !== 'all') query.set('state', filter);
  if (after) query.set('after', after);
  return `/halls/${encodeURIComponent(hall)}/material?${query}`;
}

type Open = { what: 'form'; material?: MaterialView } | { what: 'check'; material: MaterialView };

/** The register of promotion material: what stands where, what must go, who looked at it. */
export function MaterialDesk({
  hall,
  hallName,
  timeZone,
  today,
  zones,
  initial,
  mayCheck,
  mayManage,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  timeZone: string;
  today: string;
  zones: readonly { id: string; names: Record<string, string> }[];
  initial: MaterialList;
  mayCheck: boolean;
  mayManage: boolean;
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('material');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [filter, setFilter] = useState<Filter>('all');
  const [after, setAfter] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>();
  const [pendingId, setPendingId] = useState<string>();
  const live = useHallData<MaterialList>({
    hall,
    path: pathOf(hall, filter, after),
    touchpoints: ['environment'],
    initial,
  });
  const { items, counts, nextCursor } = live.data;
  const numbers: Partial<Record<Filter, number>> = counts;

  const choose = (next: Filter) => {
    setFilter(next);
    setAfter(null);
  };
  const act = async (material: MaterialView, verb: 'remove' | 'put-up'): Promise<boolean> => {
    setPendingId(material.id);
    const answer = await callApi<MaterialView>('POST', `/material/${material.id}/${verb}`);
    setPendingId(undefined);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await live.refresh();
    return answer.ok;
  };
  const takeDown = async (material: MaterialView) => {
    if (!(await act(material, 'remove'))) return;
    showToast({
      message: t('takenDown', { title: localName(material.titles, locale) }),
      action: { label: common('undo'), onSelect: () => void act(material, 'put-up') },
    });
  };
  const saved = () => {
    setOpen(undefined);
    void live.refresh();
  };

  return (
    <ManageFrame
      title={t('title')}
      hallName={hallName}
      nav={nav}
      localeSwitch={localeSwitch}
      live={live}
      actions={
        mayManage ? (
          <Button onClick={() => setOpen({ what: 'form' })}>
            <Plus aria-hidden="true" className="size-5" />
            {t('add')}
          </Button>
        ) : null
      }
    >
      <fieldset className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0 [&>button]:shrink-0">
        <legend className="sr-only">{t('filter')}</legend>
        {FILTERS.map((one) => (
          <Chip key={one} pressed={filter === one} onPressedChange={() => choose(one)}>
            {one === 'all' ? t('all') : one === 'worn' ? t('worn') : t(`state.${one}`)}
            {numbers[one] === undefined ? null : <span className="tabular-nums"> {numbers[one]}</span>}
          </Chip>
        ))}
      </fieldset>
      {items.length === 0 ? (
        <EmptyState icon={<PackageOpen aria-hidden="true" />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {items.map((material) => {
            const standing = material.state !== 'removed';
            return (
              <MaterialRow
                key={material.id}
                material={material}
                timeZone={timeZone}
                pending={pendingId === material.id}
                onChange={mayManage && standing ? () => setOpen({ what: 'form', material }) : undefined}
                onCheck={mayCheck && standing ? () => setOpen({ what: 'check', material }) : undefined}
                onTakeDown={mayCheck && standing ? () => void takeDown(material) : undefined}
                onPutUp={mayCheck && !standing ? () => void act(material, 'put-up') : undefined}
              />
            );
          })}
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

      {open?.what === 'form' ? (
        <MaterialForm
          hall={hall}
          zones={zones}
          today={today}
          material={open.material}
          onClose={() => setOpen(undefined)}
          onSaved={saved}
        />
      ) : null}
      {open?.what === 'check' ? (
        <CheckDialog
          material={open.material}
          timeZone={timeZone}
          onClose={() => setOpen(undefined)}
          onChecked={(material) => {
            showToast({ message: t('checkDone', { title: localName(material.titles, locale) }) });
            saved();
          }}
        />
      ) : null}
    </ManageFrame>
  );
}
