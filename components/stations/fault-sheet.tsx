'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast-store';
import type { StationView } from '@/lib/stations/schema';

/** What is usually broken: one tap instead of typing. */
const USUAL = ['screen', 'network', 'power', 'account', 'damaged'] as const;

/** Something is broken: what, in a tap or in words; from then on every staff screen shows it. */
export function FaultSheet({
  station,
  name,
  onClose,
}: {
  station: StationView;
  name: string;
  onClose: (done: boolean) => void;
}) {
  const t = useTranslations('stations');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const report = async () => {
    if (words.trim() === '') {
      setMissing(true);
      return;
    }
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/stations/${station.id}/fault`, { words: words.trim() });
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t('faultNoted', { name }), durationMs: 4_000 });
    onClose(true);
  };
  return (
    <Sheet
      open
      onOpenChange={() => onClose(false)}
      title={t('faultOf', { name })}
      description={t('faultHint')}
      closeLabel={common('close')}
      footer={
        <Button block size="xl" pending={pending} onClick={report}>
          {t('reportFault')}
        </Button>
      }
    >
      <div className="space-y-4">
        <div className="flex flex-wrap gap-2">
          {USUAL.map((key) => (
            <Chip
              key={key}
              pressed={words === t(`usualFault.${key}`)}
              onPressedChange={() => {
                setWords(t(`usualFault.${key}`));
                setMissing(false);
              }}
            >
              {t(`usualFault.${key}`)}
            </Chip>
          ))}
        </div>
        <Field id="fault-words" label={t('whatIsBroken')} required error={missing ? t('wordsMissing') : undefined}>
          {(control) => (
            <Textarea {...control} rows={3} maxLength={300} value={words} onChange={(e) => setWords(e.target.value)} />
          )}
        </Field>
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
      </div>
    </Sheet>
  );
}
