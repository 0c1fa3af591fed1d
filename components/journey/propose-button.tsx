'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast-store';
import type { Scorecard } from '@/lib/journey/schema';

/** Puts the weakest touchpoints on the month's board of weak points. */
export function ProposeButton({ card }: { card: Pick<Scorecard, 'hall' | 'to' | 'weakest' | 'touchpoints'> }) {
  const t = useTranslations('journey.weakest');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);

  const propose = async () => {
    setPending(true);
    const items = card.weakest.flatMap(({ touchpoint, standard }) => {
      const found = card.touchpoints.find(({ key }) => key === touchpoint)?.standards.find((s) => s.code === standard);
      return found ? [{ touchpoint, standard, unit: found.unit, value: found.value, goal: found.goal }] : [];
    });
    const path = `/halls/${encodeURIComponent(card.hall.slug)}/weak-points/proposals`;
    const answer = await callApi<{ items: unknown[] }>('POST', path, { month: card.to.slice(0, 7), items });
    setPending(false);
    if (!answer.ok) return showToast({ tone: 'danger', message: problemText(answer.problem) });
    showToast({ message: t('proposed', { count: answer.value.items.length }) });
  };
  return (
    <Button variant="primary" pending={pending} onClick={propose} className="print:hidden">
      {t('propose')}
    </Button>
  );
}
