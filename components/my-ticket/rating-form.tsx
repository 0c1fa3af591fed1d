'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { type GivenRating, RATING_REASONS, type RatingReason } from '@/lib/ratings/rating';

const scores = [1, 2, 3, 4, 5] as const;
type Score = (typeof scores)[number];

/** Five faces, then why and a few words for those who like to say more; to be changed for an hour. */
export function RatingForm({
  token,
  initial,
  deed,
}: {
  token: string;
  initial: GivenRating | null;
  /** Takes the face alone where there is no script to ask for more. */
  deed: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('myTicket.rating');
  const problemText = useProblemText();
  const name = useId();
  const [given, setGiven] = useState(initial);
  const [editing, setEditing] = useState(initial === null);
  const [score, setScore] = useState(initial?.score as Score | undefined);
  const [reasons, setReasons] = useState((initial?.reasons ?? []) as RatingReason[]);
  const [comment, setComment] = useState(initial?.comment ?? '');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function send() {
    if (score === undefined) return;
    setPending(true);
    const answer = await callApi('POST', `/tickets/${token}/rating`, {
      score,
      reasons,
      ...(comment.trim() ? { comment: comment.trim() } : {}),
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
          <div className="mt-2 flex flex-wrap items-center justify-between gap-2 noscript:hidden">
            <p className="text-muted-foreground text-sm">{t('changeable')}</p>
            <Button variant="secondary" onClick={() => setEditing(true)}>
              {t('change')}
            </Button>
          </div>
        ) : null}
      </Card>
    );

  return (
    <Card>
      <form
        action={deed}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="deed" value="rate" />
        <fieldset>
          <legend className="font-semibold text-xl">{t('title')}</legend>
          <div className="mt-3 grid grid-cols-5 gap-1">
            {scores.map((value) => (
              <label
                key={value}
                className={cn(
                  'flex min-h-20 cursor-pointer flex-col items-center gap-1 rounded-lg border-2 p-1 text-center text-xs leading-tight has-focus-visible:outline-3 has-focus-visible:outline-ring has-checked:border-primary',
                  score === value
                    ? 'border-primary bg-primary-soft font-semibold text-primary-soft-foreground'
                    : 'border-transparent',
                )}
              >
                <input
                  type="radio"
                  name="score"
                  required
                  value={value}
                  checked={score === value}
                  onChange={() => setScore(value)}
                  className="sr-only"
                />
                <Face score={value} className="size-11" />
                {t(`face${value}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <noscript>
          <Button type="submit" size="lg" block className="mt-4">
            {t('send')}
          </Button>
        </noscript>
        {score === undefined ? null : (
          <div className="mt-4 space-y-4">
            <fieldset>
              <legend className="mb-2 font-medium">{t('why')}</legend>
              <div className="flex flex-wrap gap-2">
                {RATING_REASONS.map((reason) => (
                  <Chip
                    key={reason}
                    pressed={reasons.includes(reason)}
                    onPressedChange={(on) =>
                      setReasons(on ? [...reasons, reason] : reasons.filter((r) => r !== reason))
                    }
                  >
                    {t(`reason.${reason}`)}
                  </Chip>
                ))}
              </div>
            </fieldset>
            <Field id={`${name}-words`} label={t('words')} error={problem ? problemText(problem) : undefined}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={3}
                  maxLength={1000}
                  value={comment}
                  onChange={(event) => setComment(event.target.value)}
                />
              )}
            </Field>
            <Button type="submit" size="lg" block pending={pending}>
              {t('send')}
            </Button>
          </div>
        )}
      </form>
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
