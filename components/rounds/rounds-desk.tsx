'use client';

import { CheckCheck, ClipboardCheck, Wrench } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useHallData } from '@/components/live/use-hall-data';
import { EmptyState } from '@/components/ui/empty-state';
import { PartButton } from '@/components/ui/part-button';
import { showToast } from '@/components/ui/toast-store';
import { localName } from '@/lib/i18n/local-name';
import type { RoundsView } from '@/lib/rounds/schema';
import { OpeningPanel } from './opening-panel';
import { RoundCard } from './round-card';
import { RoundWalk } from './round-walk';
import { TaskCard } from './task-card';

type Part = 'rounds' | 'tasks';

/** Rounds on a phone: is the hall open, what is to be walked, what is to be put right. */
export function RoundsDesk({
  hall,
  initial,
  me,
  lead,
}: {
  /** Slug. */
  hall: string;
  initial: RoundsView;
  me: { ref: string; name: string };
  /** Signs the check before opening, opens and closes the hall, looks at what was put right. */
  lead: boolean;
}) {
  const t = useTranslations('rounds');
  const locale = useLocale();
  const { data, refresh, connection, ageSeconds, serverOffsetMs } = useHallData<RoundsView>({
    hall,
    path: `/halls/${hall}/rounds`,
    touchpoints: ['environment', 'front'],
    initial,
  });
  const [part, setPart] = useState<Part>('rounds');
  const [walking, setWalking] = useState<string>();
  const walked = data.rounds.find(({ template }) => template.id === walking)?.template;
  const { at, timeZone } = data;
  const inOrder = [...data.rounds].sort((a, b) => Number(b.wanted !== null) - Number(a.wanted !== null));
  const mine = (ref: string) => Number(ref === me.ref);
  const tasks = [...data.tasks].sort(
    (a, b) => Number(b.overdue) - Number(a.overdue) || mine(b.owner.ref) - mine(a.owner.ref),
  );
  const leave = () => {
    setWalking(undefined);
    window.scrollTo({ top: 0 });
  };

  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col" data-toasts="above-bar">
      <div className="sticky top-0 z-20 space-y-1 bg-background px-2 pt-1 pb-1">
        <DeskHeader title={t('title')} hallName={localName(data.hallNames, locale)} person={me.name} />
        <ConnectionBanner connection={connection} ageSeconds={ageSeconds} />
      </div>
      {walked ? (
        <RoundWalk
          key={walked.id}
          hall={hall}
          template={walked}
          colleagues={data.colleagues}
          me={me}
          serverOffsetMs={serverOffsetMs}
          onBack={leave}
          onSigned={(round) => {
            leave();
            showToast({
              message: t('signedToast', { name: localName(round.names, locale), failed: round.failedCount }),
            });
            if (round.failedCount > 0) setPart('tasks');
            refresh();
          }}
        />
      ) : (
        <>
          <main className="flex-1 space-y-3 px-3 pt-1 pb-4">
            <h1 className="sr-only">{t('title')}</h1>
            <OpeningPanel
              hall={hall}
              opening={data.opening}
              at={at}
              timeZone={timeZone}
              lead={lead}
              onChanged={refresh}
            />
            {part === 'rounds' ? (
              <section aria-labelledby="rounds" className="space-y-3">
                <h2 id="rounds" className="font-semibold text-lg">
                  {t('rounds')}
                </h2>
                {inOrder.length === 0 ? (
                  <EmptyState title={t('noRounds')}>{t('noRoundsHint')}</EmptyState>
                ) : (
                  <ul className="space-y-3">
                    {inOrder.map((round) => (
                      <li key={round.template.id}>
                        <RoundCard
                          round={round}
                          at={at}
                          timeZone={timeZone}
                          maySign={lead || round.template.kind !== 'preOpening'}
                          onStart={() => {
                            setWalking(round.template.id);
                            window.scrollTo({ top: 0 });
                          }}
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            ) : (
              <section aria-labelledby="tasks" className="space-y-3">
                <h2 id="tasks" className="font-semibold text-lg">
                  {t('tasks')}
                </h2>
                {tasks.length === 0 ? (
                  <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={t('noTasks')}>
                    {t('noTasksHint')}
                  </EmptyState>
                ) : (
                  <ul className="space-y-3">
                    {tasks.map((task) => (
                      <li key={task.id}>
                        <TaskCard hall={hall} task={task} at={at} timeZone={timeZone} lead={lead} onChanged={refresh} />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            )}
          </main>
          <nav
            aria-label={t('views')}
            className="sticky bottom-0 z-20 flex border-border border-t bg-surface pb-[env(safe-area-inset-bottom)]"
          >
            <PartButton
              icon={ClipboardCheck}
              label={t('rounds')}
              count={data.rounds.filter(({ wanted }) => wanted !== null).length}
              chosen={part === 'rounds'}
              onClick={() => setPart('rounds')}
            />
            <PartButton
              icon={Wrench}
              label={t('tasks')}
              count={tasks.length}
              urgent={tasks.some(({ overdue }) => overdue)}
              chosen={part === 'tasks'}
              onClick={() => setPart('tasks')}
            />
          </nav>
        </>
      )}
    </div>
  );
}
