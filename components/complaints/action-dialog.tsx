'use client';

import { CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { COMPLAINT_CAUSES, COMPLAINT_DEPARTMENTS, REMEDY_KINDS, REPLY_CHANNELS } from '@/lib/complaints/complaint';
import { isFree } from '@/lib/complaints/remedy';
import type { ComplaintForm, ComplaintView } from '@/lib/complaints/schema';
import { currencySymbol, formatMoney } from '@/lib/core/money';
import { formatHallChange } from '@/lib/i18n/hall-time';

/** What needs words or a choice before it is done. */
export type AskedAction = 'dispatch' | 'remedy' | 'note' | 'reply' | 'close' | 'reopen';
export const ASKED_ACTIONS: readonly string[] = ['dispatch', 'remedy', 'note', 'reply', 'close', 'reopen'];

const PATHS: Record<AskedAction, string> = {
  dispatch: 'dispatch',
  remedy: 'remedies',
  note: 'notes',
  reply: 'reply',
  close: 'close',
  reopen: 'reopen',
};

/** Asks what one action on a complaint needs, and does it; what goes wrong is said inside. */
export function ActionDialog({
  hall,
  complaint,
  action,
  onDone,
  onClose,
}: {
  /** Slug. */
  hall: string;
  complaint: ComplaintView;
  action: AskedAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('complaints');
  const code = useTranslations('complaintCode');
  const register = useTranslations('register');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const id = useId();
  const [form, setForm] = useState<ComplaintForm>();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [text, setText] = useState('');
  const [choice, setChoice] = useState('');
  const [amount, setAmount] = useState('');
  const [by, setBy] = useState('');
  const [agreed, setAgreed] = useState(false);

  const needsForm = action === 'dispatch' || action === 'remedy';
  useEffect(() => {
    if (!needsForm) return;
    callApi<ComplaintForm>('GET', `/halls/${hall}/complaint-form`).then((answer) => {
      if (answer.ok) setForm(answer.value);
      else setProblem(answer.problem);
    });
  }, [hall, needsForm]);

  const promisedAt = by || complaint.promisedAt;
  const later = promisedAt > complaint.promisedAt;
  const optional = { note: text.trim() || undefined };
  const body: Record<AskedAction, () => Record<string, unknown> | null> = {
    dispatch: () => {
      const [kind, to] = [choice.slice(0, 1), choice.slice(2)];
      if (!to || (later && !agreed)) return null;
      return {
        ...(kind === 'd' ? { department: to } : { staffId: to }),
        ...(by ? { promisedAt: by, agreed: later ? agreed : undefined } : {}),
        ...optional,
      };
    },
    remedy: () =>
      choice === '' || (!isFree(choice as (typeof REMEDY_KINDS)[number]) && !Number(amount))
        ? null
        : { kind: choice, amount: Number(amount) || 0 },
    note: () => (text.trim() ? { note: text.trim() } : null),
    reply: () => (text.trim() && choice ? { channel: choice, answer: text.trim() } : null),
    close: () => (choice ? { cause: choice, prevention: text.trim() || undefined } : null),
    reopen: () => (text.trim() ? { reason: text.trim() } : null),
  };
  const ready = body[action]();

  const submit = async () => {
    if (!ready) return;
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/complaints/${complaint.id}/${PATHS[action]}`, ready);
    setPending(false);
    if (answer.ok) onDone();
    else setProblem(answer.problem);
  };

  const chips = (label: string, options: readonly { id: string; text: string }[]): ReactNode => (
    <fieldset className="space-y-1.5">
      <legend className="font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <Chip key={option.id} pressed={choice === option.id} onPressedChange={() => setChoice(option.id)}>
            {option.text}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
  const words = (label: string, hint?: string, required = true): ReactNode => (
    <Field
      id={`${id}-text`}
      label={label}
      hint={hint}
      required={required}
      optionalLabel={required ? undefined : common('optional')}
    >
      {(control) => (
        <Textarea {...control} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      )}
    </Field>
  );
  const time = (at: string) => formatHallChange(at, new Date(), locale, form?.hall.timeZone ?? 'UTC');

  return (
    <Dialog
      open
      keepOnOutsideTap
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      closeLabel={common('close')}
      title={t(`action.${action}`)}
      description={`${code(`category.${complaint.category}`)} · ${complaint.reference}`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button size="lg" pending={pending} disabled={!ready} onClick={submit}>
            {t(`action.${action}`)}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem ? (
          <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />}>
            {problemText(problem)}
          </Banner>
        ) : null}
        {action === 'dispatch' ? (
          <>
            <Field
              id={`${id}-to`}
              label={t('dispatch.to')}
              required
              hint={
                choice.startsWith('d') ? t('dispatch.hintDepartment') : choice ? t('dispatch.hintColleague') : undefined
              }
            >
              {(control) => (
                <Select {...control} value={choice} onChange={(event) => setChoice(event.target.value)}>
                  <option value="">{t('dispatch.choose')}</option>
                  <optgroup label={t('dispatch.colleague')}>
                    {form?.colleagues
                      .filter(({ ref }) => ref !== complaint.owner.ref)
                      .map((person) => (
                        <option key={person.id} value={`s:${person.id}`}>
                          {person.name}
                        </option>
                      ))}
                  </optgroup>
                  <optgroup label={t('dispatch.department')}>
                    {COMPLAINT_DEPARTMENTS.map((key) => (
                      <option key={key} value={`d:${key}`}>
                        {code(`department.${key}`)}
                      </option>
                    ))}
                  </optgroup>
                </Select>
              )}
            </Field>
            <Field id={`${id}-by`} label={t('dispatch.by')}>
              {(control) => (
                <Select {...control} value={by} onChange={(event) => setBy(event.target.value)}>
                  <option value="">{time(complaint.promisedAt)}</option>
                  {(['today', 'tomorrow', 'threeDays'] as const).flatMap((key) => {
                    const at = form?.closings[key];
                    return at ? [<option key={key} value={at}>{`${time(at)}`}</option>] : [];
                  })}
                </Select>
              )}
            </Field>
            {later ? (
              <Checkbox
                label={t('dispatch.agreed')}
                checked={agreed}
                onChange={(event) => setAgreed(event.target.checked)}
              />
            ) : null}
            {words(t('dispatch.note'), undefined, false)}
          </>
        ) : null}
        {action === 'remedy' ? (
          <>
            {chips(
              t('remedy.kind'),
              REMEDY_KINDS.map((key) => ({ id: key, text: code(`remedy.${key}`) })),
            )}
            {choice && !isFree(choice as (typeof REMEDY_KINDS)[number]) ? (
              <Field
                id={`${id}-amount`}
                label={t('remedy.amount', { currency: form ? currencySymbol(form.currency, locale) : '…' })}
                required
                hint={
                  form?.limit
                    ? register('remedyLimit', { limit: formatMoney(form.limit * 100, form.currency, locale) })
                    : undefined
                }
              >
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    maxLength={7}
                    value={amount}
                    onChange={(event) => setAmount(event.target.value.replace(/\D/g, ''))}
                  />
                )}
              </Field>
            ) : null}
          </>
        ) : null}
        {action === 'note' ? words(t('note.label'), t('note.hint')) : null}
        {action === 'reply' ? (
          <>
            {chips(
              t('reply.channel'),
              REPLY_CHANNELS.map((key) => ({ id: key, text: code(`channel.${key}`) })),
            )}
            {words(t('reply.answer'), t('reply.hint'))}
          </>
        ) : null}
        {action === 'close' ? (
          <>
            {chips(
              t('close.cause'),
              COMPLAINT_CAUSES.map((key) => ({ id: key, text: code(`cause.${key}`) })),
            )}
            {words(t('close.prevention'), undefined, false)}
          </>
        ) : null}
        {action === 'reopen' ? words(t('reopen.reason')) : null}
      </div>
    </Dialog>
  );
}
