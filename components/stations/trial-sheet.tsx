'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Sheet } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast-store';
import type { StationView } from '@/lib/stations/schema';

const INTEREST = [1, 2, 3, 4, 5] as const;

/** A trial in three taps: this sheet, how much he liked it, noted. Wishes and an order where there are any. */
export function TrialSheet({
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
  const [interest, setInterest] = useState<number | null>(null);
  const [ordered, setOrdered] = useState(false);
  const [wishes, setWishes] = useState('');
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const noSuchNumber = problem?.errors?.some(({ path }) => path === 'ticketNumber');

  const save = async () => {
    if (interest === null) {
      setMissing(true);
      return;
    }
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/stations/${station.id}/trials`, {
      interest,
      ordered,
      ...(wishes.trim() ? { wishes: wishes.trim() } : {}),
      ...(number.trim() ? { ticketNumber: number.trim() } : {}),
    });
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t('trialNoted', { name }), durationMs: 4_000 });
    onClose(true);
  };

  return (
    <Sheet
      open
      onOpenChange={() => onClose(false)}
      title={t('trialOf', { name })}
      closeLabel={common('close')}
      footer={
        <Button block size="xl" pending={pending} onClick={save}>
          {t('noteTrial')}
        </Button>
      }
    >
      <div className="space-y-5">
        <fieldset>
          <legend className="mb-2 font-medium">{t('interest')}</legend>
          <div className="grid grid-cols-5 gap-2">
            {INTEREST.map((value) => (
              <button
                key={value}
                type="button"
                aria-pressed={interest === value}
                aria-label={t(`interestOf.${value}`)}
                onClick={() => {
                  setInterest(value);
                  setMissing(false);
                }}
                className={cn(
                  'grid min-h-16 place-items-center rounded-xl border-2 font-bold text-2xl tabular-nums',
                  interest === value
                    ? 'border-primary bg-primary text-primary-foreground'
                    : 'border-border-strong bg-surface hover:bg-surface-sunken',
                )}
              >
                {value}
              </button>
            ))}
          </div>
          <p className="mt-1 flex justify-between gap-4 text-muted-foreground text-sm">
            <span>{t('interestOf.1')}</span>
            <span className="text-end">{t('interestOf.5')}</span>
          </p>
          {missing ? (
            <Banner tone="danger" assertive className="mt-2">
              {t('interestMissing')}
            </Banner>
          ) : null}
        </fieldset>
        <Switch label={t('ordered')} checked={ordered} onChange={(event) => setOrdered(event.target.checked)} />
        <Field id="trial-wishes" label={t('wishes')} optionalLabel={common('optional')}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={500}
              value={wishes}
              onChange={(e) => setWishes(e.target.value)}
            />
          )}
        </Field>
        <Field
          id="trial-number"
          label={t('ticketNumber')}
          hint={t('ticketNumberHint')}
          optionalLabel={common('optional')}
          error={noSuchNumber ? problemText({ code: 'not-found' }) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={6}
              className="max-w-40 text-xl uppercase tabular-nums"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        {problem && !noSuchNumber ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
      </div>
    </Sheet>
  );
}
