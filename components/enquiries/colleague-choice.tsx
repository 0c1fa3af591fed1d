'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingState } from '@/components/ui/loading-state';
import type { ColleagueView } from '@/lib/staff/schema';

/** Who works in the hall, by name and role: one tap names somebody. */
export function ColleagueChoice({
  hall,
  me,
  pending,
  onChoose,
}: {
  hall: string;
  /** Reference of the person who asks: "staff:<id>". */
  me: string;
  pending: boolean;
  onChoose: (colleague: ColleagueView) => void;
}) {
  const t = useTranslations('enquiries');
  const role = useTranslations('role');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [people, setPeople] = useState<ColleagueView[]>();
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    let current = true;
    callApi<{ items: ColleagueView[] }>('GET', `/halls/${hall}/colleagues?limit=200`).then((answer) => {
      if (!current) return;
      if (answer.ok) setPeople(answer.value.items);
      else setProblem(answer.problem);
    });
    return () => {
      current = false;
    };
  }, [hall]);
  if (problem) return <Banner tone="danger">{problemText(problem)}</Banner>;
  if (!people) return <LoadingState label={common('loading')} />;
  const others = people.filter(({ id }) => `staff:${id}` !== me);
  if (others.length === 0) return <EmptyState title={t('noColleagues')} />;
  return (
    <ul aria-label={t('colleagues')} className="grid gap-2 sm:grid-cols-2">
      {others.map((person) => (
        <li key={person.id}>
          <Button
            variant="secondary"
            block
            pending={pending}
            className="min-h-14 justify-between"
            onClick={() => onChoose(person)}
          >
            <span className="truncate font-semibold">{person.name}</span>
            <span className="truncate font-normal text-muted-foreground text-sm">
              {person.roles.map((key) => role(key)).join(' · ')}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
