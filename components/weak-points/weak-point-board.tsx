'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { ManageFrame } from '@/components/manage/manage-frame';
import { MonthSteps } from '@/components/manage/month-steps';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast-store';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { WeakPointBoard, WeakPointView } from '@/lib/weak-points/schema';
import { BOARD_COLUMNS, columnOf, missingPlan, monthOf } from '@/lib/weak-points/weak-point';
import { type Colleague, PlanForm } from './plan-form';
import { StepDialog } from './step-dialog';
import { useFindingText } from './use-finding-text';
import { type CardAction, WeakPointCard } from './weak-point-card';

type Open = { what: 'plan'; point?: WeakPointView } | { what: 'finish' | 'reopen' | 'drop'; point: WeakPointView };

/** The steps somebody may take now, the usual one first. */
function actionsFor(point: WeakPointView, me: { ref: string; lead: boolean }): CardAction[] {
  const own = me.ref === `staff:${point.owner?.id}`;
  const planned =
    missingPlan({ action: point.action, ownerId: point.owner?.id ?? null, dueOn: point.dueOn }).length === 0;
  switch (point.state) {
    case 'open':
    case 'reopened': {
      const work: CardAction[] = planned && (own || me.lead) ? ['start', 'finish'] : [];
      return me.lead ? (planned ? [...work, 'plan', 'drop'] : ['plan', 'drop']) : work;
    }
    case 'doing':
      return [...(own || me.lead ? (['finish'] as const) : []), ...(me.lead ? (['plan'] as const) : [])];
    case 'done':
      return me.lead ? [...(point.doneBy === me.ref ? [] : (['verify'] as const)), 'reopen'] : [];
    case 'verified':
      return me.lead ? ['reopen'] : [];
    default:
      return [];
  }
}

/** The month's weak points in three columns: what is to do, what is being done, what is done and checked. */
export function WeakPointBoardScreen({
  hall,
  hallName,
  initial,
  colleagues,
  touchpointKeys,
  me,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  initial: WeakPointBoard;
  colleagues: readonly Colleague[];
  touchpointKeys: readonly Touchpoint[];
  /** `lead`: may plan, check and drop. */
  me: { ref: string; lead: boolean };
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('weakPoints');
  const findingText = useFindingText();
  const problemText = useProblemText();
  const [month, setMonth] = useState(initial.month);
  const [open, setOpen] = useState<Open>();
  const [pendingId, setPendingId] = useState<string>();
  const live = useHallData<WeakPointBoard>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/weak-points?month=${month}`,
    touchpoints: ['environment'],
    initial,
  });
  const board = live.data;

  const moved = (point: WeakPointView) => {
    setOpen(undefined);
    showToast({ message: t('moved', { what: findingText(point), state: t(`state.${point.state}`) }) });
    void live.refresh();
  };
  const act = async (point: WeakPointView, action: CardAction) => {
    if (action !== 'start' && action !== 'verify') return setOpen({ what: action, point });
    setPendingId(point.id);
    const answer = await callApi<WeakPointView>('POST', `/weak-points/${point.id}/${action}`);
    setPendingId(undefined);
    if (answer.ok) return moved(answer.value);
    showToast({ message: problemText(answer.problem), tone: 'danger' });
    await live.refresh();
  };

  return (
    <ManageFrame
      title={t('title')}
      hallName={hallName}
      nav={nav}
      localeSwitch={localeSwitch}
      live={live}
      actions={
        me.lead ? (
          <Button onClick={() => setOpen({ what: 'plan' })}>
            <Plus aria-hidden="true" className="size-5" />
            {t('add')}
          </Button>
        ) : null
      }
    >
      <MonthSteps
        month={month}
        last={monthOf(initial.today)}
        previousLabel={t('previousMonth')}
        nextLabel={t('nextMonth')}
        onMonth={setMonth}
      />
      <div className="grid items-start gap-3 md:grid-cols-3">
        {BOARD_COLUMNS.map((column) => {
          const points = board.items.filter(({ state }) => columnOf(state) === column);
          return (
            <section
              key={column}
              aria-labelledby={`column-${column}`}
              className="rounded-xl bg-surface-sunken p-3 md:min-h-80"
            >
              <h2 id={`column-${column}`} className="mb-3 flex items-center gap-2 font-semibold text-lg">
                {t(`column.${column}`)}
                <Badge>{points.length}</Badge>
              </h2>
              {points.length === 0 ? (
                <p className="py-4 text-center text-muted-foreground">{t('columnEmpty')}</p>
              ) : (
                <ul className="space-y-3">
                  {points.map((point) => (
                    <WeakPointCard
                      key={point.id}
                      point={point}
                      month={month}
                      actions={actionsFor(point, me)}
                      pending={pendingId === point.id}
                      onAction={(action) => void act(point, action)}
                    />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>

      {open?.what === 'plan' ? (
        <PlanForm
          hall={hall}
          month={month}
          colleagues={colleagues}
          touchpointKeys={touchpointKeys}
          point={open.point}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined);
            void live.refresh();
          }}
        />
      ) : null}
      {open && open.what !== 'plan' ? (
        <StepDialog point={open.point} step={open.what} onClose={() => setOpen(undefined)} onSaved={moved} />
      ) : null}
    </ManageFrame>
  );
}
