'use client';

import { CircleAlert, HeartHandshake } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { RegisterAbout } from '@/components/desk/register-menu';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_PROMISES,
  type ComplaintCategory,
  type ComplaintPromise,
} from '@/lib/complaints/complaint';
import type { ComplaintForm, RegisteredComplaint } from '@/lib/complaints/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { CategoryChoice } from './category-choice';
import { RegisteredNote } from './registered-note';
import { type Remedies, RemedyChoice, remediesOf } from './remedy-choice';
import { type Solved, SolvedChoice } from './solved-choice';
import { VisitChoice } from './visit-choice';

/** Times that are promised by name; `usual` is what the category asks for. */
const BY = ['usual', 'today', 'tomorrow', 'threeDays'] as const;
type By = (typeof BY)[number];
const BY_TEXT = { usual: 'byUsual', today: 'byToday', tomorrow: 'byTomorrow', threeDays: 'byThreeDays' } as const;

/** Takes a complaint down while the customer stands there: category, words, promise, and it is done. */
export function RegisterDialog({
  hall,
  about,
  onClose,
}: {
  /** Slug. */
  hall: string;
  about?: RegisterAbout;
  onClose: () => void;
}) {
  const t = useTranslations('register');
  const code = useTranslations('complaintCode');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const id = useId();
  const [form, setForm] = useState<ComplaintForm>();
  const [visit, setVisit] = useState<RegisterAbout | null>(about ?? null);
  const [category, setCategory] = useState<ComplaintCategory>();
  const [words, setWords] = useState('');
  const [promise, setPromise] = useState<ComplaintPromise>();
  const [by, setBy] = useState<By>('usual');
  const [remedies, setRemedies] = useState<Remedies>({});
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [solved, setSolved] = useState<Solved | null>(null);
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<RegisteredComplaint>();
  const wordsField = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    callApi<ComplaintForm>('GET', `/halls/${hall}/complaint-form`).then((answer) => {
      if (answer.ok) setForm(answer.value);
      else setProblem(answer.problem);
    });
  }, [hall]);

  const usual = form?.categories.find((entry) => entry.code === category);
  const promisedAt = by === 'usual' ? usual?.promisedAt : (form?.closings[by] ?? undefined);
  const shownBy = promisedAt
    ? formatHallChange(promisedAt, new Date(), locale, form?.hall.timeZone ?? 'UTC')
    : undefined;
  const complete = category !== undefined && words.trim() !== '' && solved?.cause !== '';

  const choose = (next: ComplaintCategory) => {
    setCategory(next);
    // The words come next: they are typed while the customer speaks.
    requestAnimationFrame(() => wordsField.current?.focus());
  };

  const submit = async () => {
    if (!complete) {
      setMissing(true);
      return;
    }
    setPending(true);
    setProblem(null);
    const answer = await callApi<RegisteredComplaint>('POST', `/halls/${hall}/complaints`, {
      category,
      words: words.trim(),
      ...(visit ? { ticketId: visit.ticketId } : {}),
      ...(name.trim() || phone.trim()
        ? {
            customer: {
              ...(name.trim() ? { name: name.trim() } : {}),
              ...(phone.trim() ? { phone: phone.trim() } : {}),
            },
          }
        : {}),
      ...(promise ? { promise } : {}),
      ...(by !== 'usual' && promisedAt ? { promisedAt } : {}),
      remedies: remediesOf(remedies),
      ...(solved?.cause ? { solved: { cause: solved.cause, prevention: solved.prevention.trim() || undefined } } : {}),
    });
    setPending(false);
    if (answer.ok) setDone(answer.value);
    else setProblem(answer.problem);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
      return;
    }
    const typing = (event.target as HTMLElement).closest('input, textarea, select');
    const digit = /^[0-9]$/.test(event.key) ? (Number(event.key) + 9) % 10 : -1;
    const chosen = COMPLAINT_CATEGORIES[digit];
    if (typing || !chosen || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(chosen);
  };

  if (done)
    return <RegisteredNote hall={hall} complaint={done} timeZone={form?.hall.timeZone ?? 'UTC'} onClose={onClose} />;

  return (
    <Dialog
      open
      size="lg"
      keepOnOutsideTap
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      closeLabel={common('close')}
      title={t('title')}
      description={
        <span className="flex items-start gap-2">
          <HeartHandshake aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-primary" />
          {t('prompt')}
        </span>
      }
      footer={
        <>
          {shownBy && !solved ? (
            <p aria-live="polite" className="me-auto self-center font-medium">
              {t('answerBy', { time: shownBy })}
            </p>
          ) : null}
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button size="lg" shortcut="Control+Enter" pending={pending} onClick={submit}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem ? (
          <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />}>
            {problemText(problem)}
          </Banner>
        ) : null}

        <CategoryChoice category={category} missing={missing} onChoose={choose} />

        <Field
          id={`${id}-words`}
          label={t('words')}
          required
          error={missing && !words.trim() ? t('needWords') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              ref={wordsField}
              rows={2}
              maxLength={2000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>

        <VisitChoice hall={hall} visit={visit} onChange={setVisit} />

        <div className="grid gap-4 sm:grid-cols-2">
          <Field id={`${id}-promise`} label={t('promise')}>
            {(control) => (
              <Select
                {...control}
                value={promise ?? usual?.promise ?? 'answer'}
                onChange={(event) => setPromise(event.target.value as ComplaintPromise)}
              >
                {COMPLAINT_PROMISES.map((key) => (
                  <option key={key} value={key}>
                    {code(`promise.${key}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <fieldset className="space-y-1">
            <legend className="font-medium">{t('by')}</legend>
            <div className="flex flex-wrap gap-1.5">
              {BY.filter((key) => key === 'usual' || form?.closings[key]).map((key) => (
                <Chip key={key} pressed={by === key} onPressedChange={() => setBy(key)}>
                  {t(BY_TEXT[key])}
                </Chip>
              ))}
            </div>
          </fieldset>
        </div>

        <RemedyChoice form={form} remedies={remedies} onChange={setRemedies} />

        <div className="grid gap-4 sm:grid-cols-2">
          <Field id={`${id}-name`} label={t('name')} optionalLabel={common('optional')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                autoComplete="off"
                value={name}
                onChange={(e) => setName(e.target.value)}
              />
            )}
          </Field>
          <Field id={`${id}-phone`} label={t('phone')} optionalLabel={common('optional')}>
            {(control) => (
              <Input
                {...control}
                type="tel"
                inputMode="tel"
                maxLength={25}
                autoComplete="off"
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Field>
        </div>

        <SolvedChoice solved={solved} missing={missing} onChange={setSolved} />
      </form>
    </Dialog>
  );
}
