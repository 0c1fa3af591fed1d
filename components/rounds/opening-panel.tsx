'use client';

import { DoorClosed, DoorOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { DECISION_REASONS, type DecisionReason } from '@/lib/halls/hall-opening';
import type { OpeningView } from '@/lib/halls/schema';
import { useOpeningLines } from './opening-text';

/** Whether the hall is open and why; the shift lead opens or closes it in two taps. */
export function OpeningPanel({
  hall,
  opening,
  at,
  timeZone,
  lead,
  onChanged,
}: {
  hall: string;
  opening: OpeningView;
  at: string;
  timeZone: string;
  lead: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('opening');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const lines = useOpeningLines()(opening, at, timeZone);
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState<DecisionReason>();
  const [problem, setProblem] = useState<ApiProblem>();
  const turn = opening.open ? 'close' : 'open';

  const decide = async (reason: DecisionReason) => {
    setPending(reason);
    setProblem(undefined);
    const answer = await callApi<OpeningView>('POST', `/halls/${hall}/opening`, { open: !opening.open, reason });
    setPending(undefined);
    if (!answer.ok) return setProblem(answer.problem);
    setAsking(false);
    showToast({ message: t(answer.value.open ? 'nowOpen' : 'nowClosed') });
    onChanged();
  };

  return (
    <Card aria-label={t('title')}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 space-y-1">
          <StateChip
            size="md"
            solid
            tone={opening.open ? 'success' : opening.why === 'awaitingCheck' ? 'danger' : 'neutral'}
            icon={opening.open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
          >
            {t(opening.open ? 'open' : 'closed')}
          </StateChip>
          {lines.map((line, i) => (
            <p key={line} className={i === 0 ? 'font-medium' : 'text-muted-foreground text-sm'}>
              {line}
            </p>
          ))}
        </div>
        {lead ? (
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {t(`act.${turn}`)}
          </Button>
        ) : null}
      </div>
      <Dialog
        open={asking}
        onOpenChange={(open) => {
          setAsking(open);
          setProblem(undefined);
        }}
        title={t(`ask.${turn}`)}
        description={t(`hint.${turn}`)}
        closeLabel={common('close')}
      >
        <div className="grid gap-2">
          {DECISION_REASONS[turn].map((reason) => (
            <Button
              key={reason}
              block
              size="lg"
              variant="secondary"
              pending={pending === reason}
              onClick={() => decide(reason)}
            >
              {t(`reason.${reason}`)}
            </Button>
          ))}
        </div>
        {problem ? (
          <p role="alert" className="mt-3 font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {problemText(problem)}
          </p>
        ) : null}
      </Dialog>
    </Card>
  );
}
