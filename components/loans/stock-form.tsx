'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { showToast } from '@/components/ui/toast-store';
import { currencySymbol } from '@/lib/core/money';
import { LOAN_KINDS } from '@/lib/loans/loan';
import { parseAmount } from '@/lib/tickets/amount';

/** For the shift lead: which umbrellas and lockers there are. */
export function StockForm({ hall, currency, onDone }: { hall: string; currency: string; onDone: () => Promise<void> }) {
  const t = useTranslations('loan');
  const locale = useLocale();
  const problemText = useProblemText();
  const id = useId();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    setPending(true);
    const answer = await callApi('POST', `/halls/${encodeURIComponent(hall)}/loan-items`, {
      kind: data.get('kind'),
      from: Number(data.get('from')),
      to: Number(data.get('to')),
      deposit: parseAmount(String(data.get('deposit') || '0')) ?? -1,
    });
    setPending(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    showToast({ message: t('stocked') });
    form.reset();
    await onDone();
  };
  const wrong = (path: string) =>
    problem?.errors?.some((error) => error.path === path) ? t('numberWrong') : undefined;
  return (
    <details className="rounded-xl border border-border bg-surface px-4 py-2">
      <summary className="flex min-h-touch cursor-pointer items-center font-medium">{t('stock')}</summary>
      <form onSubmit={send} className="grid items-start gap-3 pt-2 pb-3 sm:grid-cols-4" noValidate>
        <Field id={`${id}-kind`} label={t('what')} required>
          {(control) => (
            <Select {...control} name="kind">
              {LOAN_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-from`} label={t('from')} required error={wrong('from')}>
          {(control) => <Input {...control} name="from" type="number" min={1} max={999} defaultValue={1} />}
        </Field>
        <Field id={`${id}-to`} label={t('to')} required error={wrong('to')}>
          {(control) => <Input {...control} name="to" type="number" min={1} max={999} defaultValue={20} />}
        </Field>
        <Field
          id={`${id}-deposit`}
          label={t('depositEach', { currency: currencySymbol(currency, locale) })}
          required
          error={wrong('deposit')}
        >
          {(control) => <Input {...control} name="deposit" inputMode="decimal" defaultValue="0" />}
        </Field>
        <Button type="submit" variant="secondary" pending={pending} className="sm:col-span-4">
          {t('stockSave')}
        </Button>
        {problem && !problem.errors?.length ? (
          <p role="alert" className="font-medium text-danger sm:col-span-4">
            {problemText(problem)}
          </p>
        ) : null}
      </form>
    </details>
  );
}
