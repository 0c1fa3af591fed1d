'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { type GivenRating, RATING_REASONS, type RatingReason } from '@/lib/ratings/rating';
import { DeedForm } from './deed-form';

const scores = [1, 2, 3, 4, 5] as const;
type Score = (typeof scores)[number];

const CHOSEN =
  'has-checked:border-primary has-checked:bg-primary-soft has-checked:text-primary-soft-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring';

/**
 * Five faces, then why and a few words for those who like to say more; to be changed for an hour. The form keeps what is
 * chosen, and the style sheet shows what comes next: so it is the same where no script runs, or has not come yet.
 */
export function RatingForm({
  token,
  initial,
  again,
  deed,
}: {
  token: string;
  initial: GivenRating | null;
  /** To be changed. */
  again: boolean;
  deed: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('myTicket.rating');
  const problemText = useProblemText();
  const id = useId();
  const [given, setGiven] = useState(initial);
  const [editing, setEditing] = useState(initial === null || again);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function send(form: FormData) {
    const score = Number(form.get('score'));
    const reasons = form.getAll('reasons') as RatingReason[];
    const comment = String(form.get('comment')).trim();
    setPending(true);
    const answer = await callApi('POST', `/tickets/${token}/rating`, {
      score,
      reasons,
      ...(comment ? { comment } : {}),
    });
    setPending(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setGiven({ score, reasons, comment, changeable: true });
    setEditing(false);
  }

  if (given && !editing)
    return (
      <Card title={t('thanks')}>
        <div role="status" className="flex items-center gap-3">
          <Face score={given.score as Score} className="size-12 text-primary" />
          <p className="font-semibold text-lg">{t('given', { score: t(`face${given.score as Score}`) })}</p>
        </div>
        {given.changeable ? (
          <form
            action={`/t/${token}`}
            onSubmit={(event) => {
              event.preventDefault();
              setEditing(true);
            }}
            className="mt-2 flex flex-wrap items-center justify-between gap-2"
          >
            <p className="text-muted-foreground text-sm">{t('changeable')}</p>
            <input type="hidden" name="rate" value="again" />
            <Button type="submit" variant="secondary">
              {t('change')}
            </Button>
          </form>
        ) : null}
      </Card>
    );

  return (
    <Card>
      <DeedForm token={token} name="rate" deed={deed} onDeed={send} className="group">
        <fieldset>
          <legend className="font-semibold text-xl">{t('title')}</legend>
          <div className="mt-3 grid grid-cols-5 gap-1">
            {scores.map((value) => (
              <label
                key={value}
                className={cn(
                  'flex min-h-20 cursor-pointer flex-col items-center gap-1 rounded-lg border-2 border-transparent p-1 text-center text-xs leading-tight has-checked:font-semibold',
                  CHOSEN,
                )}
              >
                <input
                  type="radio"
                  name="score"
                  required
                  value={value}
                  defaultChecked={given?.score === value}
                  className="sr-only"
                />
                <Face score={value} className="size-11" />
                {t(`face${value}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-4 hidden space-y-4 group-has-checked:block noscript:block">
          <fieldset>
            <legend className="mb-2 font-medium">{t('why')}</legend>
            <div className="flex flex-wrap gap-2">
              {RATING_REASONS.map((reason) => (
                <label
                  key={reason}
                  className={cn(
                    'inline-flex min-h-touch cursor-pointer select-none items-center gap-2 rounded-full border-2 border-border-strong bg-surface px-4 font-medium leading-tight',
                    CHOSEN,
                  )}
                >
                  <input
                    type="checkbox"
                    name="reasons"
                    value={reason}
                    defaultChecked={given?.reasons.includes(reason)}
                    className="peer sr-only"
                  />
                  <span aria-hidden="true" className="-ms-1 w-4 font-bold opacity-0 peer-checked:opacity-100">
                    ✓
                  </span>
                  {t(`reason.${reason}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <Field id={`${id}-words`} label={t('words')} error={problem ? problemText(problem) : undefined}>
            {(control) => (
              <Textarea {...control} name="comment" rows={3} maxLength={1000} defaultValue={given?.comment ?? ''} />
            )}
          </Field>
          <Button type="submit" size="lg" block pending={pending}>
            {t('send')}
          </Button>
        </div>
      </DeedForm>
    </Card>
  );
}

/** A face from sad to glad: the mouth bends with the score. */
function Face({ score, className }: { score: Score; className?: string }) {
  const bend = (score - 3) * 2.2;
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M8.5 9v1M15.5 9v1" strokeLinecap="round" strokeWidth="2.2" />
      <path d={`M7.5 ${15.5 - bend / 2}Q12 ${15.5 + bend} 16.5 ${15.5 - bend / 2}`} strokeLinecap="round" />
    </svg>
  );
}
