'use client';

import { PackageCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatHallTime } from '@/lib/i18n/hall-time';
import type { LostFound } from '@/lib/lost-found/schema';
import { ItemDialog, type ItemQuestion } from './item-dialog';

/** What is kept beside what is missed: who sees that they are the same says so, and hands it back. */
export function LostFoundLists({
  hall,
  data,
  timeZone,
  onDone,
}: {
  hall: string;
  data: LostFound;
  timeZone: string;
  onDone: () => Promise<void>;
}) {
  const t = useTranslations('belongings');
  const locale = useLocale();
  const problemText = useProblemText();
  const [question, setQuestion] = useState<ItemQuestion>();
  const [pending, setPending] = useState<string>();
  const close = async (id: string) => {
    setPending(id);
    const answer = await callApi('POST', `/lost-reports/${id}/close`);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await onDone();
    setPending(undefined);
  };
  const time = (at: string) => formatHallTime(at, locale, timeZone);
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card title={t('found')}>
        <div className="space-y-3">
          <Button block size="lg" onClick={() => setQuestion({ kind: 'found' })}>
            {t('registerFound')}
          </Button>
          {data.found.length === 0 ? <EmptyState title={t('noneFound')} /> : null}
          <ul className="space-y-2">
            {data.found.map((item) => (
              <Entry
                key={item.id}
                title={item.description}
                facts={[item.place, t('keptIn', { where: item.keptWhere }), time(item.foundAt)]}
              >
                <Button
                  variant="secondary"
                  aria-label={t('handBackOf', { what: item.description })}
                  onClick={() => setQuestion({ kind: 'handBack', item })}
                >
                  {t('handBack')}
                </Button>
              </Entry>
            ))}
          </ul>
        </div>
      </Card>
      <Card title={t('lost')}>
        <div className="space-y-3">
          <Button block size="lg" variant="secondary" onClick={() => setQuestion({ kind: 'lost' })}>
            {t('reportLost')}
          </Button>
          {data.lost.length === 0 ? <EmptyState title={t('noneLost')} /> : null}
          <ul className="space-y-2">
            {data.lost.map((report) => (
              <Entry
                key={report.id}
                title={report.description}
                facts={[report.place, report.customer?.name, report.customer?.phone, time(report.reportedAt)]}
              >
                {report.state === 'matched' ? (
                  <StateChip tone="success" icon={<PackageCheck aria-hidden="true" />}>
                    {t('matched')}
                  </StateChip>
                ) : (
                  <Button
                    variant="secondary"
                    disabled={data.found.length === 0}
                    onClick={() => setQuestion({ kind: 'match', report })}
                  >
                    {t('match')}
                  </Button>
                )}
                <Button variant="ghost" pending={pending === report.id} onClick={() => close(report.id)}>
                  {t('closeLost')}
                </Button>
              </Entry>
            ))}
          </ul>
        </div>
      </Card>
      {question ? (
        <ItemDialog
          hall={hall}
          question={question}
          found={data.found}
          onDone={onDone}
          onClose={() => setQuestion(undefined)}
        />
      ) : null}
    </div>
  );
}

function Entry({
  title,
  facts,
  children,
}: {
  title: string;
  facts: readonly (string | null | undefined)[];
  children: ReactNode;
}) {
  return (
    <li className="space-y-2 rounded-lg border border-border px-3 py-2">
      <p className="font-semibold">{title}</p>
      <p className="text-muted-foreground text-sm">{facts.filter(Boolean).join(' · ')}</p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </li>
  );
}
