'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { type ApiAnswer, type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FoundItemView, LostReportView } from '@/lib/lost-found/schema';

export type ItemQuestion =
  | { kind: 'found' | 'lost' }
  | { kind: 'handBack'; item: FoundItemView }
  | { kind: 'match'; report: LostReportView };

type Entry = { name: 'description' | 'place' | 'keptWhere' | 'name' | 'phone' | 'to'; required: boolean };

const fields: Record<'found' | 'lost' | 'handBack', readonly Entry[]> = {
  found: [
    { name: 'description', required: true },
    { name: 'place', required: false },
    { name: 'keptWhere', required: true },
  ],
  lost: [
    { name: 'description', required: true },
    { name: 'place', required: false },
    { name: 'name', required: false },
    { name: 'phone', required: false },
  ],
  handBack: [{ name: 'to', required: true }],
};

/** One step of lost and found: a few words, or the thing that matches. */
export function ItemDialog({
  hall,
  question,
  found,
  onDone,
  onClose,
}: {
  hall: string;
  question: ItemQuestion;
  found: readonly FoundItemView[];
  onDone: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations('belongings');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const id = useId();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async (call: Promise<ApiAnswer<unknown>>) => {
    setPending(true);
    const answer = await call;
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    await onDone();
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
    const path = `/halls/${encodeURIComponent(hall)}`;
    const seen = { description: text('description') ?? '', place: text('place') };
    if (question.kind === 'found')
      void send(callApi('POST', `${path}/found-items`, { ...seen, keptWhere: text('keptWhere') ?? '' }));
    if (question.kind === 'lost') {
      const customer = { name: text('name'), phone: text('phone') };
      void send(
        callApi('POST', `${path}/lost-reports`, {
          ...seen,
          ...(customer.name || customer.phone ? { customer } : {}),
        }),
      );
    }
    if (question.kind === 'handBack')
      void send(callApi('POST', `/found-items/${question.item.id}/hand-back`, { to: text('to') ?? '' }));
  };
  const wrong = (name: string) =>
    problem?.errors?.some((error) => error.path.split('.').at(-1) === name) ? t('wrong') : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(`dialog.${question.kind}`)}
      description={
        question.kind === 'handBack'
          ? question.item.description
          : question.kind === 'match'
            ? question.report.description
            : undefined
      }
      closeLabel={common('close')}
      keepOnOutsideTap={question.kind !== 'match'}
      footer={
        question.kind === 'match' ? undefined : (
          <Button type="submit" form={id} size="lg" block pending={pending}>
            {t('save')}
          </Button>
        )
      }
    >
      {question.kind === 'match' ? (
        <ul className="space-y-2">
          {found.map((item, index) => (
            <li key={item.id}>
              <Button
                block
                variant="secondary"
                pending={pending}
                data-autofocus={index === 0 ? '' : undefined}
                onClick={() =>
                  send(callApi('POST', `/lost-reports/${question.report.id}/match`, { foundItemId: item.id }))
                }
                className="justify-start text-start"
              >
                {item.description} · {item.keptWhere}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <form id={id} onSubmit={submit} className="space-y-3" noValidate>
          {fields[question.kind].map(({ name, required }, index) => (
            <Field
              key={name}
              id={`${id}-${name}`}
              label={t(`field.${name}`)}
              required={required}
              optionalLabel={common('optional')}
              error={wrong(name)}
            >
              {(control) => (
                <Input
                  {...control}
                  name={name}
                  autoComplete="off"
                  maxLength={name === 'phone' ? 25 : 200}
                  data-autofocus={index === 0 ? '' : undefined}
                />
              )}
            </Field>
          ))}
        </form>
      )}
      {problem && !problem.errors?.length ? (
        <p role="alert" className="mt-3 font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {problemText(problem)}
        </p>
      ) : null}
    </Dialog>
  );
}
