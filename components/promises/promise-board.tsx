'use client';

import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { countOf, MoreButton } from '@/components/live/more-button';
import { useHallPages } from '@/components/live/use-hall-pages';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Tabs } from '@/components/ui/tabs';
import { showToast } from '@/components/ui/toast-store';
import type { FollowUpView } from '@/lib/follow-ups/schema';
import type { UnacceptedView } from '@/lib/unaccepted/schema';
import { KeepDialog } from './keep-dialog';
import { PromiseCard } from './promise-card';
import { PromiseDialog } from './promise-dialog';

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Kept = { kind: 'unaccepted' | 'followUp'; id: string; what: string };

/** What the hall has promised its customers: answers about business that was not accepted, and calls. */
export function PromiseBoard({
  hall,
  mine,
  oversees,
  today,
  unaccepted: firstUnaccepted,
  followUps: firstFollowUps,
  nav,
}: {
  /** Slug. */
  hall: string;
  /** Reference of the person who is signed in. */
  mine: string;
  /** Sees and answers what colleagues have promised. */
  oversees: boolean;
  /** Service day, YYYY-MM-DD. */
  today: string;
  unaccepted: Page<UnacceptedView>;
  followUps: Page<FollowUpView>;
  nav: ReactNode;
}) {
  const t = useTranslations('promise');
  const problemText = useProblemText();
  const path = `/halls/${encodeURIComponent(hall)}`;
  const unaccepted = useHallPages<Page<UnacceptedView>>({
    hall,
    path: `${path}/unaccepted`,
    touchpoints: ['result'],
    initial: firstUnaccepted,
  });
  const followUps = useHallPages<Page<FollowUpView>>({
    hall,
    path: `${path}/follow-ups`,
    touchpoints: ['leave'],
    initial: firstFollowUps,
  });
  const [making, setMaking] = useState<'unaccepted' | 'followUp'>();
  const [keeping, setKeeping] = useState<Kept>();
  const refresh = () => Promise.all([unaccepted.refresh(), followUps.refresh()]);
  const takeOver = async (kind: Kept['kind'], id: string) => {
    const answer = await callApi('POST', `/${kind === 'unaccepted' ? 'unaccepted' : 'follow-ups'}/${id}/take-over`);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await refresh();
  };
  const panel = (
    kind: Kept['kind'],
    entries: readonly (UnacceptedView | FollowUpView)[],
    list: ComponentProps<typeof MoreButton>['of'],
  ) => (
    <div className="space-y-3">
      <Button size="lg" onClick={() => setMaking(kind)}>
        {t(`${kind}.title`)}
      </Button>
      {entries.length === 0 ? (
        <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={t(`${kind}.none`)} />
      ) : (
        <ul className="grid items-start gap-3 lg:grid-cols-2">
          {entries.map((entry) => (
            <li key={entry.id}>
              <PromiseCard
                entry={entry}
                today={today}
                mine={mine}
                oversees={oversees}
                onKeep={() => setKeeping({ kind, id: entry.id, what: entry.what })}
                onTakeOver={() => takeOver(kind, entry.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <MoreButton of={list} />
    </div>
  );
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col gap-3 p-4">
      {nav}
      <header>
        <h1 className="font-bold text-2xl leading-tight">{t('board')}</h1>
        <p className="text-muted-foreground">{oversees ? t('introAll') : t('introMine')}</p>
      </header>
      <ConnectionBanner connection={unaccepted.connection} ageSeconds={unaccepted.ageSeconds} />
      <Tabs
        label={t('board')}
        tabs={[
          {
            id: 'unaccepted',
            label: `${t('unaccepted.tab')} ${countOf(unaccepted.data)}`,
            content: panel('unaccepted', unaccepted.data.items, unaccepted),
          },
          {
            id: 'followUp',
            label: `${t('followUp.tab')} ${countOf(followUps.data)}`,
            content: panel('followUp', followUps.data.items, followUps),
          },
        ]}
      />
      {making ? (
        <PromiseDialog
          kind={making}
          hall={hall}
          ticket={null}
          today={today}
          onClose={() => {
            setMaking(undefined);
            void refresh();
          }}
        />
      ) : null}
      {keeping ? (
        <KeepDialog
          {...keeping}
          onClose={() => {
            setKeeping(undefined);
            void refresh();
          }}
        />
      ) : null}
    </main>
  );
}
