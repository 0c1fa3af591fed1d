'use client';

import { CircleAlert, CircleCheck, HeartHandshake, Search, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { RegisterAbout } from '@/components/desk/register-menu';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chip } from '@/components/ui/chip';
import { cn } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_CAUSES,
  COMPLAINT_PROMISES,
  type ComplaintCategory,
  type ComplaintCause,
  type ComplaintPromise,
  REMEDY_KINDS,
  type RemedyKind,
} from '@/lib/complaints/complaint';
import { isFree } from '@/lib/complaints/remedy';
import type { ComplaintForm, ComplaintVisit, RegisteredComplaint } from '@/lib/complaints/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { RegisteredNote } from './registered-note';

/** Times that are promised by name; `usual` is what the category asks for. */
const BY = ['usual', 'today', 'tomorrow', 'threeDays'] as const;
type By = (typeof BY)[number];
const BY_TEXT = { usual: 'byUsual', today: 'byToday', tomorrow: 'byTomorrow', threeDays: 'byThreeDays' } as const;

const searchAfterMs = 250;

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
  const [remedies, setRemedies] = useState<Partial<Record<RemedyKind, string>>>({});
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [solved, setSolved] = useState(false);
  const [cause, setCause] = useState<ComplaintCause | ''>('');
  const [prevention, setPrevention] = useState('');
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
  const cost = REMEDY_KINDS.reduce((sum, kind) => sum + (isFree(kind) ? 0 : amountOf(remedies[kind])), 0);
  const overLimit = form?.limit !== null && form !== undefined && cost > (form.limit ?? 0);
  const complete = category !== undefined && words.trim() !== '' && (!solved || cause !== '');

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
      remedies: REMEDY_KINDS.filter((kind) => remedies[kind] !== undefined).map((kind) => ({
        kind,
        amount: isFree(kind) ? 0 : amountOf(remedies[kind]),
      })),
      ...(solved && cause ? { solved: { cause, prevention: prevention.trim() || undefined } } : {}),
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

        <fieldset className="space-y-1.5">
          <legend className="flex flex-wrap items-baseline gap-x-2 font-medium">
            {t('category')}
            <span className="hidden font-normal text-muted-foreground text-sm sm:inline">{t('categoryKeys')}</span>
          </legend>
          <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-5">
            {COMPLAINT_CATEGORIES.map((key, i) => (
              <button
                key={key}
                type="button"
                data-autofocus={i === 0 ? '' : undefined}
                aria-pressed={category === key}
                aria-keyshortcuts={String((i + 1) % 10)}
                onClick={() => choose(key)}
                className={cn(
                  'flex min-h-12 items-center gap-2 rounded-lg border-2 px-2 text-start font-medium leading-tight',
                  category === key
                    ? 'border-primary bg-primary-soft text-primary-soft-foreground'
                    : 'border-border-strong bg-surface hover:bg-surface-sunken',
                )}
              >
                <span
                  aria-hidden="true"
                  className="hidden w-4 shrink-0 text-center text-muted-foreground text-sm sm:inline"
                >
                  {category === key ? '✓' : (i + 1) % 10}
                </span>
                {code(`category.${key}`)}
              </button>
            ))}
          </div>
          {missing && !category ? <Missing text={t('needCategory')} /> : null}
        </fieldset>

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

        <fieldset className="space-y-1.5">
          <legend className="font-medium">{t('remedy')}</legend>
          <div className="flex flex-wrap gap-1.5">
            {REMEDY_KINDS.map((kind) => (
              <Chip
                key={kind}
                pressed={remedies[kind] !== undefined}
                onPressedChange={(on) => setRemedies(({ [kind]: _, ...rest }) => (on ? { ...rest, [kind]: '' } : rest))}
              >
                {code(`remedy.${kind}`)}
              </Chip>
            ))}
          </div>
          {REMEDY_KINDS.some((kind) => !isFree(kind) && remedies[kind] !== undefined) ? (
            <div className="flex flex-wrap items-end gap-3">
              {REMEDY_KINDS.filter((kind) => !isFree(kind) && remedies[kind] !== undefined).map((kind) => (
                <Field
                  key={kind}
                  id={`${id}-${kind}`}
                  label={t('amountOf', { kind: code(`remedy.${kind}`) })}
                  className="w-48"
                >
                  {(control) => (
                    <Input
                      {...control}
                      inputMode="numeric"
                      maxLength={7}
                      value={remedies[kind] ?? ''}
                      onChange={(event) => setRemedies({ ...remedies, [kind]: event.target.value.replace(/\D/g, '') })}
                    />
                  )}
                </Field>
              ))}
              <p
                aria-live="polite"
                className={cn('min-h-touch content-center text-sm', !overLimit && 'text-muted-foreground')}
              >
                {overLimit ? <strong>{t('needsApproval')} · </strong> : null}
                {form?.limit ? t('remedyLimit', { limit: form.limit }) : null}
              </p>
            </div>
          ) : null}
        </fieldset>

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

        <div className="space-y-3 rounded-lg bg-surface-sunken p-3">
          <Checkbox
            label={t('solved')}
            hint={t('solvedHint')}
            checked={solved}
            onChange={(event) => setSolved(event.target.checked)}
          />
          {solved ? (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field
                id={`${id}-cause`}
                label={t('cause')}
                required
                error={missing && !cause ? t('needCause') : undefined}
              >
                {(control) => (
                  <Select
                    {...control}
                    value={cause}
                    onChange={(event) => setCause(event.target.value as ComplaintCause)}
                  >
                    <option value="">–</option>
                    {COMPLAINT_CAUSES.map((key) => (
                      <option key={key} value={key}>
                        {code(`cause.${key}`)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field id={`${id}-prevention`} label={t('prevention')} optionalLabel={common('optional')}>
                {(control) => (
                  <Input
                    {...control}
                    maxLength={2000}
                    value={prevention}
                    onChange={(event) => setPrevention(event.target.value)}
                  />
                )}
              </Field>
            </div>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}

function amountOf(text: string | undefined): number {
  return Number.parseInt(text || '0', 10) || 0;
}

function Missing({ text }: { text: string }) {
  return (
    <p role="alert" className="font-medium text-danger text-sm">
      <span aria-hidden="true">⚠ </span>
      {text}
    </p>
  );
}

/** The visit it is about: the one in front of me, one that was at a counter just now, one found by its number, or none. */
function VisitChoice({
  hall,
  visit,
  onChange,
}: {
  hall: string;
  visit: RegisterAbout | null;
  onChange: (visit: RegisterAbout | null) => void;
}) {
  const t = useTranslations('register');
  const locale = useLocale();
  const id = useId();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<{ number: string; items: ComplaintVisit[] }>({ number: '', items: [] });
  const chosen = visit !== null;

  useEffect(() => {
    if (chosen) return;
    let gone = false;
    const wanted = number.trim();
    const timer = setTimeout(
      async () => {
        const query = wanted ? `?number=${encodeURIComponent(wanted)}` : '';
        const answer = await callApi<{ items: ComplaintVisit[] }>('GET', `/halls/${hall}/complaint-visits${query}`);
        if (!gone) setFound({ number: wanted, items: answer.ok ? answer.value.items : [] });
      },
      wanted ? searchAfterMs : 0,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [hall, number, chosen]);

  if (visit)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('visit')}</span>
        <span className="inline-flex min-h-touch items-center gap-2 rounded-full bg-primary-soft ps-4 font-semibold text-primary-soft-foreground tabular-nums">
          <CircleCheck aria-hidden="true" className="size-5" />
          {visit.number}
          <button
            type="button"
            aria-label={t('visitRemove', { number: visit.number })}
            onClick={() => onChange(null)}
            className="grid size-touch place-items-center rounded-full hover:bg-surface"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </span>
      </p>
    );
  const none = number.trim() !== '' && found.number === number.trim() && found.items.length === 0;
  return (
    <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Field id={`${id}-visit`} label={t('visit')} hint={t('visitHint')}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              maxLength={12}
              autoComplete="off"
              className="ps-10 uppercase"
              value={number}
              onChange={(event) => setNumber(event.target.value.replace(/[^A-Za-z0-9-]/g, ''))}
            />
            <Search
              aria-hidden="true"
              className="-translate-y-1/2 absolute start-3 top-1/2 size-5 text-muted-foreground"
            />
          </span>
        )}
      </Field>
      <div aria-live="polite" className="flex flex-wrap content-start items-start gap-1.5 sm:pt-7">
        {none ? <p className="min-h-touch content-center text-muted-foreground">{t('visitNone')}</p> : null}
        {found.items.slice(0, 4).map((item) => (
          <Button
            key={item.ticketId}
            variant="secondary"
            onClick={() => onChange({ ticketId: item.ticketId, number: item.number })}
          >
            <span className="font-semibold tabular-nums">{item.number}</span>
            <span className="font-normal">
              {localName(item.serviceNames, locale)}
              {number.trim() ? ` · ${item.serviceDay.slice(5)}` : ''}
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}
