'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** What the customer was told, or what came of the call. */
export function KeepDialog({
  kind,
  id: entryId,
  what,
  onClose,
}: {
  kind: 'unaccepted' | 'followUp';
  id: string;
  what: string;
  onClose: () => void;
}) {
  const t = useTranslations('promise');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const id = useId();
  const [words, setWords] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answer =
      kind === 'unaccepted'
        ? await callApi('POST', `/unaccepted/${entryId}/answer`, { answer: words.trim() })
        : await callApi('POST', `/follow-ups/${entryId}/done`, { result: words.trim() });
    setPending(false);
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={kind === 'unaccepted' ? t('answer') : t('done')}
      description={what}
      closeLabel={common('close')}
      keepOnOutsideTap
      footer={
        <Button type="submit" form={id} size="lg" block pending={pending}>
          {t('keep')}
        </Button>
      }
    >
      <form id={id} onSubmit={send} noValidate>
        <Field
          id={`${id}-words`}
          label={kind === 'unaccepted' ? t('told') : t('cameOf')}
          required
          error={problem ? (problem.errors?.length ? t('needed') : problemText(problem)) : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={1000}
              data-autofocus=""
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
