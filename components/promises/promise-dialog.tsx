'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast-store';
import { UNACCEPTED_REASONS, type UnacceptedReason } from '@/lib/unaccepted/unaccepted';

/** Days from today that are promised mostly; any other is typed. */
const usualDays = [1, 3, 7] as const;

/** A promise to a customer: an answer about business that was not accepted, or a call later. */
export function PromiseDialog({
  kind,
  hall,
  ticket,
  today,
  onClose,
}: {
  kind: 'unaccepted' | 'followUp';
  /** Slug. */
  hall: string;
  /** Whom it is about; nothing where there is no ticket. */
  ticket: { id: string; number: string; customer: { name: string | null; phone: string | null } | null } | null;
  /** Service day, YYYY-MM-DD. */
  today: string;
  onClose: () => void;
}) {
  const t = useTranslations('promise');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const id = useId();
  const [what, setWhat] = useState('');
  const [why, setWhy] = useState<UnacceptedReason>('papers');
  const [name, setName] = useState(ticket?.customer?.name ?? '');
  const [phone, setPhone] = useState(ticket?.customer?.phone ?? '');
  const [day, setDay] = useState(dayAfter(today, kind === 'unaccepted' ? 3 : 7));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const wrong = (path: string) => problem?.errors?.some((error) => error.path.startsWith(path));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const customer = { name: name.trim() || undefined, phone: phone.trim() || undefined };
    const answer = await callApi(
      'POST',
      `/halls/${encodeURIComponent(hall)}/${kind === 'unaccepted' ? 'unaccepted' : 'follow-ups'}`,
      {
        what: what.trim(),
        ...(kind === 'unaccepted' ? { why } : {}),
        ...(customer.name || customer.phone ? { customer } : {}),
        promisedDay: day,
        ticketId: ticket?.id,
      },
    );
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t(`${kind}.saved`) });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={ticket ? t(`${kind}.titleOf`, { number: ticket.number }) : t(`${kind}.title`)}
      description={t(`${kind}.intro`)}
      closeLabel={common('close')}
      keepOnOutsideTap
      footer={
        <Button type="submit" form={id} size="lg" block pending={pending}>
          {t(`${kind}.save`)}
        </Button>
      }
    >
      <form id={id} onSubmit={send} className="space-y-4" noValidate>
        <Field id={`${id}-what`} label={t(`${kind}.what`)} required error={wrong('what') ? t('needed') : undefined}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              data-autofocus=""
              value={what}
              onChange={(event) => setWhat(event.target.value)}
            />
          )}
        </Field>
        {kind === 'unaccepted' ? (
          <fieldset>
            <legend className="mb-1 font-medium">{t('why')}</legend>
            <div className="flex flex-wrap gap-2">
              {UNACCEPTED_REASONS.map((reason) => (
                <Chip key={reason} pressed={why === reason} onPressedChange={() => setWhy(reason)}>
                  {t(`reason.${reason}`)}
                </Chip>
              ))}
            </div>
          </fieldset>
        ) : null}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field id={`${id}-name`} label={t('name')} optionalLabel={common('optional')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field
            id={`${id}-phone`}
            label={t('phone')}
            optionalLabel={common('optional')}
            error={wrong('customer.phone') ? t('phoneWrong') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type="tel"
                autoComplete="off"
                maxLength={25}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field id={`${id}-day`} label={t('day')} required error={wrong('promisedDay') ? t('dayWrong') : undefined}>
          {(control) => (
            <div className="flex flex-wrap items-center gap-2">
              {usualDays.map((days) => (
                <Chip
                  key={days}
                  pressed={day === dayAfter(today, days)}
                  onPressedChange={() => setDay(dayAfter(today, days))}
                >
                  {t('inDays', { days })}
                </Chip>
              ))}
              <Input
                {...control}
                type="date"
                min={today}
                value={day}
                className="w-44"
                onChange={(event) => setDay(event.target.value)}
              />
            </div>
          )}
        </Field>
        {problem && !problem.errors?.length ? (
          <p role="alert" className="font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {problemText(problem)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
